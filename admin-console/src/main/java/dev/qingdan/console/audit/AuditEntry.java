package dev.qingdan.console.audit;

import dev.qingdan.console.platform.CommandAttempted;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One attempt to change something; never changed itself. */
@Entity
@Immutable
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;
    private String who;
    private String what;
    private String subject;
    private String address;

    @Enumerated(EnumType.STRING)
    private CommandAttempted.Outcome outcome;

    private @Nullable String code;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(Instant at, String who, String address, CommandAttempted attempt) {
        this.at = at;
        this.who = who;
        this.address = address;
        this.what = attempt.what();
        this.subject = attempt.subject();
        this.outcome = attempt.outcome();
        this.code = attempt.code();
    }

    public @Nullable Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    public String getWho() {
        return who;
    }

    public String getWhat() {
        return what;
    }

    public String getSubject() {
        return subject;
    }

    public String getAddress() {
        return address;
    }

    public CommandAttempted.Outcome getOutcome() {
        return outcome;
    }

    public @Nullable String getCode() {
        return code;
    }
}
