package dev.qingdan.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.RealParts;
import dev.qingdan.infra.wechat.pay.SignedNotification;
import dev.qingdan.infra.wechat.pay.Spoil;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A shop, buyers, and a look into the store: what tests of orders and payments start from. */
@TestPropertySource(
        properties = {
            "qingdan.public-url=http://127.0.0.1:9",
            "qingdan.payment-check-after=PT1H",
            "qingdan.timers.polling=50ms",
            "qingdan.timers.patience=500ms",
            "qingdan.timers.first-pause=50ms",
            "qingdan.timers.longest-pause=200ms"
        })
public abstract class OrderingTest extends CommandSideTest {

    protected static final String TEN_OFF_SIXTY_YUAN = "\"minimumSpend\":6000,\"amountOff\":1000";

    @Autowired private JdbcClient jdbc;

    @AfterEach
    void make_wechat_well_again() {
        WeChatControl.clearFaults();
    }

    protected static String unique(String name) {
        return name + "-" + UUID.randomUUID();
    }

    protected String openShop() {
        var shop = manager().post("/api/v1/staff/shops", "{\"name\":\"Tea by the lake\"}");
        return shop.json().path("shopId").asString();
    }

    /** Puts a new product of this shop on the shelf and gives its sku back. */
    protected String offer(String shopId, long price, int onHand) {
        var sku = unique("tea");
        var product =
                """
                {"shopId":"%s","name":"Longjing","category":"green","price":%d,"listed":true}\
                """
                        .formatted(shopId, price);
        assertThat(manager().put("/api/v1/staff/products/" + sku, product).status()).isEqualTo(200);
        var receipt = "{\"quantity\":%d,\"reference\":\"D-1\"}".formatted(onHand);
        assertThat(manager().post("/api/v1/staff/stock/" + sku + "/receipts", receipt).status())
                .isEqualTo(201);
        return sku;
    }

    /** Somebody whom WeChat knows. */
    protected String newMember() {
        return logIn(unique("openid"));
    }

    /** The member that somebody with this openid is. */
    protected String logIn(String openid) {
        var code = "{\"code\":\"%s\"}".formatted(RealParts.WECHAT.loginCode(openid));
        return anybody().post("/api/v1/sessions", code).json().path("memberId").asString();
    }

    /** A client that takes a new idempotency key. */
    protected Api buyer(String memberId) {
        return member(memberId).withKey(unique("key"));
    }

    protected static String order(String shopId, String sku, int quantity) {
        return "{\"shopId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}"
                .formatted(shopId, sku, quantity);
    }

    protected String place(String memberId, String shopId, String sku, int quantity) {
        var placed = buyer(memberId).post("/api/v1/orders", order(shopId, sku, quantity));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().path("orderId").asString();
    }

    /** Begins to pay, and gives back the number of the attempt at WeChat. */
    protected String beginToPay(String memberId, String orderId) {
        var begun = askToPay(memberId, orderId);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return outTradeNo(begun);
    }

    protected Reply askToPay(String memberId, String orderId) {
        return buyer(memberId).post("/api/v1/orders/" + orderId + "/payments", "{}");
    }

    protected String outTradeNo(Reply begun) {
        return jdbc.sql(
                        "select replace(payment_id, '-', '') from payment_attempt where prepay_id = :id")
                .param("id", prepayId(begun))
                .query(String.class)
                .single();
    }

    protected static String prepayId(Reply begun) {
        return begun.json().path("package").asString().substring("prepay_id=".length());
    }

    protected Reply notify(String outTradeNo, Spoil spoil) {
        return send(
                "/wechat/payments/notifications",
                RealParts.WECHAT.notifications().paid(outTradeNo, spoil));
    }

    protected Reply send(String path, SignedNotification notification) {
        var api = anybody();
        for (var header : notification.headers().entrySet()) {
            api = api.with(header.getKey(), header.getValue());
        }
        return api.post(path, notification.body());
    }

    /** An order that WeChat has told us is paid, and the number of its attempt. */
    protected String pay(String memberId, String orderId) {
        var outTradeNo = beginToPay(memberId, orderId);
        WeChatControl.paySilently(outTradeNo);
        assertThat(notify(outTradeNo, Spoil.NOTHING).status()).isEqualTo(204);
        return outTradeNo;
    }

    /** Does not wait until the timer would ring by itself. */
    protected void ring(String timer, String id) {
        jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = now()
                        where task_name = :timer and task_instance = :id
                        """)
                .param("timer", timer)
                .param("id", id)
                .update();
    }

    protected boolean isSet(String timer, String id) {
        return jdbc.sql(
                                """
                                select count(*) from scheduled_tasks
                                where task_name = :timer and task_instance = :id
                                """)
                        .param("timer", timer)
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The short names of an aggregate's events, in their order. */
    protected List<String> eventsOf(String aggregateId) {
        return jdbc.sql(
                        """
                        select split_part(type, '.', 3) from event
                        where aggregate_id = :id order by position
                        """)
                .param("id", aggregateId)
                .query(String.class)
                .list();
    }

    protected JdbcClient jdbc() {
        return jdbc;
    }

    protected Reply open(String shopId, String terms, int quantity) {
        return manager()
                .post(
                        "/api/v1/staff/campaigns",
                        """
                        {"shopId":"%s","name":"Spring","quantity":%d,"validUntil":"2098-01-01T00:00:00Z",%s}\
                        """
                                .formatted(shopId, quantity, terms));
    }

    /** A campaign with so many coupons, for as long as anybody will live. */
    protected String openCampaign(String shopId, String terms, int quantity) {
        var opened = open(shopId, terms, quantity);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("campaignId").asString();
    }

    protected Reply take(String memberId, String campaignId) {
        return take(buyer(memberId), campaignId);
    }

    protected static Reply take(Api request, String campaignId) {
        return request.post(
                "/api/v1/members/me/coupons", "{\"campaignId\":\"" + campaignId + "\"}");
    }

    protected String taken(String memberId, String campaignId) {
        var taken = take(memberId, campaignId);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return taken.json().path("couponId").asString();
    }
}
