package dev.qingdan.command.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Finds a personal text by equality without keeping it: HMAC-SHA-256 (RFC 2104) under a secret. */
@Component
public class BlindIndex {

    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    BlindIndex(PrivacyProperties properties) {
        key =
                new SecretKeySpec(
                        Secret.of("qingdan.privacy.index-key", properties.indexKey()), HMAC);
    }

    /**
     * The same 32 bytes for the same text, from which nobody gets back to it without the secret.
     */
    public byte[] of(String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
