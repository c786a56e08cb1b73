package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.operation.CustomOperation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of a project's own kind as the Java expression that makes it again. */
final class CustomCode {

    private CustomCode() {}

    /**
     * What it says itself; otherwise, of a record, the call of its constructor.
     *
     * @throws IllegalArgumentException if it says nothing and is no public record of what can be written
     */
    static CodeBlock of(CustomOperation operation) {
        Optional<String> own = operation.java();
        if (own.isPresent()) {
            return CodeBlock.of("$L", own.get());
        }
        if (operation instanceof Record record) {
            return record(record);
        }
        throw new IllegalArgumentException(operation.getClass().getName()
                + " cannot be written into a migration: make it a record, or let its java() return the expression");
    }

    private static CodeBlock record(Record record) {
        Class<?> type = record.getClass();
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers()) || outer.getCanonicalName() == null) {
                throw new IllegalArgumentException(
                        type.getName() + " cannot be written into a migration: it is not public");
            }
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = value(record, component);
            arguments.add(
                    value == null
                            ? CodeBlock.of("($T) null", component.getType())
                            : literal(value, type.getName() + "." + component.getName()));
        }
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    record.getClass().getName() + " cannot be written into a migration: " + component.getName()
                            + "() fails",
                    e);
        }
    }

    private static CodeBlock literal(Object value, String place) {
        if (value instanceof String text) {
            return Code.text(text);
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return CodeBlock.of("$L", value);
        }
        if (value instanceof Long number) {
            return CodeBlock.of("$LL", number);
        }
        if (value instanceof Short || value instanceof Byte) {
            return CodeBlock.of("($L) $L", value instanceof Short ? "short" : "byte", value);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return CodeBlock.of("$Ld", number);
        }
        if (value instanceof Float number && Float.isFinite(number)) {
            return CodeBlock.of("$Lf", number);
        }
        if (value instanceof BigDecimal || value instanceof BigInteger) {
            return CodeBlock.of("new $T($S)", value.getClass(), value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
        }
        if (value instanceof List<?> list) {
            return CodeBlock.of(
                    "$T.of($L)",
                    List.class,
                    list.stream().map(each -> literal(each, place)).collect(CodeBlock.joining(", ")));
        }
        if (value instanceof Record record) {
            return record(record);
        }
        throw new IllegalArgumentException(place + " cannot be written into a migration: it is "
                + (value instanceof Number ? value : "a " + value.getClass().getName())
                + "; use texts, numbers, booleans, enum constants, lists and records of them, or let java()"
                + " return the expression");
    }
}
