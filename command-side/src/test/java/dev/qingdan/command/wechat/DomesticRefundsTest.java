package dev.qingdan.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.command.wechat.PrepayAnswer.Prepared;
import dev.qingdan.command.wechat.WeChatPay.Prepay;
import dev.qingdan.command.wechat.WeChatRefunds.Refund;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomesticRefundsTest {

    private static final String TRADE = "0198c0ffee00700080000123456789ab";
    private static final Refund ALL = new Refund(TRADE, "refund-1", 1_250, 1_250);

    private final WeChatClients clients = new WeChatClients();
    private final WeChatRefunds refunds = clients.get(WeChatRefunds.class);

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
    void gives_the_money_back_after_a_while() {
        assertThat(refunds.refund(ALL)).isEqualTo(new RefundState.Processing());

        await().until(() -> refunds.query("refund-1") instanceof RefundState.Succeeded);
    }

    @Test
    void gives_it_back_once_however_often_it_is_asked() {
        refunds.refund(ALL);

        await().until(() -> refunds.refund(ALL) instanceof RefundState.Succeeded);
    }

    @Test
    void cannot_give_back_more_than_was_paid() {
        assertThat(refunds.refund(new Refund(TRADE, "refund-2", 1_251, 1_250)))
                .isEqualTo(new RefundState.Failed("INVALID_REQUEST"));
    }

    @Test
    void does_not_know_a_refund_that_was_never_asked_for() {
        assertThat(refunds.query("refund-3")).isEqualTo(new RefundState.Unknown());
    }

    @Test
    void takes_only_a_code_for_a_final_no() throws Exception {
        clients.fault("{\"path\":\"/v3/refund\",\"status\":403,\"errcode\":\"Ask Li, 138\"}");

        assertThat(refunds.refund(ALL)).isInstanceOf(Unavailable.class);
    }

    @Test
    void waits_where_the_merchants_account_is_empty() throws Exception {
        clients.fault("{\"path\":\"/v3/refund\",\"status\":403,\"errcode\":\"NOT_ENOUGH\"}");

        assertThat(refunds.refund(ALL)).isInstanceOf(Unavailable.class);
    }
}
