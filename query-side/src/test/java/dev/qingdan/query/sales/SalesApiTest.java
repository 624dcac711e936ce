package dev.qingdan.query.sales;

import static dev.qingdan.query.testing.Client.as;
import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.OrderEvent.OrderPaid;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Client;
import dev.qingdan.query.testing.Client.Answer;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Orders;
import dev.qingdan.query.testing.Published;
import dev.qingdan.query.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesApiTest {

    private static final String SALES = "/api/v1/staff/sales";
    private static final Broker BROKER = new Broker();
    private static final Instance INSTANCE =
            Instance.start(TestPostgres.freshDatabase("sales"), BROKER);
    private static final Client CLIENT = INSTANCE.client();

    /** Two orders on the first of March, one on each of the three days after. */
    private static final History HISTORY = new History();

    @BeforeAll
    static void publish() {
        HISTORY.add(new ProductAdded("oolong-50g", Orders.SHOP, "=1+1,\"茶\"", "tea", 6_800, null));
        HISTORY.add(placed("first"));
        HISTORY.add(paid("first"));
        for (int day = 0; day < 4; day++) {
            var order = "order-" + day;
            HISTORY.add(placed(order));
            HISTORY.add(
                    new OrderPaid(
                            order,
                            "payment-of-" + order,
                            Orders.PAYABLE,
                            History.BEGINNING.plus(Duration.ofDays(day))));
        }
        BROKER.publish(HISTORY.events());
    }

    @AfterAll
    static void close() {
        INSTANCE.close();
        BROKER.close();
    }

    private static Answer get(String path, String... more) {
        var headers = new String[more.length + 4];
        System.arraycopy(more, 0, headers, 0, more.length);
        headers[more.length] = "Consistency-Token";
        headers[more.length + 1] = Published.token(HISTORY.events());
        headers[more.length + 2] = "Prefer";
        headers[more.length + 3] = "wait=10";
        return CLIENT.get(path, as(Tokens.staff("VIEWER"), headers));
    }

    @Test
    void staff_read_what_each_product_brought_on_each_day() {
        var page = get(SALES + "?shopId=shop-1&from=2026-03-01&to=2026-03-01").json();

        assertThat(page.path("items").toString())
                .isEqualTo(
                        """
                        [{"shopId":"shop-1","day":"2026-03-01","sku":"oolong-50g","name":"=1+1,\\"茶\\"",\
                        "orders":2,"quantity":4,"revenue":27200,"refunds":0}]\
                        """);
        assertThat(page.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SALES, SALES + "/days"})
    void the_latest_day_comes_first_and_pages_meet_without_a_gap(String list) {
        var first = get(list + "?limit=3").json();
        var second = get(list + "?limit=3&cursor=" + first.path("next").asString()).json();

        assertThat(first.path("items").valueStream().map(it -> it.path("day").asString()))
                .containsExactly("2026-03-04", "2026-03-03", "2026-03-02");
        assertThat(second.path("items").valueStream().map(it -> it.path("day").asString()))
                .containsExactly("2026-03-01");
    }

    @Test
    void a_shop_that_sold_nothing_has_an_empty_list() {
        assertThat(get(SALES + "?shopId=shop-2").json().path("items").size()).isZero();
    }

    @Test
    void a_spreadsheet_gets_yuan_and_no_formula() {
        var answer = get(SALES + "?to=2026-03-01", "Accept", "text/csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.response().body())
                .isEqualTo(
                        "\uFEFFday,shopId,sku,name,orders,quantity,revenueYuan,refundsYuan\r\n"
                                + "2026-03-01,\"shop-1\",\"oolong-50g\",\"'=1+1,\"\"茶\"\"\",2,4,272.00,0.00\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-02-30",
                "to=%2B10000-01-01",
                "from=2026-03-02&to=2026-03-01",
                "cursor=garbage",
                "limit=0"
            })
    void what_makes_no_sense_is_refused(String query) {
        var answer = get(SALES + "?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("request.invalid");
    }

    @Test
    void a_refusal_is_a_problem_for_spreadsheets_too() {
        var answer = get(SALES + "?from=2026-03-02&to=2026-03-01", "Accept", "text/csv");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void members_do_not_read_sales() {
        var answer = CLIENT.get(SALES, as(Tokens.member("member-1")));

        assertThat(answer.status()).isEqualTo(401);
    }
}
