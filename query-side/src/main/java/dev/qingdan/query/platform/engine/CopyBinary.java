package dev.qingdan.query.platform.engine;

import dev.qingdan.query.platform.projection.Columns;
import dev.qingdan.query.platform.projection.Columns.Column;
import dev.qingdan.query.platform.projection.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary form of COPY, which neither side has to write or to read as text. There
 * PostgreSQL converts nothing: a column has to be of the very type that its values are sent as.
 */
final class CopyBinary {

    private static final int AT_ONCE = 64 * 1024;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };
    private static final int FLAGS = 0;
    private static final int EXTENSION = 0;
    private static final int END = -1;

    private record Field(Column column, ColumnType type) {}

    private final List<Field> fields;
    private final CopyIn copy;
    private final Chunk chunk;

    /**
     * @param chunk for what is on its way, an empty one
     */
    CopyBinary(Columns columns, CopyIn copy, Chunk chunk) {
        this.fields =
                columns.all().stream()
                        .map(column -> new Field(column, ColumnType.of(column)))
                        .toList();
        this.copy = copy;
        this.chunk = chunk;
    }

    void write(Collection<Row> rows) throws SQLException {
        chunk.write(SIGNATURE, 0, SIGNATURE.length);
        chunk.writeInt(FLAGS);
        chunk.writeInt(EXTENSION);
        for (Row row : rows) {
            chunk.writeShort(fields.size());
            for (Field field : fields) {
                field.type().write(field.column().of(row), chunk);
            }
            if (chunk.size() >= AT_ONCE) {
                send();
            }
        }
        chunk.writeShort(END);
        send();
    }

    private void send() throws SQLException {
        copy.writeToCopy(chunk.bytes(), 0, chunk.size());
        chunk.clear();
    }
}
