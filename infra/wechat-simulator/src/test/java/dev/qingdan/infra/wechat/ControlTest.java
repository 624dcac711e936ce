package dev.qingdan.infra.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {

    private final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final Merchant merchant = new Merchant(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void the_buyer_pays_by_prepay_id() throws IOException, InterruptedException {
        var prepayId = merchant.prepay("by-control", 100, "http://127.0.0.1:1/nowhere");

        var paid = post("/sim/payments", pay(prepayId, "SILENT"));

        assertThat(paid.statusCode()).isEqualTo(201);
        assertThat(get("/sim/payments?outTradeNo=by-control"))
                .contains("\"tradeState\":\"SUCCESS\"", "\"total\":100");
        assertThat(post("/sim/payments", pay(prepayId, "SUCCESS")).body()).contains("ORDERPAID");
    }

    @Test
    void a_dropped_answer_was_worked_for() throws IOException, InterruptedException {
        post("/sim/faults", "{\"path\":\"/v3/pay/transactions/jsapi\",\"drop\":true,\"times\":9}");

        assertThatThrownBy(() -> merchant.prepay("lost-answer", 100, "http://127.0.0.1:1/no"));

        assertThat(get("/sim/payments")).contains("lost-answer");
    }

    @Test
    void a_fault_happens_as_often_as_told() throws IOException, InterruptedException {
        post("/sim/faults", "{\"path\":\"/v3/pay\",\"status\":500,\"times\":2}");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> merchant.query("unlucky")).hasMessageContaining("500");
        }
        assertThatThrownBy(() -> merchant.query("unlucky")).hasMessageContaining("404");
    }

    @Test
    void a_forged_notification_reports_what_the_shop_said()
            throws IOException, InterruptedException {
        try (var inbox = new Inbox(1)) {
            merchant.prepay("forged-thrice", 100, inbox.url());
            var answer =
                    post(
                            "/sim/notifications",
                            """
                            {"outTradeNo":"forged-thrice","spoil":"FORGED_SIGNATURE","times":3}
                            """);
            assertThat(answer.body()).isEqualTo("{\"statuses\":[500,204,204]}");
        }
    }

    @Test
    void nonsense_is_refused() throws IOException, InterruptedException {
        assertThat(post("/sim/payments", "nonsense").statusCode()).isEqualTo(400);
        assertThat(post("/sim/login-codes", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/sim/unknown", "{}").statusCode()).isEqualTo(404);
    }

    private static String pay(String prepayId, String outcome) {
        return "{\"prepayId\":\"%s\",\"outcome\":\"%s\"}".formatted(prepayId, outcome);
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build());
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    private URI uri(String path) {
        return URI.create(simulator.baseUrl() + path);
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
