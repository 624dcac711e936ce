package dev.qingdan.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and returns to the page that was open. */
@Controller
class LanguageSwitch {

    private static final Map<String, Locale> LANGUAGES =
            Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    private final LocaleResolver locales;

    LanguageSwitch(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language/{tag}")
    String change(
            @PathVariable String tag,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(
                request, response, LANGUAGES.getOrDefault(tag, Locale.SIMPLIFIED_CHINESE));
        return "redirect:" + pageBefore(referer);
    }

    /** Only the path and query are taken over, so that no other site can be led to. */
    private static String pageBefore(@Nullable String referer) {
        try {
            var page = URI.create(referer == null ? "/" : referer);
            var path = page.getRawPath() == null ? "" : page.getRawPath();
            var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return path.startsWith("/") && !path.startsWith("//") ? path + query : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
