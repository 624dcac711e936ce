package dev.qingdan.infra.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.refund.model.Status;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class PayTest {

    private static final String NOWHERE = "http://127.0.0.1:1/notifications";

    private static WeChatSimulator simulator;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        simulator = WeChatSimulator.start(0);
        merchant = new Merchant(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_payment_goes_from_prepay_to_success() {
        var prepayId = merchant.prepay("way-of-a-payment", 1280, NOWHERE);
        assertThat(merchant.query("way-of-a-payment").getTradeState())
                .isEqualTo(TradeStateEnum.NOTPAY);

        simulator.cashier().pay(prepayId, Outcome.SILENT);

        var transaction = merchant.query("way-of-a-payment");
        assertThat(transaction.getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
        assertThat(transaction.getAmount().getTotal()).isEqualTo(1280);
        assertThat(transaction.getPayer().getOpenid()).isEqualTo("o-buyer");
        assertThat(transaction.getTransactionId()).isNotBlank();
        assertThat(transaction.getSuccessTime()).endsWith("+08:00");
    }

    @Test
    void a_payment_that_the_bank_refused_can_be_tried_again() {
        var prepayId = merchant.prepay("tried-twice", 100, NOWHERE);
        simulator.cashier().pay(prepayId, Outcome.FAIL);
        assertThat(merchant.query("tried-twice").getTradeState()).isEqualTo(TradeStateEnum.NOTPAY);
        simulator.cashier().pay(prepayId, Outcome.SILENT);
        assertThat(merchant.query("tried-twice").getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
    }

    @Test
    void asking_again_for_the_same_gives_the_same_prepay_and_for_another_sum_a_refusal() {
        var first = merchant.prepay("asked-again", 100, NOWHERE);
        assertThat(merchant.prepay("asked-again", 100, NOWHERE)).isEqualTo(first);
        assertRefused("OUT_TRADE_NO_USED", () -> merchant.prepay("asked-again", 101, NOWHERE));
    }

    @Test
    void what_is_paid_can_be_neither_prepared_nor_closed() {
        simulator.cashier().pay(merchant.prepay("paid-already", 100, NOWHERE), Outcome.SILENT);
        assertRefused("ORDERPAID", () -> merchant.prepay("paid-already", 100, NOWHERE));
        assertRefused("ORDERPAID", () -> merchant.close("paid-already"));
    }

    @Test
    void what_is_closed_can_be_neither_prepared_nor_paid_and_closing_it_again_is_fine() {
        var prepayId = merchant.prepay("closed-then", 100, NOWHERE);
        merchant.close("closed-then");
        merchant.close("closed-then");
        simulator.cashier().pay(prepayId, Outcome.SUCCESS);
        assertThat(merchant.query("closed-then").getTradeState()).isEqualTo(TradeStateEnum.CLOSED);
        assertRefused("ORDER_CLOSED", () -> merchant.prepay("closed-then", 100, NOWHERE));
    }

    @Test
    void an_unknown_payment_does_not_exist() {
        assertRefused("ORDER_NOT_EXIST", () -> merchant.query("never-prepared"));
        assertRefused("ORDER_NOT_EXIST", () -> merchant.close("never-prepared"));
    }

    @Test
    void a_refund_is_accepted_first_and_paid_out_soon() {
        simulator.cashier().pay(merchant.prepay("to-be-refunded", 300, NOWHERE), Outcome.SILENT);

        var refund = merchant.refund("to-be-refunded", "refund-1", 100, 300, NOWHERE);

        assertThat(refund.getStatus()).isEqualTo(Status.PROCESSING);
        assertThat(merchant.query("to-be-refunded").getTradeState())
                .isEqualTo(TradeStateEnum.REFUND);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(merchant.queryRefund("refund-1").getStatus())
                                .isEqualTo(Status.SUCCESS));
    }

    @Test
    void a_refund_retried_under_its_number_is_one_refund() {
        simulator.cashier().pay(merchant.prepay("refunded-once", 300, NOWHERE), Outcome.SILENT);
        var first = merchant.refund("refunded-once", "refund-2", 300, 300, NOWHERE);
        var again = merchant.refund("refunded-once", "refund-2", 300, 300, NOWHERE);
        assertThat(again.getRefundId()).isEqualTo(first.getRefundId());
    }

    @Test
    void refunds_never_exceed_the_payment() {
        simulator.cashier().pay(merchant.prepay("refund-in-parts", 300, NOWHERE), Outcome.SILENT);
        merchant.refund("refund-in-parts", "part-1", 200, 300, NOWHERE);
        assertRefused(
                "INVALID_REQUEST",
                () -> merchant.refund("refund-in-parts", "part-2", 101, 300, NOWHERE));
        merchant.refund("refund-in-parts", "part-3", 100, 300, NOWHERE);
    }

    @Test
    void what_was_not_paid_is_not_refunded() {
        merchant.prepay("not-paid-yet", 300, NOWHERE);
        assertRefused(
                "INVALID_REQUEST",
                () -> merchant.refund("not-paid-yet", "refund-3", 300, 300, NOWHERE));
    }

    @Test
    void a_stranger_is_not_let_in() {
        var stranger = WeChatCredentials.generate();
        var pretender = new Merchant(simulator, simulator.credentials().signingWith(stranger));
        assertRefused("SIGN_ERROR", () -> pretender.prepay("by-a-stranger", 100, NOWHERE));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(code));
    }
}
