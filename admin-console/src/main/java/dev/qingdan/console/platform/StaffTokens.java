package dev.qingdan.console.platform;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Mints the short-lived token that tells both sides who is asking; kept for most of its life. */
@Component
class StaffTokens {

    static final String ISSUER = "qingdan/console";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(4);

    private record Bearer(String name, List<String> roles) {}

    private record Minted(String token, Instant staleAt) {}

    private final JwtEncoder encoder;
    private final Clock clock;
    private final Map<Bearer, Minted> minted = new ConcurrentHashMap<>();

    StaffTokens(StaffKey key, Clock clock) {
        var jwk = new RSAKey.Builder(key.publicKey()).privateKey(key.privateKey()).build();
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(new JWKSet(jwk)));
        this.clock = clock;
    }

    String tokenOf(Authentication person) {
        var bearer = new Bearer(person.getName(), rolesOf(person));
        var now = clock.instant();
        minted.values().removeIf(token -> !now.isBefore(token.staleAt()));
        return minted.computeIfAbsent(bearer, fresh -> mint(fresh, now)).token();
    }

    private Minted mint(Bearer bearer, Instant now) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(ISSUER)
                        .subject(bearer.name())
                        .claim("roles", bearer.roles())
                        .issuedAt(now)
                        .expiresAt(now.plus(LIFE))
                        .build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Minted(token, now.plus(KEPT));
    }

    private static List<String> rolesOf(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .sorted()
                .toList();
    }
}
