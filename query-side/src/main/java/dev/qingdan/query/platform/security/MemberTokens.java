package dev.qingdan.query.platform.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Members' tokens, wherever they come in a request. */
@Component
public class MemberTokens {

    /** Whom a token speaks for, and how long. */
    public record Member(String id, Instant expiresAt) {}

    private static final String ISSUER = "qingdan/members";

    private final JwtDecoder decoder;

    MemberTokens(TokenKeys keys) {
        this.decoder = keys.member().decoder(ISSUER);
    }

    JwtDecoder decoder() {
        return decoder;
    }

    /** Empty where the token is not valid, or no longer. */
    public Optional<Member> member(String token) {
        try {
            var read = decoder.decode(token);
            var until = Objects.requireNonNullElse(read.getExpiresAt(), Instant.MAX);
            return Optional.ofNullable(read.getSubject()).map(id -> new Member(id, until));
        } catch (JwtException invalid) {
            return Optional.empty();
        }
    }
}
