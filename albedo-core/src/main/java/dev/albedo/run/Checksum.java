package dev.albedo.run;

import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AllowDataLoss;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.operation.Operation.RunStep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a revision means, as a short text: it depends on the operations and on nothing else, not on formatting, comments or
 * the compiler.
 *
 * <p>What is null, false or empty is left out, so that a record may get a component later without changing the checksum of
 * migrations that do not use it. A step in Java counts by its description, because its code cannot be read. What SQL is said
 * to do does not count, because it may be said later and nothing of it is run; nor that a loss of data is known, so that it
 * can be said of a migration that was applied already. An operation of a project's own kind counts by its parts if it is a
 * record, by its description otherwise.
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

    private Checksum() {}

    static String of(List<Operation> operations) {
        StringBuilder text = new StringBuilder();
        for (Operation operation : operations) {
            if (!(operation instanceof AllowDataLoss)) {
                append(text, operation);
                text.append('\n');
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Record record) {
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
            text.append('"')
                    .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            throw new RunException("a checksum of " + value.getClass()
                    + " is not known: an operation of your own can have texts, numbers, booleans, enum constants, lists and"
                    + " records of them");
        }
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
        return part instanceof RunStep.Step || part instanceof RunSql.Effect;
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
