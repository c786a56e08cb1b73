package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Column types as Java expressions: the method of {@link Types} where there is one, {@code type(...)} otherwise. */
final class TypeCode {

    private static final String NUMBER = "0|[1-9][0-9]{0,8}";

    /** The types that have a method, as SQL name and number of arguments. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("varchar 1", "varchar"),
            Map.entry("varchar 0", "varchar"),
            Map.entry("char 1", "character"),
            Map.entry("text 0", "text"),
            Map.entry("boolean 0", "bool"),
            Map.entry("smallint 0", "smallint"),
            Map.entry("integer 0", "integer"),
            Map.entry("bigint 0", "bigint"),
            Map.entry("real 0", "real"),
            Map.entry("double precision 0", "doublePrecision"),
            Map.entry("numeric 2", "numeric"),
            Map.entry("numeric 0", "numeric"),
            Map.entry("date 0", "date"),
            Map.entry("time 1", "time"),
            Map.entry("timetz 1", "timetz"),
            Map.entry("timestamp 1", "timestamp"),
            Map.entry("timestamptz 1", "timestamptz"),
            Map.entry("uuid 0", "uuid"),
            Map.entry("bytea 0", "bytea"),
            Map.entry("oid 0", "oid"),
            Map.entry("json 0", "json"),
            Map.entry("jsonb 0", "jsonb"));

    private final Code types = new Code(Types.class);

    SortedSet<String> used() {
        return types.used();
    }

    CodeBlock type(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return types.call("array", type(array.element()));
        }
        if (type instanceof SqlType.Named named) {
            return types.call("named", Code.text(named.name().toString()));
        }
        return simple((SqlType.Simple) type);
    }

    private CodeBlock simple(SqlType.Simple type) {
        String method = METHODS.get(type.name() + " " + type.arguments().size());
        boolean numbers = type.arguments().stream().allMatch(argument -> argument.matches(NUMBER));
        List<CodeBlock> arguments = new ArrayList<>();
        if (method == null || !numbers) {
            arguments.add(Code.text(type.name()));
        }
        for (String argument : type.arguments()) {
            arguments.add(argument.matches(NUMBER) ? CodeBlock.of("$L", argument) : Code.text(argument));
        }
        return types.call(method == null || !numbers ? "type" : method, arguments);
    }
}
