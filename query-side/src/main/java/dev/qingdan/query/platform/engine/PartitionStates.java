package dev.qingdan.query.platform.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions of a generation beside the ends of its topics. */
@Component
class PartitionStates {

    private final JdbcClient jdbc;
    private final Topics topics;
    private final EndOffsets ends;

    PartitionStates(JdbcClient jdbc, Topics topics, EndOffsets ends) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.ends = ends;
    }

    List<PartitionState> of(String generation) {
        var states =
                jdbc.sql(
                                """
                                select topic, partition, next_offset, events, last_event_at
                                from engine.partition_position where generation = ? order by topic, partition
                                """)
                        .param(generation)
                        .query(PartitionStates::read)
                        .list();
        var ending = ends.of(states.stream().map(this::partition).toList());
        return states.stream().map(state -> state.endingAt(ending.get(partition(state)))).toList();
    }

    private TopicPartition partition(PartitionState state) {
        return topics.partition(state.topic(), state.partition());
    }

    private static PartitionState read(ResultSet row, int number) throws SQLException {
        var lastEventAt = row.getObject(5, OffsetDateTime.class);
        return new PartitionState(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                null,
                null,
                row.getLong(4),
                lastEventAt == null ? null : lastEventAt.toInstant());
    }
}
