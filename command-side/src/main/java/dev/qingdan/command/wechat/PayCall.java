package dev.qingdan.command.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import java.time.DateTimeException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every way in which a call through WeChat's SDK can end, as a value. */
final class PayCall {

    private static final Logger log = LoggerFactory.getLogger(PayCall.class);

    /** What passes by itself or by somebody's hand, not by another request. */
    private static final Set<String> TRY_LATER =
            Set.of("SYSTEM_ERROR", "FREQUENCY_LIMITED", "NOT_ENOUGH", "NO_AUTH", "SIGN_ERROR");

    /** It goes into an event, so whatever else may come in its place is not taken for one. */
    private static final Predicate<String> CODE =
            Pattern.compile("[A-Z][A-Z0-9_]{0,63}").asMatchPredicate();

    private PayCall() {}

    static <T> T ask(
            Supplier<? extends T> call,
            Function<String, ? extends T> refused,
            Function<Unavailable, ? extends T> away) {
        try {
            return call.get();
        } catch (ServiceException refusal) {
            return isFinal(refusal)
                    ? refused.apply(refusal.getErrorCode())
                    : away.apply(
                            unavailable(
                                    refusal.getHttpStatusCode() + " " + refusal.getErrorCode()));
        } catch (WechatPayException
                | IllegalArgumentException
                | JsonParseException
                | DateTimeException broken) {
            return away.apply(unavailable(broken.getClass().getSimpleName()));
        }
    }

    private static boolean isFinal(ServiceException refusal) {
        int status = refusal.getHttpStatusCode();
        String code = refusal.getErrorCode();
        return status < 500
                && status != 429
                && code != null
                && CODE.test(code)
                && !TRY_LATER.contains(code);
    }

    /** The SDK's own messages quote the request with the payer's openid, so they are not logged. */
    private static Unavailable unavailable(String why) {
        log.warn("WeChat Pay gave no usable answer: {}", why);
        return new Unavailable(why);
    }
}
