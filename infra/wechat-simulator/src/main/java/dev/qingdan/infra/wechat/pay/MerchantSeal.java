package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets in only what the merchant signed, and signs whatever goes out, a 204 and a refusal too. */
public final class MerchantSeal {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PayKeys keys;
    private final PlatformSignature platform;
    private final Clock clock;

    public MerchantSeal(PayKeys keys, Clock clock) {
        this.keys = keys;
        this.platform = new PlatformSignature(keys);
        this.clock = clock;
    }

    public Handler around(Handler handler) {
        return call -> {
            if (!call.path().startsWith("/v3/")) {
                return handler.handle(call);
            }
            return signed(
                    isTheMerchant(call) ? handler.handle(call) : PayError.SIGN_ERROR.answer());
        };
    }

    private Answer signed(Answer answer) {
        return answer.with(platform.headers(clock.instant(), answer.body()));
    }

    private boolean isTheMerchant(Call call) {
        var authorization = call.header("authorization").orElse("");
        if (!authorization.startsWith(SCHEME)) {
            return false;
        }
        var time = part(authorization, "timestamp").filter(it -> it.matches("\\d{1,12}"));
        var nonce = part(authorization, "nonce_str");
        var signature = part(authorization, "signature");
        return part(authorization, "mchid").filter(keys.mchId()::equals).isPresent()
                && part(authorization, "serial_no")
                        .filter(keys.merchantSerial()::equals)
                        .isPresent()
                && time.filter(this::isFresh).isPresent()
                && nonce.isPresent()
                && signature.isPresent()
                && Signatures.verify(
                        keys.merchantKey(),
                        signature.get(),
                        call.method(),
                        call.target(),
                        time.get(),
                        nonce.get(),
                        call.body());
    }

    private boolean isFresh(String epochSeconds) {
        var sent = Instant.ofEpochSecond(Long.parseLong(epochSeconds));
        return Duration.between(sent, clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    private static Optional<String> part(String authorization, String name) {
        var matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(authorization);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
