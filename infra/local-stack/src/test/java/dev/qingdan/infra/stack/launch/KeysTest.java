package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KeysTest {

    private Keys keys;

    @BeforeEach
    void made_in_a_folder_of_their_own(@TempDir Path folder) {
        keys = new Keys(folder.resolve("keys"));
        keys.makeWhatIsMissing();
    }

    @Test
    void only_their_owner_may_read_them() throws IOException {
        assertThat(permissions(keys.folder())).isEqualTo("rwx------");
        assertThat(permissions(keys.privateKey("staff"))).isEqualTo("rw-------");
        assertThat(permissions(keys.folder().resolve("staff-password"))).isEqualTo("rw-------");
    }

    @Test
    void the_next_run_finds_them_unchanged() throws IOException {
        var key = Files.readString(keys.privateKey("member"));
        var password = keys.staffPassword();

        keys.makeWhatIsMissing();

        assertThat(Files.readString(keys.privateKey("member"))).isEqualTo(key);
        assertThat(keys.staffPassword()).isEqualTo(password).matches("[a-z2-9]{14}");
    }

    @Test
    void a_pair_that_was_cut_short_is_made_anew() throws IOException {
        Files.delete(keys.privateKey("member"));

        keys.makeWhatIsMissing();

        assertThat(keys.privateKey("member")).exists();
    }

    @Test
    void a_staff_token_is_signed_by_the_staff_key_and_lives_five_minutes() throws Exception {
        var now = Instant.parse("2026-11-22T08:00:00Z");

        var token = StaffToken.sign(keys.privateKey("staff"), now).split("\\.");

        assertThat(isSigned(token)).isTrue();
        var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.get("iss").asString()).isEqualTo("qingdan/console");
        assertThat(claims.get("roles").toString()).contains("MANAGER", "CLERK");
        assertThat(claims.get("exp").asLong()).isEqualTo(now.plusSeconds(300).getEpochSecond());
    }

    private boolean isSigned(String[] token) throws GeneralSecurityException, IOException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(staffKey());
        signature.update((token[0] + "." + token[1]).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(token[2]));
    }

    private PublicKey staffKey() throws GeneralSecurityException, IOException {
        var pem = Files.readString(keys.publicKey("staff")).replaceAll("-----.*-----", "");
        var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
        return KeyFactory.getInstance("RSA").generatePublic(encoded);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
