package dev.qingdan.query.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens at {@code /api/v1/live} as a mini-program does. */
public final class LiveClient implements AutoCloseable {

    /** How a connection ended. */
    public record End(int code, String reason) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final boolean reads;
    private final WebSocket socket;

    private LiveClient(Instance instance, boolean reads) {
        this.reads = reads;
        var address = URI.create("ws://127.0.0.1:" + instance.port() + "/api/v1/live");
        this.socket = HTTP.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /** Connected, and nothing said yet. */
    public static LiveClient silent(Instance instance) {
        return new LiveClient(instance, true);
    }

    /** From now on. */
    public static LiveClient of(Instance instance, String member) {
        return saying(instance, "{\"token\":\"%s\"}".formatted(Tokens.member(member)));
    }

    /**
     * @param versions as JSON: what the client has from before
     */
    public static LiveClient resuming(Instance instance, String member, String versions) {
        return saying(
                instance,
                "{\"token\":\"%s\",\"resume\":%s}".formatted(Tokens.member(member), versions));
    }

    public static LiveClient saying(Instance instance, String hello) {
        var client = new LiveClient(instance, true);
        client.say(hello);
        return client;
    }

    /** One that connects and then does not read from its socket. */
    public static LiveClient stuck(Instance instance, String member) {
        var client = new LiveClient(instance, false);
        client.say("{\"token\":\"%s\"}".formatted(Tokens.member(member)));
        return client;
    }

    public void say(String frame) {
        socket.sendText(frame, true).join();
    }

    /** {@code id@version} of each order told so far, in the order of their coming. */
    public List<String> told() {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals("order"))
                .map(frame -> frame.path("order"))
                .map(order ->
                        order.path("orderId").asString() + "@" + order.path("version").asLong())
                .toList();
    }

    public List<JsonNode> frames() {
        return frames;
    }

    public void awaitTold(Predicate<List<String>> condition) {
        await().atMost(LONG).until(this::told, condition);
    }

    public End awaitEnd() {
        return end.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean ended() {
        return end.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (reads) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(JsonMapper.shared().readTree(text.toString()));
                text.setLength(0);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end.complete(new End(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end.complete(new End(1006, ""));
        }
    }
}
