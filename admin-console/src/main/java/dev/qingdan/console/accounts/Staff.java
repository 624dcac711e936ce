package dev.qingdan.console.accounts;

import dev.qingdan.console.platform.CommandAttempted;
import dev.qingdan.console.platform.CommandAttempted.Outcome;
import dev.qingdan.console.platform.Role;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Changes accounts; a change of rights ends that person's sessions at once. */
@Service
class Staff {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SessionRegistry sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Staff(
            Accounts accounts,
            PasswordEncoder passwords,
            SessionRegistry sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    List<Account> all() {
        return accounts.findAllByOrderByUsername();
    }

    /** False when the name is taken. */
    @Transactional
    boolean add(String username, String password, Set<Role> roles) {
        if (accounts.findById(username).isPresent()) {
            return false;
        }
        accounts.save(new Account(username, encoded(password), roles, clock.instant()));
        done("account.add", username);
        return true;
    }

    @Transactional
    void change(String username, Set<Role> roles, boolean enabled) {
        find(username).change(roles, enabled);
        signOut(username);
        done("account.change", username);
    }

    @Transactional
    void changePassword(String username, String password) {
        find(username).changePassword(encoded(password));
        signOut(username);
        done("account.password", username);
    }

    private Account find(String username) {
        return accounts.findById(username)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String encoded(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private void signOut(String username) {
        sessions.getAllPrincipals().stream()
                .filter(person ->
                        person instanceof UserDetails user && user.getUsername().equals(username))
                .flatMap(person -> sessions.getAllSessions(person, false).stream())
                .forEach(SessionInformation::expireNow);
    }

    private void done(String what, String username) {
        events.publishEvent(new CommandAttempted(what, username, Outcome.ACCEPTED, null));
    }
}
