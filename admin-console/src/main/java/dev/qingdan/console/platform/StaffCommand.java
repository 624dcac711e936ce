package dev.qingdan.console.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Something that a member of staff asks a side to do.
 *
 * @param what its stable name in the audit log, such as {@code order.accept}
 * @param subject what it is done to: an order, a product, a projection
 * @param key the rendered form's own key, so that a second click changes nothing
 */
public record StaffCommand(
        String what,
        String subject,
        HttpMethod method,
        Call call,
        @Nullable Object body,
        String key) {

    public static StaffCommand post(
            String what, String subject, Call call, Object body, String key) {
        return new StaffCommand(what, subject, HttpMethod.POST, call, body, key);
    }

    public static StaffCommand put(
            String what, String subject, Call call, Object body, String key) {
        return new StaffCommand(what, subject, HttpMethod.PUT, call, body, key);
    }
}
