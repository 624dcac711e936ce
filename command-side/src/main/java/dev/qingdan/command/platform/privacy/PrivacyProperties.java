package dev.qingdan.command.platform.privacy;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Secrets of 32 bytes each, as Base64 text or as {@code file:/...}, the location of a file with
 * that text; {@code openssl rand -base64 32} makes one.
 *
 * @param masterKey wraps the members' own keys
 * @param formerMasterKeys open what an earlier master key has wrapped
 * @param indexKey finds an openid without keeping it readable; changing it makes every member new
 */
@Validated
@ConfigurationProperties("qingdan.privacy")
record PrivacyProperties(
        @NotBlank String masterKey,
        @DefaultValue List<String> formerMasterKeys,
        @NotBlank String indexKey) {

    /** None of the secrets belongs into a log. */
    @Override
    public String toString() {
        return "PrivacyProperties[...]";
    }
}
