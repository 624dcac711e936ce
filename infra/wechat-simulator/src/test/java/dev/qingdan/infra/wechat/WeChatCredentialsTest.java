package dev.qingdan.infra.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeChatCredentialsTest {

    @TempDir private Path folder;

    @Test
    void are_made_once_and_found_again() {
        var made = WeChatCredentials.loadOrCreate(folder.resolve("new"));
        assertThat(WeChatCredentials.loadOrCreate(folder.resolve("new"))).isEqualTo(made);
    }

    @Test
    void are_for_their_owner_only() throws IOException {
        WeChatCredentials.loadOrCreate(folder);
        var permissions = Files.getPosixFilePermissions(folder.resolve(WeChatCredentials.FILE));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void tell_the_application_nothing_that_is_WeChats_alone() {
        var credentials = WeChatCredentials.generate();
        assertThat(credentials.applicationProperties().values())
                .doesNotContain(credentials.platformPrivateKeyPem());
    }
}
