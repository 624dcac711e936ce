package dev.qingdan.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.wechat.PrepayAnswer.Prepared;
import dev.qingdan.command.wechat.WeChatPay.Prepay;
import dev.qingdan.command.wechat.WeChatRefunds.Refund;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import dev.qingdan.infra.wechat.pay.SignedNotification;
import dev.qingdan.infra.wechat.pay.Spoil;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationReaderTest {

    private static final String TRADE = "0198c0ffee00700080000123456789ab";

    private final WeChatClients clients = new WeChatClients();
    private final WeChatNotices notices = clients.get(WeChatNotices.class);

    @BeforeEach
    void somebody_paid() {
        var wish =
                new Prepay(TRADE, "轻单", 1_250, "openid-li", Instant.parse("2099-01-01T00:00:00Z"));
        var prepared = (Prepared) clients.get(WeChatPay.class).prepay(wish);
        clients.simulator.cashier().pay(prepared.prepayId(), Outcome.SILENT);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void believes_wechat() {
        assertThat(read(Spoil.NOTHING))
                .isInstanceOfSatisfying(
                        Notice.Genuine.class,
                        genuine ->
                                assertThat(genuine.content())
                                        .isInstanceOfSatisfying(
                                                PaymentState.Paid.class,
                                                paid ->
                                                        assertThat(paid.amount())
                                                                .isEqualTo(1_250)));
    }

    @Test
    void leaves_the_sum_to_the_payment_that_knows_it() {
        assertThat(read(Spoil.WRONG_AMOUNT)).isInstanceOf(Notice.Genuine.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            names = {
                "FORGED_SIGNATURE",
                "SIGNATURE_TEST",
                "SIGNATURE_NOT_BASE64",
                "NO_SIGNATURE",
                "FOREIGN_SERIAL",
                "STALE",
                "CHANGED_BODY"
            })
    void believes_nobody_else(Spoil spoil) {
        assertThat(read(spoil)).isInstanceOf(Notice.Untrusted.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            names = {"FOREIGN_ENCRYPTION", "FOREIGN_MERCHANT"})
    void takes_no_other_shops_payment_for_ours(Spoil spoil) {
        assertThat(read(spoil)).isInstanceOf(Notice.Unreadable.class);
    }

    @Test
    void does_not_believe_a_date_in_the_far_future_or_no_date() {
        assertThat(notices.payment(new SignedMessage("99999999999999999", "n", "s", "x", "{}")))
                .isInstanceOf(Notice.Untrusted.class);
        assertThat(notices.payment(new SignedMessage("soon", "n", "s", "x", "{}")))
                .isInstanceOf(Notice.Untrusted.class);
    }

    @Test
    void reads_how_a_refund_ended() {
        var refunds = clients.get(WeChatRefunds.class);
        refunds.refund(new Refund(TRADE, "refund-1", 50, 1_250));
        await().until(() -> refunds.query("refund-1") instanceof RefundState.Succeeded);

        var notice =
                notices.refund(
                        message(
                                clients.simulator
                                        .notifications()
                                        .refunded("refund-1", Spoil.NOTHING)));

        assertThat(notice)
                .isInstanceOfSatisfying(
                        Notice.Genuine.class,
                        genuine ->
                                assertThat(genuine.content())
                                        .isInstanceOfSatisfying(
                                                RefundReport.class,
                                                report -> {
                                                    assertThat(report.outRefundNo())
                                                            .isEqualTo("refund-1");
                                                    assertThat(report.amount()).isEqualTo(50);
                                                    assertThat(report.state())
                                                            .isInstanceOf(
                                                                    RefundState.Succeeded.class);
                                                }));
    }

    private Notice<PaymentState.Paid> read(Spoil spoil) {
        return notices.payment(message(clients.simulator.notifications().paid(TRADE, spoil)));
    }

    private static SignedMessage message(SignedNotification sent) {
        return new SignedMessage(
                sent.headers().getOrDefault("Wechatpay-Timestamp", ""),
                sent.headers().getOrDefault("Wechatpay-Nonce", ""),
                sent.headers().getOrDefault("Wechatpay-Signature", ""),
                sent.headers().getOrDefault("Wechatpay-Serial", ""),
                sent.body());
    }
}
