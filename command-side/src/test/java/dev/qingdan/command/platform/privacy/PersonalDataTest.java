package dev.qingdan.command.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.command.TestKeys;
import dev.qingdan.command.TestStore;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final TestStore STORE = TestStore.fresh();

    private final String master = TestKeys.secret();
    private final PersonalData personal = under(master);
    private final String li = UUID.randomUUID().toString();

    @Test
    void what_is_sealed_opens_again_and_is_not_readable_meanwhile() {
        personal.begin(li);

        var sealed = personal.seal(li, "note", "Ring at 王小明, 13800000000").orElseThrow();

        assertThat(new String(sealed, UTF_8)).doesNotContain("13800000000").doesNotContain("王小明");
        assertThat(personal.open(li, "note", sealed)).hasValue("Ring at 王小明, 13800000000");
    }

    @Test
    void the_same_text_looks_different_each_time() {
        personal.begin(li);

        assertThat(personal.seal(li, "note", "tea")).isNotEqualTo(personal.seal(li, "note", "tea"));
    }

    @Test
    void it_opens_neither_as_another_field_nor_for_another_member() {
        var wang = UUID.randomUUID().toString();
        personal.begin(li);
        personal.begin(wang);
        var sealed = personal.seal(li, "note", "tea").orElseThrow();

        assertThatThrownBy(() -> personal.open(li, "openid", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> personal.open(wang, "note", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_does_not_open_once_it_was_changed() {
        personal.begin(li);
        var sealed = personal.seal(li, "note", "tea").orElseThrow();
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> personal.open(li, "note", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void of_an_erased_member_nothing_opens_and_nothing_more_is_sealed() {
        personal.begin(li);
        var sealed = personal.seal(li, "note", "tea").orElseThrow();

        personal.erase(li);

        assertThat(personal.open(li, "note", sealed)).isEmpty();
        assertThat(personal.seal(li, "note", "more tea")).isEmpty();
    }

    @Test
    void a_former_master_key_still_opens_what_it_has_wrapped() {
        personal.begin(li);
        var sealed = personal.seal(li, "note", "tea").orElseThrow();
        var next = TestKeys.secret();

        assertThat(under(next, master).open(li, "note", sealed)).hasValue("tea");
        assertThatThrownBy(() -> under(next).open(li, "note", sealed))
                .hasMessageContaining("qingdan.privacy.former-master-keys");
    }

    @Test
    void a_secret_that_is_no_secret_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> under("c2hvcnQ="))
                .hasMessageContaining("qingdan.privacy.master-key has 5 bytes and needs 32");
        assertThatThrownBy(() -> under("§§")).hasMessageContaining("is not Base64");
    }

    private static PersonalData under(String masterKey, String... formerMasterKeys) {
        var properties =
                new PrivacyProperties(masterKey, List.of(formerMasterKeys), TestKeys.SECRET);
        return new PersonalData(new MemberKeys(STORE.jdbc(), new MasterKeys(properties)));
    }
}
