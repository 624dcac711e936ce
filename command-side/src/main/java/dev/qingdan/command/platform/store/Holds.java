package dev.qingdan.command.platform.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What one unit of work at a time may have, in any instance, until it ends: for those that look at
 * an aggregate and then act elsewhere, which the aggregate's own sequence does not keep apart.
 */
@Component
public class Holds {

    /** Apart from the append lock, which has another first number. */
    static final String TRY_EACH =
            """
            select name from unnest(?::text[]) as asked (name)
            where pg_try_advisory_xact_lock(7302, hashtext(name))\
            """;

    /** Whether all of them are held now. */
    static final String TRY_ALL =
            """
            select bool_and(pg_try_advisory_xact_lock(7302, hashtext(name)))
            from unnest(?::text[]) as asked (name)\
            """;

    private static final String WAIT = "select pg_advisory_xact_lock(7302, hashtext(:name))";

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for whoever has it. A unit of work that is committed with others decides without it,
     * and is decided again where somebody has it at the commit.
     */
    public void take(String name) {
        var pending = Pending.current();
        if (pending == null) {
            jdbc.sql(WAIT).param("name", name).query().singleRow();
        } else {
            pending.holds(name);
        }
    }
}
