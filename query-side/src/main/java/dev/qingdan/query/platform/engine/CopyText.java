package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Columns.Column;
import dev.qingdan.query.platform.projection.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text form of COPY. Text, and not its binary form, because there PostgreSQL converts a
 * value into whatever type its column has, as it does for every other statement.
 */
final class CopyText {

    private static final int AT_ONCE = 64 * 1024;

    private record Field(Column column, ColumnType type) {}

    private final List<Field> fields;
    private final CopyIn copy;
    private final Chunk chunk = new Chunk(2 * AT_ONCE);

    CopyText(Columns columns, CopyIn copy) {
        this.fields =
                columns.all().stream()
                        .map(column -> new Field(column, ColumnType.of(column)))
                        .toList();
        this.copy = copy;
    }

    void write(Collection<Row> rows) throws SQLException {
        for (Row row : rows) {
            append(row);
            if (chunk.size() >= AT_ONCE) {
                send();
            }
        }
        send();
    }

    private void append(Row row) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                chunk.add('\t');
            }
            var field = fields.get(i);
            var text = field.type().text(field.column().of(row));
            if (text == null) {
                chunk.add('\\');
                chunk.add('N');
            } else {
                chunk.addEscaped(text);
            }
        }
        chunk.add('\n');
    }

    private void send() throws SQLException {
        copy.writeToCopy(chunk.bytes(), 0, chunk.size());
        chunk.clear();
    }
}
