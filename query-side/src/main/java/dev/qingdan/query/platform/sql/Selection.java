package dev.qingdan.query.platform.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A query whose conditions depend on what was asked for; values are only ever parameters. */
public final class Selection {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();
    private String link = " where ";

    private Selection(String select) {
        this.sql = new StringBuilder(select);
    }

    public static Selection of(String select) {
        return new Selection(select);
    }

    public Selection where(String condition, Object... values) {
        sql.append(link).append(condition);
        link = " and ";
        for (Object value : values) {
            this.values.add(
                    value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    /** No condition where nothing was asked for. */
    public Selection whereGiven(String condition, @Nullable Object value) {
        return value == null ? this : where(condition, value);
    }

    public Selection orderBy(String columns, int limit) {
        sql.append(" order by ").append(columns).append(" limit ").append(limit);
        return this;
    }

    public <T> List<T> list(JdbcClient jdbc, RowMapper<T> mapper) {
        return jdbc.sql(sql.toString()).params(values).query(mapper).list();
    }
}
