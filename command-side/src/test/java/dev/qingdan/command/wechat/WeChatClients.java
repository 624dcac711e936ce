package dev.qingdan.command.wechat;

import dev.qingdan.infra.wechat.WeChatSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The real clients, wired as the application wires them, in front of the simulator. */
final class WeChatClients implements AutoCloseable {

    final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private boolean stopped;
    private final HttpClient http = HttpClient.newHttpClient();

    WeChatClients() {
        var properties =
                new HashMap<String, Object>(simulator.credentials().applicationProperties());
        properties.put("qingdan.wechat.api-url", simulator.baseUrl());
        properties.put("qingdan.wechat.pay-url", simulator.baseUrl());
        properties.put("qingdan.public-url", "http://127.0.0.1:1");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("simulator", properties));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(WeChatConfiguration.class);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The next calls below {@code path} go wrong, as the simulator's control API describes it. */
    void fault(String json) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/sim/faults"))
                        .POST(BodyPublishers.ofString(json))
                        .build();
        if (http.send(request, BodyHandlers.discarding()).statusCode() != 201) {
            throw new IllegalArgumentException(json);
        }
    }

    void stopWeChat() {
        if (!stopped) {
            simulator.close();
            stopped = true;
        }
    }

    @Override
    public void close() {
        context.close();
        stopWeChat();
        http.close();
    }
}
