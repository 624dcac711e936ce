package dev.qingdan.infra.traffic.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Staff tokens as the console mints them; only the local stack's own key is ever at hand here. */
public final class StaffTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrivateKey key;

    public StaffTokens(Path privateKeyPem) {
        try {
            var base64 = Files.readString(privateKeyPem).replaceAll("-----[A-Z ]+-----", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            key = KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(privateKeyPem + " is not a PKCS#8 RSA key", e);
        }
    }

    /** A bearer token for this person in these roles. */
    public String token(String username, String... roles) {
        var now = Instant.now();
        var claims =
                Map.of(
                        "iss",
                        "qingdan/console",
                        "sub",
                        username,
                        "roles",
                        roles,
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(LIFE).getEpochSecond());
        var content = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return content + "." + sign(content);
    }

    private static String part(Object json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    private String sign(String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }
}
