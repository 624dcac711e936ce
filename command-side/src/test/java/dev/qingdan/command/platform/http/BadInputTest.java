package dev.qingdan.command.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever comes in, the answer says what was wrong and the store stays as it was. */
class BadInputTest extends CommandSideTest {

    @Autowired private JdbcClient jdbc;

    private String receipts = "";
    private long eventsBefore;

    @BeforeEach
    void aProduct() {
        receipts = "/api/v1/staff/stock/" + DemoShop.open(manager()).product(6800) + "/receipts";
        eventsBefore = events();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(events()).isEqualTo(eventsBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000000000",
                "1.5",
                "10000000000",
                "\"5\"",
                "null",
                "true",
                "[1]",
                "{}"
            })
    void a_quantity_that_is_none_names_the_field(String quantity) {
        var reply = manager().post(receipts, receipt(quantity));

        assertProblem(reply, 422, "request.invalid");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("quantity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"quantity\":1,}",
                "{\"quantity\":1} {}",
                "{\"quantity\":1,\"quantity\":2,\"reference\":\"D-2\"}",
                "quantity=1"
            })
    void what_is_no_json_object_is_malformed(String body) {
        assertProblem(manager().post(receipts, body), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", " "})
    void a_text_that_cannot_be_kept_names_the_field(String reference) {
        var reply = manager().post(receipts, receiptOf(reference));

        assertProblem(reply, 422, "request.invalid");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("reference");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "van",
                "张三-1",
                "brought by Li at 9",
                "13812345678",
                "Li/13812345678",
                "13812345678-D1",
                "-D1",
                "D1\\n2",
                "D-01234567890123456789012345678901234567890"
            })
    void what_is_no_deliverys_number_is_told_apart_from_one(String reference) {
        var reply = manager().post(receipts, receiptOf(reference));

        assertProblem(reply, 422, "request.invalid");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("reference");
        assertThat(reply.json().at("/errors/0/detail").asString()).contains("delivery's number");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 10_000_000})
    void a_large_body_is_refused(int bytes) {
        assertProblem(manager().post(receipts, "x".repeat(bytes)), 413, "request.too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/staff/nowhere, 404, request.not-found",
        "DELETE, /api/v1/staff/shops, 405, request.method-not-allowed",
        "POST, /api/v1/staff/stock/unknown-sku/receipts, 404, product.not-found",
        "PUT, /api/v1/staff/products/-wrong, 422, request.invalid"
    })
    void an_address_that_is_none_is_told(String method, String path, int status, String code) {
        var body =
                path.contains("products")
                        ? "{\"name\":\"Tea\",\"category\":\"green\",\"price\":1,\"listed\":true}"
                        : receipt("1");

        assertProblem(manager().send(method, path, body), status, code);
    }

    @Test
    void another_media_type_is_told() {
        var reply = manager().with("Content-Type", "text/plain").post(receipts, receipt("1"));

        assertProblem(reply, 415, "request.unsupported-media-type");
    }

    @Test
    void a_consistency_token_that_is_none_of_ours_is_told() {
        var reply = manager().with("Consistency-Token", "yesterday").post(receipts, receipt("1"));

        assertProblem(reply, 400, "consistency.token-unreadable");
    }

    @Test
    void a_product_of_an_unknown_shop_is_refused() {
        var reply =
                manager()
                        .put(
                                "/api/v1/staff/products/new-tea",
                                """
                                {"shopId":"nobodys","name":"Tea","category":"green","price":1,"listed":true}\
                                """);

        assertProblem(reply, 422, "shop.unknown");
        assertThat(reply.json().path("shopId").asString()).isEqualTo("nobodys");
    }

    private static String receiptOf(String reference) {
        return "{\"quantity\":1,\"reference\":\"%s\"}".formatted(reference);
    }

    private static String receipt(String quantity) {
        return "{\"quantity\":%s,\"reference\":\"D-1\",\"unknown\":1}".formatted(quantity);
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    }

    private long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }
}
