package dev.qingdan.command.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what is personal with its member's own key, and opens it for as long as that key is there.
 * Whoever is erased loses the key: backups and copies of what was sealed are then noise.
 */
@Component
public class PersonalData {

    private final MemberKeys keys;

    PersonalData(MemberKeys keys) {
        this.keys = keys;
    }

    /** Gives a new member a key, in the caller's transaction. */
    public void begin(String memberId) {
        keys.create(memberId);
    }

    /**
     * @param field what the text is, such as {@code openid}; it opens as nothing else
     * @return nothing where the member has been erased: there is nobody any more whose it could be
     */
    public Optional<byte[]> seal(String memberId, String field, String text) {
        return keys.of(memberId)
                .map(key -> AesGcm.seal(key, text.getBytes(UTF_8), place(memberId, field)));
    }

    /** The text, or nothing where there is none or the member has been erased. */
    public Optional<String> open(String memberId, String field, byte @Nullable [] sealed) {
        return sealed == null
                ? Optional.empty()
                : keys.of(memberId)
                        .map(key -> AesGcm.open(key, sealed, place(memberId, field)))
                        .map(text -> new String(text, UTF_8));
    }

    /** From the commit of the caller's transaction on, nothing of this member opens again. */
    public void erase(String memberId) {
        keys.delete(memberId);
    }

    private static byte[] place(String memberId, String field) {
        return (memberId + "/" + field).getBytes(UTF_8);
    }
}
