package dev.qingdan.infra.traffic.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/** Sends a request until there is an answer; a server that is away is waited for. */
public final class Api implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final Duration requestTimeout;
    private final Duration patience;
    private final Map<String, LongAdder> repeats = new ConcurrentSkipListMap<>();

    public Api(Duration requestTimeout, Duration patience) {
        this.requestTimeout = requestTimeout;
        this.patience = patience;
    }

    public Reply get(String url, Map<String, String> headers) throws InterruptedException {
        return send(request(url, headers).GET().build());
    }

    public Reply post(String url, Map<String, String> headers, Object body)
            throws InterruptedException {
        return send("POST", url, headers, body);
    }

    public Reply put(String url, Map<String, String> headers, Object body)
            throws InterruptedException {
        return send("PUT", url, headers, body);
    }

    private Reply send(String method, String url, Map<String, String> headers, Object body)
            throws InterruptedException {
        var json = BodyPublishers.ofString(JSON.writeValueAsString(body));
        return send(
                request(url, headers)
                        .header("Content-Type", "application/json")
                        .method(method, json)
                        .build());
    }

    /** How often a request had to be sent again, by what came instead of an answer. */
    public Map<String, LongAdder> repeats() {
        return Collections.unmodifiableMap(repeats);
    }

    private HttpRequest.Builder request(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(requestTimeout);
        headers.forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            var reply = once(request);
            if (!mayComeRight(reply)) {
                return reply;
            }
            if (System.nanoTime() > end) {
                throw new NoAnswer(request, reply);
            }
            repeats.computeIfAbsent(reply.reason(), _ -> new LongAdder()).increment();
            Thread.sleep(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
        }
    }

    private Reply once(HttpRequest request) throws InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException away) {
            return Reply.NONE;
        }
    }

    private static boolean mayComeRight(Reply reply) {
        return reply == Reply.NONE
                || TRY_AGAIN.contains(reply.status())
                || reply.code().equals("idempotency.in-progress");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
