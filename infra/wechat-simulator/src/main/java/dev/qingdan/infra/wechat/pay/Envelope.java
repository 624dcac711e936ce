package dev.qingdan.infra.wechat.pay;

import dev.qingdan.infra.wechat.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A notification's body: its resource sealed with AEAD_AES_256_GCM under the APIv3 key. */
record Envelope(
        String id,
        @Nullable String createTime,
        String resourceType,
        String eventType,
        String summary,
        Resource resource) {

    record Resource(
            String originalType,
            String algorithm,
            String ciphertext,
            String associatedData,
            String nonce) {}

    static String around(Notification notification, String apiV3Key) {
        var nonce = UUID.randomUUID().toString().substring(24);
        var associatedData = notification.originalType();
        return Json.WECHAT.writeValueAsString(
                new Envelope(
                        notification.id(),
                        WeChatTime.write(notification.createTime()),
                        "encrypt-resource",
                        notification.eventType(),
                        notification.summary(),
                        new Resource(
                                notification.originalType(),
                                "AEAD_AES_256_GCM",
                                encrypt(notification.resource(), apiV3Key, nonce, associatedData),
                                associatedData,
                                nonce)));
    }

    private static String encrypt(String text, String key, String nonce, String associatedData) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }
}
