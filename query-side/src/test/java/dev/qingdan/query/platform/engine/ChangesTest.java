package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.query.platform.projection.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private record Watched(@Nullable String audience, long version) implements Row {}

    private static Watched of(@Nullable String member) {
        return new Watched(member, 1);
    }

    @Test
    void rows_are_said_by_the_member_they_concern() {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("o1", of("lin"));
        rows.put("o2", of("wang"));
        rows.put("o3", of("lin"));

        var changes = Changes.of("order_view", rows).getFirst();

        assertThat(Changes.parse(changes.toString())).isEqualTo(changes);
        assertThat(changes.keys().get("lin")).containsExactly("o1", "o3");
        assertThat(changes.keys().get("wang")).containsExactly("o2");
    }

    @Test
    void rows_that_concern_nobody_are_not_said() {
        assertThat(Changes.of("shop_view", Map.of("s1", of(null)))).isEmpty();
    }

    @Test
    void a_large_batch_is_said_in_texts_that_postgresql_takes() {
        var rows = new LinkedHashMap<String, Row>();
        for (int i = 0; i < 1_000; i++) {
            rows.put(UUID.randomUUID().toString(), of(UUID.randomUUID().toString()));
        }

        var said = Changes.of("order_view", rows);

        assertThat(said)
                .allSatisfy(changes ->
                        assertThat(changes.toString().getBytes(UTF_8)).hasSizeLessThan(8_000));
        var keys = new ArrayList<String>();
        said.stream()
                .map(changes -> Changes.parse(changes.toString()))
                .forEach(changes -> changes.keys().values().forEach(keys::addAll));
        assertThat(keys).containsExactlyInAnyOrderElementsOf(rows.keySet());
    }

    @Test
    void where_a_key_is_too_long_to_be_said_everybody_is_told_to_look() {
        var changes = Changes.of("order_view", Map.of("o".repeat(8_000), of("lin"))).getFirst();

        assertThat(Changes.parse(changes.toString()).keys()).isEmpty();
    }
}
