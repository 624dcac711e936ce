package dev.qingdan.command.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.core.util.PemUtil;
import dev.qingdan.command.wechat.PrepayAnswer.Prepared;
import dev.qingdan.command.wechat.WeChatPay.Prepay;
import dev.qingdan.infra.wechat.pay.Cashier.Outcome;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsapiPayTest {

    private static final String NUMBER = "0198c0ffee00700080000123456789ab";
    private static final String TRADE = "/v3/pay/transactions/out-trade-no/";

    private final WeChatClients clients = new WeChatClients();
    private final WeChatPay pay = clients.get(WeChatPay.class);

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void prepares_a_payment_and_again_the_same() {
        var first = prepare();

        assertThat(prepare()).isEqualTo(first);
    }

    @Test
    void signs_what_the_mini_program_hands_to_wechat() throws Exception {
        var parameters = pay.parameters("wx123");

        assertThat(parameters.prepayPackage()).isEqualTo("prepay_id=wx123");
        assertThat(parameters.signType()).isEqualTo("RSA");
        var signed =
                "%s\n%s\n%s\nprepay_id=wx123\n"
                        .formatted(
                                clients.simulator.credentials().appId(),
                                parameters.timeStamp(),
                                parameters.nonceStr());
        assertThat(isMerchantsSignature(parameters.paySign(), signed)).isTrue();
    }

    @Test
    void tells_a_paid_attempt_from_an_unpaid_one() {
        var prepared = prepare();
        assertThat(pay.query(NUMBER)).isEqualTo(new PaymentState.Unpaid());

        clients.simulator.cashier().pay(prepared.prepayId(), Outcome.SILENT);

        assertThat(pay.query(NUMBER))
                .isInstanceOfSatisfying(
                        PaymentState.Paid.class,
                        paid -> {
                            assertThat(paid.outTradeNo()).isEqualTo(NUMBER);
                            assertThat(paid.amount()).isEqualTo(1_250);
                            assertThat(paid.paidAt()).isBefore(Instant.now().plusSeconds(1));
                        });
    }

    @Test
    void does_not_know_a_number_that_was_never_prepared() {
        assertThat(pay.query(NUMBER)).isEqualTo(new PaymentState.Unknown());
        assertThat(pay.close(NUMBER)).isEqualTo(new CloseAnswer.Unknown());
    }

    @Test
    void closes_an_attempt_so_that_nobody_can_pay_it() {
        prepare();

        assertThat(pay.close(NUMBER)).isEqualTo(new CloseAnswer.Closed());
        assertThat(pay.close(NUMBER)).isEqualTo(new CloseAnswer.Closed());
        assertThat(pay.query(NUMBER)).isEqualTo(new PaymentState.Closed());
        assertThat(pay.prepay(wish(1_250))).isEqualTo(new PrepayAnswer.AlreadyClosed());
    }

    @Test
    void does_not_close_what_was_paid() {
        clients.simulator.cashier().pay(prepare().prepayId(), Outcome.SILENT);

        assertThat(pay.close(NUMBER)).isEqualTo(new CloseAnswer.AlreadyPaid());
        assertThat(pay.prepay(wish(1_250))).isEqualTo(new PrepayAnswer.AlreadyPaid());
    }

    @Test
    void is_told_when_the_buyer_is_just_paying() throws Exception {
        clients.fault(
                "{\"path\":\"%s\",\"status\":400,\"errcode\":\"USER_PAYING\"}".formatted(TRADE));

        assertThat(pay.close(NUMBER)).isEqualTo(new CloseAnswer.BeingPaid());
    }

    @Test
    void is_refused_another_sum_under_the_same_number() {
        prepare();

        assertThat(pay.prepay(wish(999))).isInstanceOf(PrepayAnswer.Refused.class);
    }

    @Test
    void takes_no_answer_for_a_no() throws Exception {
        clients.fault("{\"path\":\"/v3/pay\",\"status\":500}");
        assertThat(pay.prepay(wish(1_250))).isInstanceOf(Unavailable.class);

        clients.fault("{\"path\":\"/v3/pay\",\"drop\":true,\"times\":2}");
        assertThat(pay.query(NUMBER)).isInstanceOf(Unavailable.class);

        clients.fault("{\"path\":\"/v3/pay\",\"status\":429,\"errcode\":\"FREQUENCY_LIMITED\"}");
        assertThat(pay.close(NUMBER)).isInstanceOf(Unavailable.class);

        clients.fault("{\"path\":\"/v3/pay\",\"status\":400,\"errcode\":\"NEVER_HEARD_OF\"}");
        assertThat(pay.close(NUMBER)).isInstanceOf(Unavailable.class);
    }

    @Test
    void is_unavailable_when_nobody_is_there() {
        clients.stopWeChat();

        assertThat(pay.query(NUMBER)).isInstanceOf(Unavailable.class);
    }

    private Prepared prepare() {
        return (Prepared) pay.prepay(wish(1_250));
    }

    private static Prepay wish(long amount) {
        return new Prepay(
                NUMBER, "轻单 1122-0042", amount, "openid-li", Instant.parse("2099-01-01T00:00:00Z"));
    }

    private boolean isMerchantsSignature(String signature, String text) throws Exception {
        var pem = clients.simulator.credentials().merchantPrivateKeyPem();
        var key = (RSAPrivateCrtKey) PemUtil.loadPrivateKeyFromString(pem);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        verifier.update(text.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }
}
