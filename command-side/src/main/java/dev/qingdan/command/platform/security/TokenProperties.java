package dev.qingdan.command.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of the tokens, each as PEM text or as the location of a PEM file.
 *
 * @param member what members' tokens are signed and checked with
 * @param staff what staff's tokens are checked with; the console signs them
 */
@ConfigurationProperties("qingdan.tokens")
public record TokenProperties(Member member, Staff staff) {

    public static final String MEMBER_ISSUER = "qingdan/members";

    static final String STAFF_ISSUER = "qingdan/console";

    public record Member(String privateKey, String publicKey) {}

    public record Staff(String publicKey) {}
}
