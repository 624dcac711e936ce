package dev.qingdan.command.member;

import dev.qingdan.command.platform.security.Pem;
import dev.qingdan.command.platform.security.TokenProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Mints what a member shows with each request, for two hours. */
@Component
class MemberTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final JwsHeader RS256 = JwsHeader.with(SignatureAlgorithm.RS256).build();

    private final JwtEncoder encoder;
    private final Clock clock;

    MemberTokens(TokenProperties tokens, Clock clock) {
        this.encoder =
                NimbusJwtEncoder.withKeyPair(
                                Pem.publicKey(tokens.member().publicKey()),
                                Pem.privateKey(tokens.member().privateKey()))
                        .build();
        this.clock = clock;
    }

    record MemberToken(String value, Instant expiresAt) {}

    MemberToken mint(String memberId) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(LIFE);
        var claims =
                JwtClaimsSet.builder()
                        .issuer(TokenProperties.MEMBER_ISSUER)
                        .subject(memberId)
                        .issuedAt(now)
                        .expiresAt(expiresAt)
                        .build();
        var token = encoder.encode(JwtEncoderParameters.from(RS256, claims));
        return new MemberToken(token.getTokenValue(), expiresAt);
    }
}
