package dev.qingdan.command.platform.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Authenticated encryption by AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: what
 * was changed, or belongs elsewhere, does not open.
 */
final class AesGcm {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /**
     * @param place what the text belongs to; it opens nowhere else
     * @return the nonce and then the encrypted text with its tag
     */
    static byte[] seal(SecretKey key, byte[] text, byte[] place) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var encrypted = run(Cipher.ENCRYPT_MODE, key, nonce, text, place);
        return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * @throws IllegalStateException where it was sealed with another key, for another place, or is
     *     no longer what it was
     */
    static byte[] open(SecretKey key, byte[] sealed, byte[] place) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        var encrypted = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, key, nonce, encrypted, place);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] text, byte[] place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed cannot be opened here", e);
        }
    }
}
