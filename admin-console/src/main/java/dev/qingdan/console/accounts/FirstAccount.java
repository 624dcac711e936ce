package dev.qingdan.console.accounts;

import dev.qingdan.console.platform.ConsoleSettings;
import dev.qingdan.console.platform.Role;
import java.time.Clock;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the door the first time: {@code admin} with all roles, while there is no account. */
@Component
class FirstAccount implements ApplicationRunner {

    static final String NAME = "admin";
    private static final Logger log = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final ConsoleSettings settings;
    private final PasswordEncoder passwords;
    private final Clock clock;

    FirstAccount(
            Accounts accounts, ConsoleSettings settings, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (accounts.count() > 0) {
            return;
        }
        var password = settings.initialPassword();
        if (password == null || password.isBlank()) {
            log.warn("Nobody can sign in: give qingdan.initial-password for the first start");
            return;
        }
        var encoded = passwords.encode(password);
        accounts.save(new Account(NAME, encoded, EnumSet.allOf(Role.class), clock.instant()));
        log.info("Created the account {} with all roles", NAME);
    }
}
