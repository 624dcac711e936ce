package dev.qingdan.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.order.OrderingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureApiTest extends OrderingTest {

    private static final String NOTE = "Ring at 王小明, 13800000000";

    private String openid = "";
    private String li = "";
    private String orderId = "";

    @BeforeEach
    void a_member_who_has_ordered_with_a_note() {
        openid = unique("openid");
        li = logIn(openid);
        var shop = openShop();
        var tea = offer(shop, 100, 10);
        var placed =
                buyer(li)
                        .post(
                                "/api/v1/orders",
                                """
                                {"shopId":"%s","lines":[{"sku":"%s","quantity":1}],"note":"%s"}\
                                """
                                        .formatted(shop, tea, NOTE));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        orderId = placed.json().path("orderId").asString();
    }

    @Test
    void before_it_the_shop_reads_the_note_and_the_database_does_not() {
        assertThat(texts()).contains(NOTE);
        assertThat(everythingStored()).doesNotContain("13800000000").doesNotContain(openid);
    }

    @Test
    void after_it_the_texts_are_blank_and_the_order_is_still_there() {
        assertThat(erase(unique("key")).status()).isEqualTo(200);

        assertThat(texts()).isEqualTo("{}");
        assertThat(eventsOf(li)).endsWith("MemberErased");
        assertThat(eventsOf(orderId)).contains("OrderPlaced");
    }

    @Test
    void whoever_logs_in_again_is_somebody_new() {
        erase(unique("key"));

        assertThat(logIn(openid)).isNotEqualTo(li);
    }

    @Test
    void asked_again_it_gives_the_first_answer() {
        var key = unique("key");
        var first = erase(key);

        assertThat(erase(key).body()).isEqualTo(first.body());
        assertThat(erase(unique("key")).status()).isEqualTo(200);
        assertThat(eventsOf(li)).containsOnlyOnce("MemberErased");
    }

    @Test
    void tokens_that_are_still_about_do_nothing_more() {
        erase(unique("key"));

        var cancelled =
                buyer(li).post("/api/v1/orders/" + orderId + "/cancellation", "{\"reason\":\"x\"}");

        assertThat(cancelled.status()).isEqualTo(401);
        assertThat(cancelled.code()).isEqualTo("token.revoked");
        assertThat(eventsOf(orderId)).doesNotContain("OrderCancelled");
    }

    private Api.Reply erase(String key) {
        return member(li).withKey(key).post("/api/v1/members/me/erasure", "{}");
    }

    private String texts() {
        return manager().get("/ops/orders/" + orderId + "/texts").body();
    }

    /** Every row of every table as text, and what is kept as bytes as text too. */
    private String everythingStored() {
        return jdbc().sql(
                        """
                        select string_agg(query_to_xml('select * from public.' || quote_ident(tablename),
                                true, false, '')::text, '')
                            || (select string_agg(encode(payload, 'escape'), '') from event)
                            || (select string_agg(encode(body, 'escape'), '') from idempotency_record)
                        from pg_tables where schemaname = 'public'
                        """)
                .query(String.class)
                .single();
    }
}
