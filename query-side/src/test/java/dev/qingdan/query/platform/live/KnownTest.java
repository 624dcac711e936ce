package dev.qingdan.query.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.live.LiveView.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client has missed, given what it says that it has. */
class KnownTest {

    /** {@code order@version}, oldest first. */
    private static List<Standing> view(String... rows) {
        return Stream.of(rows)
                .map(row -> row.split("@"))
                .map(row -> new Standing("lin", row[0], Long.parseLong(row[1])))
                .toList();
    }

    private static Known having(@Nullable Map<String, Long> versions) {
        return new Known(versions);
    }

    @Test
    void newer_versions_of_what_it_has() {
        var known = having(Map.of("a", 1L, "b", 2L));

        assertThat(known.missing(view("a@1", "b@5"))).containsExactly("b");
    }

    @Test
    void what_is_newer_than_the_oldest_it_has_but_not_what_is_older() {
        var known = having(Map.of("b", 0L));

        assertThat(known.missing(view("a@0", "b@0", "c@3"))).containsExactly("c");
    }

    @Test
    void everything_if_it_has_nothing_or_only_what_is_not_there() {
        assertThat(having(Map.of()).missing(view("a@0", "b@1"))).containsExactly("a", "b");
        assertThat(having(Map.of("x", 9L)).missing(view("a@0"))).containsExactly("a");
    }

    @Test
    void nothing_if_it_asks_only_for_what_is_to_come() {
        assertThat(having(null).missing(view("a@0", "b@1"))).isEmpty();
    }

    @Test
    void looking_again_finds_what_changed_and_what_came_since() {
        var known = having(null);
        known.missing(view("a@0", "b@1"));

        assertThat(known.missing(view("a@2", "b@1", "c@0"))).containsExactly("a", "c");
    }

    @Test
    void what_was_there_before_it_was_announced_is_told_when_it_is() {
        var known = having(null);
        known.missing(view("a@0"));

        assertThat(known.advances("a", 0)).isTrue();
        assertThat(known.advances("a", 0)).isFalse();
    }

    @Test
    void a_version_is_told_once_and_an_older_one_never() {
        var known = having(Map.of());

        assertThat(known.advances("a", 3)).isTrue();
        assertThat(known.advances("a", 3)).isFalse();
        assertThat(known.advances("a", 2)).isFalse();
        assertThat(known.advances("a", 4)).isTrue();
    }
}
