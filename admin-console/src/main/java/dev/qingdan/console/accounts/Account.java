package dev.qingdan.console.accounts;

import dev.qingdan.console.platform.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A member of staff who may sign in. */
@Entity
class Account {

    @Id private String username;
    private String password;
    private boolean enabled = true;
    private Instant createdAt;
    @Version private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String username, String encodedPassword, Set<Role> roles, Instant createdAt) {
        this.username = username;
        this.password = encodedPassword;
        this.createdAt = createdAt;
        this.roles.addAll(roles);
    }

    void change(Set<Role> newRoles, boolean nowEnabled) {
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
        enabled = nowEnabled;
    }

    void changePassword(String encodedPassword) {
        password = encodedPassword;
    }

    public String getUsername() {
        return username;
    }

    public String getPassword() {
        return password;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Set<Role> getRoles() {
        return roles;
    }
}
