package dev.qingdan.query.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.query.platform.cache.AnswerCaches.Found;
import dev.qingdan.query.platform.projection.Row;
import dev.qingdan.query.platform.projection.RowTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCacheTest {

    private static final long SECOND = 1_000_000_000L;

    private record Written(long version) implements Row {

        CachedAnswer answer() {
            return AnswerCacheTest.answer(version);
        }
    }

    private static final RowTable<DomainEvent, Written> ORDERS =
            new RowTable<>(
                    "orders",
                    DomainEvent.class,
                    Written.class,
                    (_, recorded) -> new Written(recorded.sequence()));

    private final AnswerCaches caches = new AnswerCaches(new SimpleMeterRegistry());
    private final AnswerCache cache =
            caches.of("/orders/{id}", "order_view", ORDERS, _ -> looked(), Written::answer);
    private Supplier<Optional<CachedAnswer>> database = Optional::empty;
    private int looks;

    private Optional<CachedAnswer> looked() {
        looks++;
        return database.get();
    }

    private void read(String key, long version) {
        read(key, version, () -> {});
    }

    private void read(String key, long version, Runnable meanwhile) {
        database =
                () -> {
                    meanwhile.run();
                    return Optional.of(answer(version));
                };
        var _ = cache.read(key);
    }

    private static CachedAnswer answer(long version) {
        return new CachedAnswer("member-1", version, "{\"version\":%d}".formatted(version));
    }

    private void heard(String key) {
        caches.changed("orders", List.of(key), Map.of());
    }

    private void heardOfOwn(String key, long version) {
        caches.heardUntil(System.nanoTime());
        heardOfOwnLater(key, version);
    }

    /** While it is not known whether all that was committed before has been heard. */
    private void heardOfOwnLater(String key, long version) {
        caches.changed("orders", List.of(key), Map.of(key, new Written(version)));
    }

    private Optional<Found> find(String uri) {
        return caches.place(uri).flatMap(caches::find);
    }

    private String known(String key) {
        var answer = cache.get(key);
        return answer == null ? "" : new String(answer.body());
    }

    @Test
    void what_was_read_is_known_until_its_row_changes() {
        read("a", 1);
        read("b", 1);
        assertThat(known("a")).contains("1");

        heard("a");

        assertThat(known("a")).isEmpty();
        assertThat(known("b")).isNotEmpty();
    }

    @Test
    void what_changes_while_it_is_read_is_not_kept() {
        read("a", 1, () -> heard("a"));
        read("b", 1, caches::clear);
        read("c", 1, () -> caches.overtaken("order_view"));

        assertThat(known("a") + known("b") + known("c")).isEmpty();
    }

    @Test
    void what_this_instance_wrote_is_known_once_it_is_heard_of() {
        read("a", 1);
        heardOfOwn("a", 2);
        looks = 0;

        assertThat(known("a")).contains("2");
        assertThat(known("a")).contains("2");
        assertThat(looks).isZero();
    }

    @Test
    void what_this_instance_wrote_is_forgotten_when_others_write() {
        heardOfOwn("a", 1);
        heard("a");
        heardOfOwn("b", 1);
        caches.clear();

        assertThat(known("a") + known("b")).isEmpty();
    }

    @Test
    void nobody_is_told_what_was_written_before_what_he_was_told_already() {
        caches.heardUntil(System.nanoTime());
        read("a", 3);
        heardOfOwnLater("a", 2);
        assertThat(known("a")).isEmpty();

        heardOfOwn("a", 3);
        assertThat(known("a")).contains("3");

        caches.heardUntil(System.nanoTime());
        caches.overtaken("order_view");
        heardOfOwnLater("b", 1);
        assertThat(known("b")).isEmpty();
    }

    @Test
    void what_was_looked_for_meanwhile_is_not_followed_by_what_was_written_before() {
        caches.heardUntil(System.nanoTime());
        read("a", 3, () -> heardOfOwn("a", 2));

        assertThat(known("a")).isEmpty();
    }

    @Test
    void what_is_heard_while_an_answer_is_made_is_not_overwritten_by_it() {
        var caches = new AnswerCaches(new SimpleMeterRegistry());
        var made =
                caches.of(
                        "/made/{id}",
                        "order_view",
                        ORDERS,
                        _ -> Optional.empty(),
                        row -> {
                            caches.changed("orders", List.of("a"), Map.of());
                            return row.answer();
                        });
        caches.heardUntil(System.nanoTime());
        caches.changed("orders", List.of("a"), Map.of("a", new Written(1)));

        assertThat(made.get("a")).isNotNull();
        assertThat(made.get("a")).isNull();
    }

    @Test
    void of_what_was_written_the_last_rows_are_at_hand() {
        for (int i = 0; i < 10_000; i++) {
            heardOfOwn("order-" + i, 1);
        }

        assertThat(known("order-0")).isEmpty();
        assertThat(known("order-9999")).isNotEmpty();
        assertThat(cache.bytes()).isLessThan(1_000);
    }

    @Test
    void what_another_projection_does_changes_nothing() {
        read("a", 1);

        caches.overtaken("product_view");
        caches.changed("products", List.of("a"), Map.of());

        assertThat(known("a")).isNotEmpty();
    }

    @Test
    void the_older_of_two_that_were_read_at_the_same_time_is_not_kept() {
        read("a", 1, () -> read("a", 2));

        assertThat(known("a")).contains("2");
    }

    @Test
    void what_is_remembered_is_told_without_a_look_unless_one_may_have_gone_deaf() {
        read("a", 1);
        caches.heardUntil(System.nanoTime());
        looks = 0;
        assertThat(find("/orders/a")).isPresent();
        assertThat(looks).isZero();

        caches.heardUntil(System.nanoTime() - 4 * SECOND);
        assertThat(find("/orders/a")).isPresent();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void what_is_not_remembered_is_looked_for_and_then_it_is() {
        caches.heardUntil(System.nanoTime());
        assertThat(find("/orders/a")).isEmpty();

        database = () -> Optional.of(answer(1));
        assertThat(find("/orders/a")).isPresent();
        assertThat(known("a")).contains("1");
        assertThat(looks).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/orders/", "/orders", "/orders/a/refunds", "/orders/a%20b", "/products/a"})
    void what_leads_elsewhere_is_not_looked_for(String uri) {
        assertThat(find(uri)).isEmpty();
        assertThat(looks).isZero();
    }

    @Test
    void what_was_asked_for_least_recently_makes_room() {
        var small = new AnswerCache(5_000, _ -> Optional.of(answer(1)));
        for (int i = 0; i < 1_000; i++) {
            var _ = small.read("order-" + i);
            assertThat(small.get("order-0")).isNotNull();
            assertThat(small.bytes()).isLessThanOrEqualTo(5_000);
        }
        assertThat(small.get("order-1")).isNull();
        assertThat(small.get("order-999")).isNotNull();
    }
}
