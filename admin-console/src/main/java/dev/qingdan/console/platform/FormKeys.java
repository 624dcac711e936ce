package dev.qingdan.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One key per rendered form, so that a double click or a repeated send is the same command. */
@Component("formKeys")
class FormKeys {

    static final String KEPT = "keptFormKeys";

    private final HttpServletRequest request;

    FormKeys(HttpServletRequest request) {
        this.request = request;
    }

    public String of(String what, String subject) {
        var flashed = RequestContextUtils.getInputFlashMap(request);
        if (flashed != null
                && flashed.get(KEPT) instanceof Map<?, ?> kept
                && kept.get(what + subject) instanceof String key) {
            return key;
        }
        return UUID.randomUUID().toString();
    }
}
