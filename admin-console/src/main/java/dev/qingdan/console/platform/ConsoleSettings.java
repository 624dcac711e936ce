package dev.qingdan.console.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console is told from outside.
 *
 * @param initialPassword the password of the first account, created when there is none
 * @param tokens the key that staff tokens are signed with
 */
@ConfigurationProperties("qingdan")
public record ConsoleSettings(
        @DefaultValue("http://127.0.0.1:8080") URI commandUrl,
        @DefaultValue("http://127.0.0.1:8081") URI queryUrl,
        @Nullable String initialPassword,
        @DefaultValue Tokens tokens) {

    public record Tokens(@DefaultValue Staff staff) {}

    /** A PEM text, or the location of one. */
    public record Staff(@Nullable String privateKey) {}

    URI urlOf(Side side) {
        return switch (side) {
            case COMMAND -> commandUrl;
            case QUERY -> queryUrl;
        };
    }
}
