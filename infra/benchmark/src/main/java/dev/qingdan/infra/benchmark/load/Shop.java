package dev.qingdan.infra.benchmark.load;

import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop with 100 products that are never sold out, and a member who buys there. */
final class Shop implements AutoCloseable {

    static final int PRODUCTS = 100;

    static final int MOST_PIECES_AT_ONCE = 1_000_000;

    private static final int HOT = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api = new Api(PATIENCE, PATIENCE);
    private final WholeStack stack;
    private final String shopId;
    private final String member;

    Shop(WholeStack stack) throws InterruptedException {
        this(stack, MOST_PIECES_AT_ONCE);
    }

    /**
     * @param hot pieces of the product that a hot load asks for
     */
    Shop(WholeStack stack, int hot) throws InterruptedException {
        this.stack = stack;
        shopId = staffPost("/shops", Map.of("name", "Benchmark")).text("shopId");
        for (int number = 1; number <= PRODUCTS; number++) {
            offer(number, number == HOT ? hot : MOST_PIECES_AT_ONCE);
        }
        member = logIn();
    }

    /** Takes a product into the shop with so many pieces. */
    void offer(int number, int pieces) throws InterruptedException {
        var product =
                Map.of(
                        "shopId",
                        shopId,
                        "name",
                        "Tea " + number,
                        "category",
                        "tea",
                        "price",
                        1_000 + number,
                        "listed",
                        true);
        var products = stack.addresses().command() + "/api/v1/staff/products/";
        require(api.put(products + sku(number), staffHeaders(), product));
        receive(number, pieces);
    }

    private void receive(int number, int pieces) throws InterruptedException {
        var receipt = Map.of("quantity", pieces, "reference", "PO-2026-1001");
        staffPost("/stock/" + sku(number) + "/receipts", receipt);
    }

    static String sku(int number) {
        return "bench-" + number;
    }

    private String logIn() throws InterruptedException {
        var addresses = stack.addresses();
        var wanted = Map.of("openid", "benchmark");
        var code = require(api.post(addresses.wechat() + "/sim/login-codes", Map.of(), wanted));
        var session =
                api.post(
                        addresses.command() + "/api/v1/sessions",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        Map.of("code", code.text("code")));
        return require(session).text("token");
    }

    /** An order of one piece, as the load places them. */
    Reply place(int number) throws InterruptedException {
        var line = Map.of("sku", sku(number), "quantity", 1);
        return require(
                api.post(
                        stack.addresses().command() + "/api/v1/orders",
                        memberHeaders(Map.of("Idempotency-Key", UUID.randomUUID().toString())),
                        Map.of("shopId", shopId, "lines", List.of(line))));
    }

    /** A view, as this member sees it. */
    Reply view(String path, Map<String, String> headers) throws InterruptedException {
        return api.get(stack.addresses().query() + path, memberHeaders(headers));
    }

    /** What operators see, on either side. */
    Reply operations(String url) throws InterruptedException {
        return require(api.get(url, staffHeaders()));
    }

    /** Leaves what peers/qingdan.lua has to know. */
    void describe(Path file) {
        var addresses = stack.addresses();
        var lines =
                List.of(
                        shopId,
                        authority(addresses.command()),
                        authority(addresses.query()),
                        authority(addresses.wechat()),
                        member);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String authority(String url) {
        return URI.create(url).getAuthority();
    }

    private Reply staffPost(String path, Object body) throws InterruptedException {
        var url = stack.addresses().command() + "/api/v1/staff" + path;
        return require(api.post(url, staffHeaders(), body));
    }

    private Map<String, String> staffHeaders() {
        var token = stack.staff().token("benchmark", "MANAGER", "OPERATOR");
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Map<String, String> memberHeaders(Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + member);
        return headers;
    }

    private static Reply require(Reply reply) {
        if (!reply.isSuccess()) {
            throw new IllegalStateException(reply.status() + ": " + reply.text());
        }
        return reply;
    }

    @Override
    public void close() {
        api.close();
    }
}
