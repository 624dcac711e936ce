package dev.qingdan.query.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.live.LiveUpdates;
import dev.qingdan.query.platform.web.Views.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final String ORDER = "order-1";
    private static final Place PLACE = new Place(Topic.ORDER, Topic.partitionOf(ORDER));

    private final LivePositions database = mock(LivePositions.class);
    private final LiveUpdates sockets = mock(LiveUpdates.class);
    private final AnswerCaches caches = mock(AnswerCaches.class);
    private final Freshness freshness = new Freshness(database, sockets, caches);

    private static Announcement at(String generation, long position, boolean parked) {
        return new Announcement(generation, Map.of(PLACE, position), parked);
    }

    private void databaseSays(Announcement announcement) {
        when(database.feeds(anyString(), any())).thenReturn(true);
        when(database.of("order_view")).thenReturn(Optional.of(announcement));
        freshness.look("order_view");
    }

    private Standing standing(long position) {
        var token = ConsistencyToken.NOTHING.with(Topic.ORDER, ORDER, position);
        return freshness.await("order_view", token, Duration.ZERO);
    }

    @Test
    void what_was_passed_is_held_and_what_was_not_is_not() {
        databaseSays(at("order_view_1", 7, false));

        assertThat(standing(7)).isEqualTo(Standing.HELD);
        assertThat(standing(8)).isEqualTo(Standing.BEHIND);
    }

    @Test
    void what_another_generation_has_passed_does_not_count() {
        databaseSays(at("order_view_1", 7, false));
        freshness.reached(at("order_view_2", 8, false));

        assertThat(standing(8)).isEqualTo(Standing.BEHIND);
    }

    @Test
    void sockets_look_afresh_after_a_swap_and_only_then() {
        databaseSays(at("order_view_1", 7, false));
        databaseSays(at("order_view_1", 8, false));
        verify(sockets, never()).lookAfresh();

        databaseSays(at("order_view_2", 8, false));
        verify(sockets, times(1)).lookAfresh();
    }

    @Test
    void a_parked_event_is_passed_but_not_held() {
        databaseSays(at("order_view_1", 7, false));
        when(database.parked("order_view_1", Map.of(PLACE, 8L))).thenReturn(true);

        freshness.reached(at("order_view_1", 8, true));

        assertThat(standing(8)).isEqualTo(Standing.PARKED);
        assertThat(standing(7)).isEqualTo(Standing.HELD);
    }

    @Test
    void an_event_that_is_parked_while_somebody_looks_is_not_overlooked() {
        databaseSays(at("order_view_1", 7, true));
        when(database.parked("order_view_1", Map.of(PLACE, 8L))).thenReturn(true);
        when(database.of("order_view"))
                .thenAnswer(_ -> {
                    var before = at("order_view_1", 7, false);
                    freshness.reached(at("order_view_1", 8, true));
                    return Optional.of(before);
                });

        freshness.look("order_view");

        assertThat(standing(8)).isEqualTo(Standing.PARKED);
    }

    @Test
    void what_is_in_memory_is_forgotten_where_a_reader_overtakes_what_was_announced() {
        databaseSays(at("order_view_1", 7, false));
        freshness.reached(at("order_view_1", 8, false));
        standing(8);
        verify(caches, never()).overtaken("order_view");

        databaseSays(at("order_view_1", 9, false));
        verify(caches, never()).overtaken("order_view");
        standing(9);
        standing(9);
        verify(caches, times(1)).overtaken("order_view");
    }
}
