package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import dev.qingdan.query.platform.document.Documents;
import dev.qingdan.query.platform.projection.Columns.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a component's value travels to PostgreSQL as an element of an array, and back. */
enum ColumnType {
    TEXT("text", "text"),
    WHOLE("int8", "int8"),
    SMALL("int4", "int4"),
    TRUTH("bool", "bool"),
    MOMENT("text", "timestamptz"),
    DAY("text", "date"),
    CHOICE("text", "text"),
    ID("text", "uuid"),
    DOCUMENT("text", "json");

    private static final int NONE = -1;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    /** Further than PostgreSQL's own calendar goes, yet not so far that it would mean infinity. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000_000 - 1;

    private static final int MOST_DAYS = Integer.MAX_VALUE - 1;

    /** What the elements of the parameter are. */
    final String element;

    /** What the column is. */
    final String sql;

    ColumnType(String element, String sql) {
        this.element = element;
        this.sql = sql;
    }

    static ColumnType of(Column column) {
        var type = column.type();
        if (type == String.class) {
            return TEXT;
        } else if (type == long.class || type == Long.class) {
            return WHOLE;
        } else if (type == int.class || type == Integer.class) {
            return SMALL;
        } else if (type == boolean.class || type == Boolean.class) {
            return TRUTH;
        } else if (type == Instant.class) {
            return MOMENT;
        } else if (type == LocalDate.class) {
            return DAY;
        } else if (type == UUID.class) {
            return ID;
        }
        return type.isEnum() ? CHOICE : DOCUMENT;
    }

    /** The column's values of many rows; typed, so that the driver sends them in binary. */
    @Nullable Object[] array(Column column, List<?> rows) {
        @Nullable Object[] array =
                switch (this) {
                    case WHOLE -> new Long[rows.size()];
                    case SMALL -> new Integer[rows.size()];
                    case TRUTH -> new Boolean[rows.size()];
                    default -> new String[rows.size()];
                };
        for (int i = 0; i < array.length; i++) {
            array[i] = element(column.of(rows.get(i)));
        }
        return array;
    }

    /** The value as a field of COPY's binary form: its length, and PostgreSQL's own binary form. */
    void write(@Nullable Object value, Chunk chunk) {
        if (value == null) {
            chunk.writeInt(NONE);
            return;
        }
        int begun = chunk.begin();
        switch (this) {
            case TEXT, CHOICE -> chunk.write(value.toString().getBytes(UTF_8));
            case WHOLE -> chunk.writeLong((Long) value);
            case SMALL -> chunk.writeInt((Integer) value);
            case TRUTH -> chunk.write((Boolean) value ? 1 : 0);
            case MOMENT -> chunk.writeLong(micros((Instant) value));
            case DAY -> chunk.writeInt(days((LocalDate) value));
            case ID -> {
                chunk.writeLong(((UUID) value).getMostSignificantBits());
                chunk.writeLong(((UUID) value).getLeastSignificantBits());
            }
            case DOCUMENT -> Documents.write(value, chunk);
        }
        chunk.end(begun);
    }

    private @Nullable Object element(@Nullable Object value) {
        return switch (this) {
            case TEXT, WHOLE, SMALL, TRUTH -> value;
            case MOMENT, DAY, CHOICE, ID -> value == null ? null : value.toString();
            case DOCUMENT -> value == null ? null : Documents.write(value);
        };
    }

    @Nullable Object read(ResultSet rows, int index, Column column) throws SQLException {
        return switch (this) {
            case TEXT -> rows.getString(index);
            case WHOLE -> rows.getObject(index, Long.class);
            case SMALL -> rows.getObject(index, Integer.class);
            case TRUTH -> rows.getObject(index, Boolean.class);
            case DAY -> rows.getObject(index, LocalDate.class);
            case ID -> rows.getObject(index, UUID.class);
            case MOMENT -> {
                var moment = rows.getObject(index, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case CHOICE -> {
                var name = rows.getString(index);
                yield name == null ? null : constant(column.type(), name);
            }
            case DOCUMENT -> {
                var json = rows.getString(index);
                yield json == null ? null : Documents.read(json, column.type());
            }
        };
    }

    /**
     * Since 2000. Rounded just as PostgreSQL rounds what it reads as text, so that a row is the
     * same whichever way it was written; what is beyond its years it refuses, as it does there.
     */
    private static long micros(Instant moment) {
        long seconds = moment.getEpochSecond() - EPOCH.toEpochSecond(LocalTime.MIN, UTC);
        double part = moment.getNano() / 1e9;
        return Math.clamp(seconds, -MOST_SECONDS, MOST_SECONDS) * 1_000_000
                + (long) Math.rint(part * 1_000_000);
    }

    private static int days(LocalDate day) {
        long days = day.toEpochDay() - EPOCH.toEpochDay();
        return Math.clamp(days, -MOST_DAYS, MOST_DAYS);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no " + type));
    }
}
