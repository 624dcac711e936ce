package dev.qingdan.infra.stack.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** command-side's staff API, spoken to as a member of staff. */
final class StaffApi implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    StaffApi(String commandSide, DataFolder data) {
        base = commandSide + "/api/v1/staff";
        token = StaffToken.sign(new Keys(data.keys()).privateKey("staff"), Instant.now());
    }

    JsonNode post(String path, Object body, String idempotencyKey) throws IOException {
        return send(request(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
    }

    JsonNode put(String path, Object body) throws IOException {
        return send(request(path).PUT(json(body)));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException {
        var request = builder.build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(
                        "%s %s answered %d: %s"
                                .formatted(
                                        request.method(),
                                        request.uri(),
                                        answer.statusCode(),
                                        answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }
}
