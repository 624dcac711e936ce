package dev.qingdan.infra.benchmark.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens of an operator and of members, signed by a key that is made for this run. */
final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

    private final KeyPair pair = pair();

    String publicKey() {
        var base64 = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----" + base64 + "-----END PUBLIC KEY-----";
    }

    String operator() {
        return signed("qingdan/console", "benchmark", "\"roles\":[\"OPERATOR\"],");
    }

    String member(String memberId) {
        return signed("qingdan/members", memberId, "");
    }

    private String signed(String issuer, String subject, String more) {
        var claims =
                "{\"iss\":\"%s\",\"sub\":\"%s\",%s\"exp\":%d}"
                        .formatted(
                                issuer, subject, more, Instant.now().plus(LIFE).getEpochSecond());
        var content = base64(HEADER.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No token could be signed", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
