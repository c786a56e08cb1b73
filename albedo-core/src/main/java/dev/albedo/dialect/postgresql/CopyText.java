package dev.albedo.dialect.postgresql;

import dev.albedo.data.Row;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of {@code COPY}, made as they are read (manual, "COPY", File Formats, Text Format).
 *
 * @see PostgresBulkCopy
 */
final class CopyText extends Reader {

    private static final int ENOUGH = 1 << 14;

    private final Iterator<Row> rows;
    private final BooleanSupplier stop;
    private final StringBuilder text = new StringBuilder();
    private int position;

    CopyText(Iterator<Row> rows, BooleanSupplier stop) {
        this.rows = rows;
        this.stop = stop;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position == text.length()) {
            fill();
        }
        int count = Math.min(length, text.length() - position);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        text.getChars(position, position + count, buffer, offset);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        if (stop.getAsBoolean()) {
            throw new IOException("the run was interrupted");
        }
        text.setLength(0);
        position = 0;
        while (text.length() < ENOUGH && rows.hasNext()) {
            append(rows.next());
        }
    }

    private void append(Row row) {
        List<@Nullable Object> values = row.values();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            String value = ValueText.of(values.get(i));
            if (value == null) {
                text.append("\\N");
            } else {
                escaped(value);
            }
        }
        text.append('\n');
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' ->
                    throw new IllegalArgumentException(
                            "a text in PostgreSQL cannot have the character 0 in it: " + value);
                default -> text.append(c);
            }
        }
    }

    @Override
    public void close() {
        text.setLength(0);
        position = 0;
    }
}
