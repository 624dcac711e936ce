package dev.qingdan.console.accounts;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Tells Spring Security who an account is. */
@Service
class SignIn implements UserDetailsService {

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var account =
                accounts.findById(username)
                        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.getUsername())
                .password(account.getPassword())
                .roles(account.getRoles().stream().map(Enum::name).toArray(String[]::new))
                .disabled(!account.isEnabled())
                .build();
    }
}
