package dev.qingdan.infra.benchmark.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** query-side, spoken to as an operator and as members do. */
final class QuerySide {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Tokens tokens;
    private final String operator;
    private long pid;

    QuerySide(String base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
        this.operator = tokens.operator();
    }

    QuerySide runningAs(long process) {
        pid = process;
        return this;
    }

    long pid() {
        return pid;
    }

    boolean ready() {
        try {
            return send(request("/actuator/health/readiness")).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Records between what readers see and the ends of the topics; many while that is unknown. */
    long lag(String projection) {
        var answer = get("/ops/projections/" + projection, operator);
        return JsonMapper.shared().readTree(answer.body()).path("lag").asLong(Long.MAX_VALUE);
    }

    JsonNode startRebuild(String projection) {
        var request =
                request("/ops/projections/" + projection + "/rebuilds")
                        .header("Authorization", "Bearer " + operator)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"mode\":\"REPLACE\"}"));
        return json(send(request));
    }

    JsonNode rebuild(String projection, String id) {
        return json(get("/ops/projections/" + projection + "/rebuilds/" + id, operator));
    }

    /** The sum of all samples of a metric; 0 where there is none yet. */
    double metric(String name) {
        var samples = Pattern.compile("(?m)^" + name + "(\\{.*})? (\\S+)$");
        return samples.matcher(get("/actuator/prometheus", operator).body())
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(2)))
                .sum();
    }

    long heapUsed() {
        var answer = json(get("/actuator/metrics/jvm.memory.used?tag=area:heap", operator));
        return answer.path("measurements").path(0).path("value").asLong();
    }

    String memberToken(String memberId) {
        return tokens.member(memberId);
    }

    HttpResponse<String> order(String orderId, String memberToken) {
        return get("/api/v1/orders/" + orderId, memberToken);
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("query-side does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
