package dev.qingdan.console.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

@Configuration
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Chinese, until somebody asks for another language; then that, for a year. */
    @Bean
    LocaleResolver localeResolver() {
        var cookie = new CookieLocaleResolver("language");
        cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        return cookie;
    }
}
