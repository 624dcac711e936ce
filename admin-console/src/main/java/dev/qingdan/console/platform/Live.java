package dev.qingdan.console.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Light polling: a fragment carries a mark of what it shows, and while that is unchanged the answer
 * is 204, so that nothing flickers, loses focus or is read aloud again.
 */
public final class Live {

    private Live() {}

    public static ModelAndView page(String view, Map<String, ?> shown) {
        return new ModelAndView(view, shown).addObject("mark", mark(shown));
    }

    public static ModelAndView fragment(String view, @Nullable String seen, Map<String, ?> shown) {
        return mark(shown).equals(seen) ? unchanged() : page(view, shown);
    }

    private static String mark(Map<String, ?> shown) {
        return Integer.toHexString(shown.hashCode());
    }

    private static ModelAndView unchanged() {
        return new ModelAndView(
                (_, _, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));
    }
}
