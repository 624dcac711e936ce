package dev.qingdan.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The key pairs of one test run, and tokens signed with them. */
public record TestKeys(KeyPair pair) {

    public static final TestKeys MEMBER = generate();
    public static final TestKeys STAFF = generate();

    /** Seals what is personal in the databases of one test run. */
    public static final String SECRET = secret();

    /** 32 random bytes in Base64. */
    public static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static TestKeys generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new TestKeys(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    public static String memberToken(String memberId) {
        return MEMBER.sign(claims("qingdan/members", memberId).build());
    }

    public static String staffToken(String... roles) {
        return STAFF.sign(claims("qingdan/console", "lin").claim("roles", List.of(roles)).build());
    }

    public static JwtClaimsSet.Builder claims(String issuer, String subject) {
        var now = Instant.now();
        return JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(subject)
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(5)));
    }

    public String sign(JwtClaimsSet claims) {
        var encoder =
                NimbusJwtEncoder.withKeyPair(
                                (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate())
                        .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    public String publicPem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    public String privatePem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind);
    }
}
