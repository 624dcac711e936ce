package dev.qingdan.console.audit;

import dev.qingdan.console.platform.CommandAttempted;
import dev.qingdan.console.platform.CommandAttempted.Outcome;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes down each attempt: by whom, from where, with which outcome. */
@Component
class Auditor {

    private static final String SIGN_IN = "session.sign-in";
    private static final int LONGEST = 200;

    private final AuditLog log;
    private final Clock clock;

    Auditor(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void attempted(CommandAttempted attempt) {
        write(SecurityContextHolder.getContext().getAuthentication(), attempt);
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent success) {
        write(
                success.getAuthentication(),
                new CommandAttempted(SIGN_IN, "", Outcome.ACCEPTED, null));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent failure) {
        write(
                failure.getAuthentication(),
                new CommandAttempted(SIGN_IN, "", Outcome.REFUSED, null));
    }

    private void write(@Nullable Authentication person, CommandAttempted attempt) {
        var who = person == null ? "" : person.getName();
        var shortened = who.substring(0, Math.min(LONGEST, who.length()));
        log.save(new AuditEntry(clock.instant(), shortened, addressOf(person), attempt));
    }

    private static String addressOf(@Nullable Authentication person) {
        return person != null && person.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }
}
