package dev.qingdan.query.platform.engine;

import static dev.qingdan.query.testing.Orders.paid;
import static dev.qingdan.query.testing.Orders.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.query.platform.projection.Incoming;
import dev.qingdan.query.testing.History;
import dev.qingdan.query.testing.Records;
import dev.qingdan.query.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that does not know yet that its partition is somebody else's writes nothing. */
class ZombieTest {

    private final EngineDatabase database = new EngineDatabase();
    private final Samples projection = new Samples();
    private final List<Incoming> events =
            History.of(placed("o"), paid("o")).events().stream().map(Records::incoming).toList();
    private BatchWriter writer = database.writer(projection, "none");

    @BeforeEach
    void create() {
        writer = database.writer(projection, database.generation(projection));
    }

    private Claim claim() {
        return database.positions
                .claim("samples_1", List.of(events.getFirst().partition()))
                .getFirst();
    }

    private void write(Claim claim, Incoming event) {
        var end = event.record().offset() + 1;
        writer.write(Batch.of(List.of(event), Map.of(claim, end)), false);
    }

    private Map<String, Object> takings() {
        return database.jdbc.queryForMap("select orders, revenue from samples_1.takings");
    }

    @Test
    void the_batch_of_a_zombie_is_rolled_back_as_a_whole() {
        var zombie = claim();
        write(claim(), events.getFirst());

        assertThatThrownBy(() -> write(zombie, events.getFirst())).isInstanceOf(StaleClaim.class);

        assertThat(takings()).containsEntry("orders", 1).containsEntry("revenue", 0L);
    }

    @Test
    void a_zombie_that_skips_ahead_is_refused_as_well() {
        var zombie = claim();
        write(claim(), events.getFirst());

        assertThatThrownBy(() -> write(zombie, events.getLast())).isInstanceOf(StaleClaim.class);
    }

    @Test
    void a_generation_that_was_dropped_or_replaced_is_written_no_more() {
        var claim = claim();
        database.jdbc.update("update engine.generation set state = 'PREVIOUS'");

        assertThatThrownBy(() -> write(claim, events.getFirst())).isInstanceOf(StaleClaim.class);
    }

    @Test
    void the_one_who_claimed_last_goes_on() {
        write(claim(), events.getFirst());
        write(claim(), events.getLast());

        assertThat(takings()).containsEntry("orders", 1).containsEntry("revenue", 13_600L);
    }
}
