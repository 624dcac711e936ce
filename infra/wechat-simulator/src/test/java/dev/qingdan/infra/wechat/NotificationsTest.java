package dev.qingdan.infra.wechat;

import static dev.qingdan.infra.wechat.SimulatorSettings.FOR_TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import dev.qingdan.infra.wechat.pay.Spoil;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationsTest {

    private final WeChatCredentials credentials = WeChatCredentials.generate();

    @Test
    void a_payment_is_told_until_the_shop_takes_it_and_always_under_the_same_id() {
        try (var simulator = WeChatSimulator.start(0, credentials, impatient());
                var inbox = new Inbox(2)) {
            var merchant = new Merchant(simulator);
            pay(simulator, merchant, "told-thrice", inbox);

            await().until(() -> inbox.received().size() == 3);

            var opened = inbox.received().stream().map(it -> open(merchant, it)).toList();
            assertThat(opened).extracting(Transaction::getOutTradeNo).containsOnly("told-thrice");
            assertThat(inbox.received().stream().map(it -> it.body().substring(0, 45)).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_refund_is_told() {
        try (var simulator = WeChatSimulator.start(0, credentials);
                var inbox = new Inbox(0)) {
            var merchant = new Merchant(simulator);
            pay(simulator, merchant, "paid-and-refunded", inbox);
            merchant.refund("paid-and-refunded", "refund-told", 40, 100, inbox.url());

            await().until(() -> inbox.received().size() == 2);

            var call = inbox.received().getLast();
            var refund =
                    merchant.open(Inbox.signature(call), call.body(), RefundNotification.class);
            assertThat(refund.getRefundStatus()).isEqualTo(Status.SUCCESS);
            assertThat(refund.getAmount().getRefund()).isEqualTo(40);
        }
    }

    @Test
    void what_was_not_taken_is_told_after_a_restart(@TempDir Path folder) {
        var data = folder.resolve("payments.jsonl");
        try (var inbox = new Inbox(0)) {
            var never = FOR_TESTS.withData(data).withNotifyAfter(List.of(Duration.ofHours(1)));
            try (var first = WeChatSimulator.start(0, credentials, never)) {
                pay(first, new Merchant(first), "in-flight", inbox);
            }
            assertThat(inbox.received()).isEmpty();
            try (var second = WeChatSimulator.start(0, credentials, FOR_TESTS.withData(data))) {
                await().until(() -> inbox.received().size() == 1);
                assertThat(new Merchant(second).query("in-flight").getAmount().getTotal())
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void now_and_then_a_wrong_signature_tests_the_shop() {
        var suspicious = FOR_TESTS.withWrongSignatureEvery(1);
        try (var simulator = WeChatSimulator.start(0, credentials, suspicious);
                var inbox = new Inbox(0)) {
            var merchant = new Merchant(simulator);
            pay(simulator, merchant, "tested-shop", inbox);

            await().until(() -> inbox.received().size() == 2);

            assertThatThrownBy(() -> open(merchant, inbox.received().getFirst()));
            assertThat(open(merchant, inbox.received().getLast()).getOutTradeNo())
                    .isEqualTo("tested-shop");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NOTHING",
                "STALE",
                "WRONG_AMOUNT",
                "FOREIGN_MERCHANT",
                "UNKNOWN_OUT_TRADE_NO"
            })
    void the_official_parser_sees_through(Spoil spoil) {
        try (var simulator = WeChatSimulator.start(0, credentials)) {
            var merchant = new Merchant(simulator);
            merchant.prepay("never-paid", 100, "http://127.0.0.1:1/notifications");
            var forged = simulator.notifications().paid("never-paid", spoil);
            assertThatThrownBy(() -> merchant.open(forged, Transaction.class));
        }
    }

    @Test
    void the_official_parser_leaves_the_rest_to_the_shop() {
        try (var simulator = WeChatSimulator.start(0, credentials)) {
            var merchant = new Merchant(simulator);
            merchant.prepay("looks-genuine", 100, "http://127.0.0.1:1/notifications");
            var forge = simulator.notifications();

            var stale = forge.paid("looks-genuine", Spoil.STALE);
            var cheap = forge.paid("looks-genuine", Spoil.WRONG_AMOUNT);

            assertThat(merchant.open(stale, Transaction.class).getAmount().getTotal())
                    .isEqualTo(100);
            assertThat(Long.parseLong(String.valueOf(stale.headers().get("Wechatpay-Timestamp"))))
                    .isLessThan(Instant.now().minusSeconds(300).getEpochSecond());
            assertThat(merchant.open(cheap, Transaction.class).getAmount().getTotal())
                    .isEqualTo(99);
        }
    }

    private static SimulatorSettings impatient() {
        var pause = Duration.ofMillis(50);
        return FOR_TESTS.withNotifyAfter(List.of(pause, pause, pause, pause));
    }

    private static void pay(
            WeChatSimulator simulator, Merchant merchant, String outTradeNo, Inbox inbox) {
        var prepayId = merchant.prepay(outTradeNo, 100, inbox.url());
        simulator.cashier().pay(prepayId, Outcome.SUCCESS);
    }

    private static Transaction open(Merchant merchant, Call call) {
        return merchant.open(Inbox.signature(call), call.body(), Transaction.class);
    }
}
