package dev.qingdan.query.platform.engine;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filling of a generation that is to replace the live one, or to be compared with it. */
@Entity
@Table(schema = "engine", name = "rebuild")
class Rebuild {

    enum Mode {
        /** Fills a new generation and puts it in the live one's place. */
        REPLACE,
        /** Fills a new generation, reports how it differs from the live one, and drops it. */
        VERIFY,
        /** Brings the previous generation up to date and puts it in the live one's place. */
        ROLLBACK
    }

    enum State {
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED;

        boolean open() {
            return this == RUNNING || this == PAUSED;
        }
    }

    @Id private UUID id;
    private String projection;
    private String generation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Enumerated(EnumType.STRING)
    private State state;

    private String requestedBy;
    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Long processed;
    private @Nullable Long differences;
    private @Nullable String differingKeys;

    @SuppressWarnings({"NullAway", "unused"}) // JPA fills it
    protected Rebuild() {}

    Rebuild(UUID id, Generation generation, Mode mode, String requestedBy, Instant startedAt) {
        this.id = id;
        this.projection = generation.projection();
        this.generation = generation.id();
        this.mode = mode;
        this.state = State.RUNNING;
        this.requestedBy = requestedBy;
        this.startedAt = startedAt;
    }

    UUID id() {
        return id;
    }

    String projection() {
        return projection;
    }

    String generation() {
        return generation;
    }

    Mode mode() {
        return mode;
    }

    State state() {
        return state;
    }

    boolean is(State other) {
        return state == other;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** How many events went into its generation until it ended. */
    @Nullable Long processed() {
        return processed;
    }

    @Nullable Long differences() {
        return differences;
    }

    @Nullable String differingKeys() {
        return differingKeys;
    }

    void become(State next) {
        state = next;
    }

    void end(State how, Instant at, long eventsProcessed) {
        state = how;
        finishedAt = at;
        processed = eventsProcessed;
    }

    void found(long differing, String keys) {
        differences = differing;
        differingKeys = keys;
    }
}
