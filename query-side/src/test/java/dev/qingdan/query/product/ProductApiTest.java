package dev.qingdan.query.product;

import static dev.qingdan.query.testing.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductListed;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductApiTest {

    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("products"), BROKER);
    private static final Client CLIENT = INSTANCE.client();
    private static final String[] STAFF = as(Tokens.staff("VIEWER"));

    @BeforeAll
    static void publish() {
        var history =
                History.of(
                        new ProductAdded("oolong-50g", "shop-1", "Oolong", "tea", 6_800, null),
                        new ProductListed("oolong-50g"),
                        new StockReceived("oolong-50g", 10, "D-1"),
                        new ProductAdded("mug-1", "shop-1", "Mug", "ware", 4_200, null),
                        new ProductListed("mug-1"),
                        new ProductAdded("mug_1", "shop-1", "Mug, 100% clay", "ware", 5_200, null));
        BROKER.publish(history.events());
        var token = Published.token(history.events());
        var answer =
                CLIENT.get("/api/v1/products", "Consistency-Token", token, "Prefer", "wait=10");
        assertThat(answer.status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static List<String> skus(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("sku").asString())
                .toList();
    }

    @Test
    void staff_read_a_product_with_its_stock() {
        var product = CLIENT.get("/api/v1/staff/products/oolong-50g", STAFF).json();

        assertThat(product.path("name").asString()).isEqualTo("Oolong");
        assertThat(product.path("listed").asBoolean()).isTrue();
        assertThat(product.path("onHand").asInt()).isEqualTo(10);
        assertThat(product.path("version").asLong()).isEqualTo(1);
    }

    @Test
    void only_staff_read_a_product_that_is_not_listed() {
        assertThat(CLIENT.get("/api/v1/staff/products/mug_1", STAFF).status()).isEqualTo(200);
        assertThat(CLIENT.get("/api/v1/products/mug_1").code()).isEqualTo("product.not-found");
    }

    @Test
    void a_product_that_nobody_added_is_not_there() {
        var answer = CLIENT.get("/api/v1/staff/products/nothing", STAFF);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("product.not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "oolo, oolong-50g",
        "OOLO, oolong-50g",
        "50G, oolong-50g",
        "clay, mug_1",
        "%25, mug_1",
        "_, mug_1",
        "mug_1, mug_1",
        "mug-1, mug-1"
    })
    void staff_find_a_product_by_part_of_its_name_or_sku(String typed, String sku) {
        assertThat(skus(CLIENT.get("/api/v1/staff/products?q=" + typed, STAFF)))
                .containsExactly(sku);
    }

    @Test
    void buyers_find_only_what_is_listed() {
        assertThat(skus(CLIENT.get("/api/v1/products?q=MUG"))).containsExactly("mug-1");
    }

    @Test
    void blanks_look_for_nothing_in_particular() {
        assertThat(skus(CLIENT.get("/api/v1/products?q=%20"))).hasSize(2);
    }
}
