package dev.qingdan.command.payment;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.TraceParent;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.http.BoundedBody;
import dev.qingdan.command.wechat.Notice;
import dev.qingdan.command.wechat.SignedMessage;
import dev.qingdan.command.wechat.WeChatNotices;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What WeChat tells us by itself. It repeats whatever is not answered with 2xx. */
@RestController
class NotificationApi {

    private static final Logger log = LoggerFactory.getLogger(NotificationApi.class);

    private final WeChatNotices notices;
    private final UnitsOfWork units;
    private final NotificationInbox inbox;
    private final Payments payments;
    private final Refunds refunds;

    NotificationApi(
            WeChatNotices notices,
            UnitsOfWork units,
            NotificationInbox inbox,
            Payments payments,
            Refunds refunds) {
        this.notices = notices;
        this.units = units;
        this.inbox = inbox;
        this.payments = payments;
        this.refunds = refunds;
    }

    /** The form of a "no" that WeChat asks for. */
    record Failure(String code, String message) {}

    @PostMapping("/wechat/payments/notifications")
    ResponseEntity<?> paid(HttpServletRequest request) {
        return answer(notices.payment(message(request)), payments::confirm);
    }

    @PostMapping("/wechat/refunds/notifications")
    ResponseEntity<?> refunded(HttpServletRequest request) {
        return answer(
                notices.refund(message(request)),
                report ->
                        refunds.record(report.outTradeNo(), report.outRefundNo(), report.state()));
    }

    private <T> ResponseEntity<?> answer(Notice<T> notice, Consumer<T> work) {
        return switch (notice) {
            case Notice.Genuine<T>(var id, var content) -> take(id, () -> work.accept(content));
            case Notice.Untrusted<T>(var why) -> fail(HttpStatus.UNAUTHORIZED, why);
            case Notice.Unreadable<T>(var why) -> fail(HttpStatus.BAD_REQUEST, why);
        };
    }

    private ResponseEntity<?> take(String id, Runnable work) {
        try {
            units.run(
                    new Origin("system:wechat", id, id, TraceParent.start().toString()),
                    () -> {
                        boolean first = inbox.take(id);
                        if (first) {
                            work.run();
                        }
                        return first;
                    });
            return ResponseEntity.noContent().build();
        } catch (CommandRefused refused) {
            return fail(statusOf(refused.refusal()), refused.refusal().code());
        }
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ResponseEntity<Failure> fail(HttpStatus status, String why) {
        log.warn("A notification was not taken: {} {}", status.value(), why);
        return ResponseEntity.status(status).body(new Failure("FAIL", why));
    }

    private static SignedMessage message(HttpServletRequest request) {
        return new SignedMessage(
                header(request, "Wechatpay-Timestamp"),
                header(request, "Wechatpay-Nonce"),
                header(request, "Wechatpay-Signature"),
                header(request, "Wechatpay-Serial"),
                new String(BoundedBody.of(request), StandardCharsets.UTF_8));
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
