package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.data.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of a row as the Java expression that makes it again. */
final class ValueCode {

    private ValueCode() {}

    static CodeBlock of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return CodeBlock.of("$L", value);
        }
        if (value instanceof String text) {
            return Code.text(text);
        }
        if (value instanceof Long number) {
            return CodeBlock.of("$LL", number);
        }
        if (value instanceof Short || value instanceof Byte) {
            return CodeBlock.of("($L) $L", value instanceof Short ? "short" : "byte", value);
        }
        if (value instanceof Double || value instanceof Float) {
            return CodeBlock.of("$T.valueOf($S)", value.getClass(), value.toString());
        }
        if (value instanceof BigDecimal || value instanceof BigInteger) {
            return CodeBlock.of("new $T($S)", value.getClass(), value.toString());
        }
        if (value instanceof UUID id) {
            return CodeBlock.of("$T.fromString($S)", UUID.class, id.toString());
        }
        if (value instanceof Row.Bytes bytes) {
            return CodeBlock.of("$T.of().parseHex($S)", HexFormat.class, bytes.hex());
        }
        // What is left are the classes of java.time, which read what they write.
        return CodeBlock.of("$T.parse($S)", value.getClass(), value.toString());
    }
}
