package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Projection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The tables of a projection as they were filled from the beginning once, in their own schema. */
@Entity
@Table(schema = "engine", name = "generation")
class Generation {

    enum State {
        BUILDING,
        LIVE,
        PREVIOUS,
        DROPPED
    }

    @Id private String id;

    private String projection;
    private int number;
    private int version;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant createdAt;
    private @Nullable LocalDate since;

    @SuppressWarnings({"NullAway", "unused"}) // JPA fills it
    protected Generation() {}

    Generation(Projection projection, int number, Instant createdAt) {
        this.id = projection.name() + "_" + number;
        this.projection = projection.name();
        this.number = number;
        this.version = projection.version();
        this.state = State.BUILDING;
        this.createdAt = createdAt;
    }

    /** The name of its schema: {@code order_view_3}. */
    String id() {
        return id;
    }

    String projection() {
        return projection;
    }

    int number() {
        return number;
    }

    /** The version of the folds that filled it. */
    int version() {
        return version;
    }

    /** The first day that was counted for it; those before were copied. None where all were. */
    @Nullable LocalDate since() {
        return since;
    }

    void countedSince(LocalDate day) {
        since = day;
    }

    State state() {
        return state;
    }

    boolean is(State other) {
        return state == other;
    }

    void become(State next) {
        state = next;
    }
}
