package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import dev.qingdan.query.platform.calendar.ShopTime;
import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Columns.Column;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.Since;
import dev.qingdan.query.platform.projection.Table;
import dev.qingdan.query.platform.projection.TallyTable;
import dev.qingdan.query.platform.web.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The days that a rebuild since a later day leaves as they are: their sums are copied from the live
 * generation at one moment, with the positions that these stand for. Everything is read again, for
 * the rows of aggregates need their earlier events; but of the copied days only what comes after
 * those positions is counted. So nothing is counted twice, whenever its event arrives.
 */
@Component
class OlderDays {

    private final Generations generations;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    OlderDays(
            Generations generations,
            Positions positions,
            DeadLetters deadLetters,
            JdbcTemplate jdbc,
            Clock clock) {
        this.generations = generations;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void check(Projection projection, Rebuild.Mode mode, LocalDate since) {
        var tallies = projection.tallies();
        var byDay = tallies.stream().allMatch(table -> table.day().isPresent());
        if (mode == Rebuild.Mode.ROLLBACK || tallies.isEmpty() || !byDay) {
            throw Problem.unprocessable(
                    "rebuild.since-not-supported",
                    "Only sums that are kept by day can be counted again since a day");
        }
        if (since.isAfter(ShopTime.dayOf(clock.instant()))) {
            throw Problem.unprocessable("rebuild.since-in-future", "That day is yet to come");
        }
        var live = generations.live(projection.name()).orElseThrow();
        if (live.version() != projection.version()) {
            throw Problem.conflict(
                    "rebuild.other-version", "Days of another version cannot be kept");
        }
        if (deadLetters.count(live.id()) > 0) {
            throw Problem.conflict(
                    "rebuild.dead-letters",
                    "What is parked would be missing in the days before: retry or discard it first");
        }
    }

    /** Writers of the live generation wait until the transaction ends. */
    void copy(Projection projection, LocalDate since, Generation fresh) {
        var live = generations.live(projection.name()).orElseThrow();
        positions.hold(live.id());
        for (TallyTable<?, ?, ?> table : projection.tallies()) {
            jdbc.update(
                    "insert into %1$s.%3$s (%4$s) select %4$s from %2$s.%3$s where %5$s < ?"
                            .formatted(
                                    fresh.id(),
                                    live.id(),
                                    table.name(),
                                    Columns.of(table.rows()).all().stream()
                                            .map(Column::name)
                                            .collect(joining(", ")),
                                    table.day().orElseThrow().name()),
                    since);
        }
        positions.copied(live.id(), fresh.id());
        generations.countedSince(since, fresh);
    }

    /** The tables of a generation, of whose tallies only that is counted which was not copied. */
    static List<Table> leftOut(Projection projection, String generation, JdbcTemplate jdbc) {
        var copied =
                jdbc
                        .queryForList(
                                "select since from engine.generation where id = ? and since is not null",
                                LocalDate.class,
                                generation)
                        .stream()
                        .findFirst()
                        .map(day -> new Since(day, positions(generation, jdbc)));
        return copied.isEmpty()
                ? projection.tables()
                : projection.tables().stream()
                        .map(table ->
                                table instanceof TallyTable<?, ?, ?> sums
                                        ? sums.since(copied.get())
                                        : table)
                        .toList();
    }

    private static Map<Place, Long> positions(String generation, JdbcTemplate jdbc) {
        return jdbc
                .query(
                        "select topic, partition, copied from engine.partition_position where generation = ?",
                        (row, _) ->
                                Map.entry(
                                        new Place(topic(row.getString(1)), row.getInt(2)),
                                        row.getLong(3)),
                        generation)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Topic topic(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not a topic of ours: " + name));
    }
}
