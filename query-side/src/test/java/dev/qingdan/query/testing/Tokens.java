package dev.qingdan.query.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Tokens as the command side and the console sign them. */
public final class Tokens {

    private static final KeyPair MEMBERS = pair();
    private static final KeyPair STAFF = pair();

    private Tokens() {}

    public static String memberKey() {
        return pem(MEMBERS);
    }

    public static String staffKey() {
        return pem(STAFF);
    }

    public static String member(String memberId) {
        return signed(MEMBERS, claims("qingdan/members", memberId, 7200).build());
    }

    public static String member(String memberId, Duration lifetime) {
        var seconds = (int) lifetime.toSeconds();
        return signed(MEMBERS, claims("qingdan/members", memberId, seconds).build());
    }

    public static String expiredMember(String memberId) {
        return signed(MEMBERS, claims("qingdan/members", memberId, -600).build());
    }

    /** Says that it is a member's, but another key has signed it. */
    public static String forgedMember(String memberId) {
        return signed(pair(), claims("qingdan/members", memberId, 7200).build());
    }

    public static String staff(String... roles) {
        var claims = claims("qingdan/console", "lin", 300).claim("roles", List.of(roles));
        return signed(STAFF, claims.build());
    }

    private static JWTClaimsSet.Builder claims(String issuer, String subject, int seconds) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)));
    }

    private static String signed(KeyPair key, JWTClaimsSet claims) {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(key.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("No token could be signed", e);
        }
        return token.serialize();
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows RSA", e);
        }
    }

    private static String pem(KeyPair pair) {
        var base64 = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }
}
