package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.events.Moments;
import dev.qingdan.query.platform.projection.Columns.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
    Object[] array(Column column, List<?> rows) {
        return rows.stream()
                .map(row -> element(column.of(row)))
                .toArray(size ->
                        switch (this) {
                            case WHOLE -> new Long[size];
                            case SMALL -> new Integer[size];
                            case TRUTH -> new Boolean[size];
                            default -> new String[size];
                        });
    }

    /** The value in PostgreSQL's own text form, in UTF-8. */
    byte @Nullable [] text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (this) {
            case DOCUMENT -> Documents.bytes(value);
            case MOMENT -> Moments.format((Instant) value).getBytes(UTF_8);
            default -> value.toString().getBytes(UTF_8);
        };
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

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no " + type));
    }
}
