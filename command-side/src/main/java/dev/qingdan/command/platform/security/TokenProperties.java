package dev.qingdan.command.platform.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The keys of the tokens, each as PEM text or as the location of a PEM file.
 *
 * @param member what members' tokens are signed and checked with
 * @param staff what staff's tokens are checked with; the console signs them
 */
@Validated
@ConfigurationProperties("qingdan.tokens")
public record TokenProperties(@NotNull @Valid Member member, @NotNull @Valid Staff staff) {

    public static final String MEMBER_ISSUER = "qingdan/members";

    static final String STAFF_ISSUER = "qingdan/console";

    public record Member(@NotBlank String privateKey, @NotBlank String publicKey) {}

    public record Staff(@NotBlank String publicKey) {}
}
