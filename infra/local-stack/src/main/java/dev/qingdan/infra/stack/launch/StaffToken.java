package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** A short-lived token like the console's, by which the launcher speaks to the staff API. */
final class StaffToken {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

    private StaffToken() {}

    static String sign(Path privateKey, Instant now) {
        var claims =
                """
                {"iss":"qingdan/console","sub":"launcher","roles":["CLERK","MANAGER","OPERATOR"],\
                "iat":%d,"exp":%d}\
                """
                        .formatted(now.getEpochSecond(), now.plus(LIFE).getEpochSecond());
        var content = base64(HEADER.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(read(privateKey));
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + privateKey, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + privateKey, e);
        }
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        var encoded = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
