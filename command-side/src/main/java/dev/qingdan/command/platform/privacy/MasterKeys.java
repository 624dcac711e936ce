package dev.qingdan.command.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.command.platform.Sha256;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Wraps members' keys, so that the database alone opens nothing; each wrapping names its master
 * key.
 */
@Component
class MasterKeys {

    /**
     * @param masterKey names the one that wrapped it
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
    record Wrapped(String masterKey, byte[] key) {}

    private static final int NAME_BYTES = 4;

    private final Map<String, SecretKey> known = new HashMap<>();
    private final String current;

    MasterKeys(PrivacyProperties properties) {
        current = add(Secret.of("qingdan.privacy.master-key", properties.masterKey()));
        properties
                .formerMasterKeys()
                .forEach(former -> add(Secret.of("qingdan.privacy.former-master-keys", former)));
    }

    private String add(byte[] secret) {
        var name = HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(secret), NAME_BYTES));
        known.put(name, new SecretKeySpec(secret, "AES"));
        return name;
    }

    Wrapped wrap(String memberId, SecretKey key) {
        return new Wrapped(
                current, AesGcm.seal(named(current), key.getEncoded(), memberId.getBytes(UTF_8)));
    }

    SecretKey unwrap(String memberId, Wrapped wrapped) {
        var bytes =
                AesGcm.open(named(wrapped.masterKey()), wrapped.key(), memberId.getBytes(UTF_8));
        return new SecretKeySpec(bytes, "AES");
    }

    private SecretKey named(String name) {
        var key = known.get(name);
        if (key == null) {
            throw new IllegalStateException(
                    "Master key %s is needed: add it to qingdan.privacy.former-master-keys"
                            .formatted(name));
        }
        return key;
    }
}
