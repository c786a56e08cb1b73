package dev.albedo.testing;

import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;

import dev.albedo.schema.Column;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The SQL texts that are right in a random schema: what a default, a check or an expression may be. The generator picks
 * from these lists, and a text that an edit has made wrong is one that is not in them any more.
 */
final class RandomTexts {

    private static final Set<String> WORDS = Set.of("order", "user");

    private RandomTexts() {}

    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !WORDS.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(QualifiedName name) {
        return name.schema() == null ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static boolean isInteger(SqlType type) {
        return type.equals(smallint()) || type.equals(integer()) || type.equals(bigint());
    }

    static boolean isNumber(SqlType type) {
        return isInteger(type) || type.equals(numeric(10, 2)) || type.equals(numeric());
    }

    static boolean isText(SqlType type) {
        return type.equals(text())
                || (type instanceof SqlType.Simple simple && simple.name().equals("varchar"));
    }

    static boolean isRange(SqlType type) {
        return type.equals(type("int4range"));
    }

    private static List<String> valuesOf(Schema schema, SqlType type) {
        return type instanceof SqlType.Named named
                ? schema.enumType(named.name()).map(EnumType::values).orElse(List.of())
                : List.of();
    }

    static String nextval(QualifiedName sequence) {
        return "nextval(" + literal(quoted(sequence)) + "::regclass)";
    }

    static List<String> defaults(Schema schema, SqlType type) {
        List<String> texts = new ArrayList<>();
        if (isNumber(type)) {
            texts.add("0");
            texts.add("7");
            schema.sequences().keySet().forEach(name -> texts.add(nextval(name)));
        } else if (isText(type)) {
            texts.add("''");
            texts.add("'it''s'");
            texts.add("CURRENT_USER");
        } else if (type.equals(type("boolean"))) {
            texts.add("true");
        } else if (type.equals(type("date"))) {
            texts.add("CURRENT_DATE");
        } else if (type.equals(type("jsonb"))) {
            texts.add("'{}'");
        }
        valuesOf(schema, type).forEach(value -> texts.add(literal(value)));
        return texts;
    }

    static List<String> generated(Table table, Column column) {
        List<String> texts = new ArrayList<>();
        for (Column base : table.columns()) {
            if (base.generated() == null && !base.name().equals(column.name())) {
                if (isNumber(column.type()) && base.type().equals(column.type())) {
                    texts.add(quoted(base.name()) + " * 2");
                    texts.add(quoted(base.name()) + " + 1");
                } else if (column.type().equals(text()) && isText(base.type())) {
                    texts.add("upper(" + quoted(base.name()) + ")");
                }
            }
        }
        return texts;
    }

    static List<String> checks(Schema schema, Table table) {
        List<String> texts = new ArrayList<>(conditions(schema, table));
        for (Column one : table.columns()) {
            for (Column other : table.columns()) {
                texts.add(quoted(one.name()) + " IS NOT NULL OR " + quoted(other.name()) + " IS NOT NULL");
            }
        }
        return texts;
    }

    static List<String> conditions(Schema schema, Table table) {
        List<String> texts = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = quoted(column.name());
            if (isNumber(column.type())) {
                texts.add(name + " > 0");
            } else if (isText(column.type())) {
                texts.add(name + " <> 'x'");
                texts.add("length(" + name + ") > 1");
            }
            valuesOf(schema, column.type()).forEach(value -> texts.add(name + " <> " + literal(value)));
        }
        return texts;
    }

    static List<String> exclusions(Table table) {
        return table.columns().stream()
                .filter(column -> isRange(column.type()))
                .map(column -> "USING gist (" + quoted(column.name()) + " WITH &&)")
                .toList();
    }

    static List<String> expressions(Table table) {
        List<String> texts = new ArrayList<>();
        for (Column column : table.columns()) {
            if (isIndexable(column) && isText(column.type())) {
                texts.add("lower(" + quoted(column.name()) + ")");
            } else if (isIndexable(column) && isNumber(column.type())) {
                texts.add(quoted(column.name()) + " + 1");
            }
        }
        return texts;
    }

    /** PostgreSQL 18 has no index on a column that is computed when read. */
    static boolean isIndexable(Column column) {
        return column.generated() == null || column.generated().stored();
    }
}
