package dev.albedo.run;

import dev.albedo.data.Batches;
import dev.albedo.data.Row;
import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AllowDataLoss;
import dev.albedo.operation.Operation.BulkInsert;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.operation.Operation.RunStep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of operations, and the checksum of such a text: both depend on the operations and on nothing else, not
 * on formatting, comments or the compiler.
 *
 * <p>What is null, false or empty is left out, so that a record may get a component later without changing the checksum of
 * migrations that do not use it. A step in Java counts by its description and, where the compiler has read the source, by
 * what its code says. What SQL is said to do does not count, because it may be said later and nothing of it is run; nor in
 * which batches rows are filled, which makes no difference to them; nor that a loss of data is known, so that it
 * can be said of a migration that was applied already. An operation of a project's own kind counts by its parts if it is a
 * record, by its description otherwise. Passwords do not count: the text is kept in the log, and its checksum must not be a way
 * to try passwords out; so a migration may get another password without being an edited one.
 */
final class Checksum {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().trySetAccessible(); // a project's own record need not be public to be run
            }
            return components;
        }
    };

    private static final Pattern CODE = Pattern.compile("^(RunStep\\(.*)code=\"[0-9a-f]+\",\\)$");

    private Checksum() {}

    /** Whether an operation is a part of what a revision means. */
    static boolean counts(Operation operation) {
        return !(operation instanceof AllowDataLoss);
    }

    /**
     * The canonical text of an operation: one line, without a line break and without passwords.
     *
     * @param stepCode a digest of the code of the steps in Java; empty if it is not known
     */
    static String text(Operation operation, String stepCode) {
        StringBuilder text = new StringBuilder();
        append(text, operation);
        if (operation instanceof RunStep && !stepCode.isEmpty()) {
            text.insert(text.length() - 1, "code=\"" + stepCode + "\",");
        }
        return text.toString();
    }

    /** A canonical text as it is where the code of steps in Java is not known. */
    static String withoutCode(String text) {
        return CODE.matcher(text).replaceFirst("$1)");
    }

    /** The first half of the SHA-256 of a text in UTF-8, in hexadecimal digits. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof BulkInsert insert) {
            bulkInsert(text, insert);
        } else if (value instanceof Row row) {
            row(text, row);
        } else if (value instanceof Record record) {
            record(text, record);
        } else if (value instanceof CustomOperation operation) {
            append(text, operation.describe());
        } else if (value instanceof Map<?, ?> map) {
            append(text, map.values());
        } else if (value instanceof Collection<?> collection) {
            text.append('[');
            for (Object element : collection) {
                append(text, element);
                text.append(',');
            }
            text.append(']');
        } else if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            text.append('"').append(escaped(Secrets.maskSql(string))).append('"');
        } else {
            throw new RunException("a checksum of " + value.getClass()
                    + " is not known: an operation of your own can have texts, numbers, booleans, enum constants, lists and"
                    + " records of them");
        }
    }

    /** How many rows, and a digest of them: the log is no place for their values. */
    private static void bulkInsert(StringBuilder text, BulkInsert insert) {
        StringBuilder rows = new StringBuilder();
        insert.rows().forEach(row -> row(rows, row));
        text.append("BulkInsert(table=");
        append(text, insert.table());
        text.append(",columns=");
        append(text, insert.columns());
        text.append(",rows=")
                .append(insert.rows().size())
                .append(",digest=\"")
                .append(of(rows.toString()))
                .append("\",)");
    }

    /** Each value with its class, as 1 is not "1". */
    private static void row(StringBuilder text, Row row) {
        text.append("Row(");
        for (Object value : row.values()) {
            if (value == null) {
                text.append("null");
            } else if (value instanceof String string) {
                text.append('"').append(escaped(string)).append('"');
            } else if (value instanceof Number || value instanceof Boolean) {
                append(text, value);
            } else {
                text.append(value.getClass().getSimpleName()).append(' ').append(value);
            }
            text.append(',');
        }
        text.append(')');
    }

    private static String escaped(String string) {
        return string.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static void record(StringBuilder text, Record value) {
        text.append(value.getClass().getSimpleName()).append('(');
        for (RecordComponent component : COMPONENTS.get(value.getClass())) {
            @Nullable Object part = part(value, component);
            if (part != null && !part.equals(false) && !isEmpty(part) && !isNoPart(part)) {
                text.append(component.getName()).append('=');
                append(text, part);
                text.append(',');
            }
        }
        text.append(')');
    }

    private static boolean isNoPart(Object part) {
        return part instanceof RunStep.Step || part instanceof RunSql.Effect || part instanceof Batches;
    }

    private static boolean isEmpty(Object part) {
        return (part instanceof Collection<?> collection && collection.isEmpty())
                || (part instanceof Map<?, ?> map && map.isEmpty());
    }

    private static @Nullable Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
