package dev.albedo.testing;

import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Random tables for random schemas: their columns, constraints and indexes. */
record RandomTables(Choice choice) {

    private static final List<String> NUMBERS = List.of("id", "n", "user", "Count");
    private static final List<String> WORDS = List.of("name", "t", "order", "it's");
    static final List<SqlType> NUMBER_TYPES = List.of(integer(), bigint(), smallint(), numeric(10, 2));
    static final List<SqlType> WORD_TYPES = List.of(text(), varchar(20), varchar(60));
    private static final List<Column> OTHERS = List.of(
            plain("flag", type("boolean")),
            plain("day", type("date")),
            plain("at", type("timestamptz", 3)),
            plain("uid", type("uuid")),
            plain("data", type("jsonb")),
            plain("span", type("int4range")),
            plain("raw", type("bytea")),
            plain("tags", array(varchar(20))));

    static Column plain(String name, SqlType type) {
        return new Column(name, type, false, null, null, null, null, null);
    }

    /** A table that may reference enum types of a schema. */
    Table table(Schema schema, QualifiedName name) {
        Table table = new Table(name, columns(schema), List.of(), List.of(), choice.comment());
        for (int i = 1 + choice.below(6); i > 0; i--) {
            table = withPart(schema, table);
        }
        return table;
    }

    private List<Column> columns(Schema schema) {
        TreeMap<String, Column> columns = new TreeMap<>();
        for (int i = 2 + choice.below(6); i > 0; i--) {
            Column column = column(schema);
            columns.put(column.name(), column);
        }
        return choice.shuffled(List.copyOf(columns.values()));
    }

    Column column(Schema schema) {
        Column column = switch (choice.below(5)) {
            case 0, 1 -> plain(choice.pick(NUMBERS), choice.pick(NUMBER_TYPES));
            case 2 -> plain(choice.pick(WORDS), choice.pick(WORD_TYPES));
            case 3 ->
                schema.enums().isEmpty()
                        ? choice.pick(OTHERS)
                        : ofCreated(choice.pick(List.copyOf(schema.enums().keySet())));
            default ->
                schema.composites().isEmpty() || choice.chance(2)
                        ? choice.pick(OTHERS)
                        : ofCreated(choice.pick(List.copyOf(schema.composites().keySet())));
        };
        return varied(schema, column);
    }

    private Column ofCreated(QualifiedName type) {
        String name = "of_" + type.name() + (type.schema() == null ? "" : "_" + type.schema());
        SqlType named = new SqlType.Named(type);
        return choice.chance(4) ? plain(name + "s", array(named)) : plain(name, named);
    }

    /** The column with another source, collation or comment, or as text. */
    Column varied(Schema schema, Column column) {
        Column varied = column.generated(null).identity(null).defaultTo(null).notNull(choice.either(true, false));
        if (choice.chance(12)) {
            varied = varied.type(text());
        }
        List<String> defaults = RandomTexts.defaults(schema, varied.type());
        if (!defaults.isEmpty() && choice.chance(3)) {
            varied = varied.defaultTo(choice.pick(defaults));
        } else if (RandomTexts.isInteger(varied.type()) && choice.chance(3)) {
            varied =
                    varied.identity(new Identity(choice.pick(List.of(Identity.Kind.values())), options(varied.type())));
        }
        return varied.collation(RandomTexts.isText(varied.type()) && choice.chance(6) ? QualifiedName.of("C") : null)
                .comment(choice.comment());
    }

    /** Options that fit the type; the bounds of {@link Choice#options()} fit all. */
    private SequenceOptions options(SqlType type) {
        return type.equals(smallint()) ? counting() : choice.options();
    }

    private Table withGenerated(Table table) {
        Column made = choice.either(plain("made", choice.pick(NUMBER_TYPES)), plain("made_text", text()));
        List<String> texts = RandomTexts.generated(table, made);
        return texts.isEmpty()
                ? table
                : withColumn(
                        table,
                        made.generated(new Generated(choice.pick(texts), !choice.chance(3)))
                                .comment(choice.comment()));
    }

    static Table withColumn(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.removeIf(other -> other.name().equals(column.name()));
        columns.add(column);
        return table.columns(columns);
    }

    String partName(Table table) {
        return choice.chance(6)
                ? choice.pick(List.of("shared_1", "Shared 2", "shared_3"))
                : table.name().name() + "_" + choice.below(6);
    }

    private List<String> columnNames(Table table, int most) {
        return choice.some(table.columns().stream().map(Column::name).toList(), most);
    }

    Deferrability deferrability() {
        return choice.chance(4) ? choice.pick(List.of(Deferrability.values())) : Deferrability.NOT_DEFERRABLE;
    }

    /** The table with one more constraint, index or computed column. */
    Table withPart(Schema schema, Table table) {
        String name = partName(table);
        return switch (choice.below(8)) {
            case 0, 1 -> with(table, new Constraint.PrimaryKey(name, columnNames(table, 2), deferrability()));
            case 2 ->
                with(table, new Constraint.Unique(name, columnNames(table, 2), choice.chance(3), deferrability()));
            case 3 -> withText(table, RandomTexts.checks(schema, table), text -> new Constraint.Check(name, text));
            case 4 -> withText(table, RandomTexts.exclusions(table), text -> new Constraint.Exclusion(name, text));
            case 5 -> withGenerated(table);
            default -> with(table, index(schema, table, name));
        };
    }

    private Table withText(Table table, List<String> texts, Function<String, Constraint> constraint) {
        return texts.isEmpty() ? table : with(table, constraint.apply(choice.pick(texts)));
    }

    static Table with(Table table, Constraint constraint) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.removeIf(other -> String.valueOf(constraint.name()).equals(other.name())
                || (constraint instanceof Constraint.PrimaryKey && other instanceof Constraint.PrimaryKey));
        constraints.add(constraint);
        return table.constraints(constraints);
    }

    private static Table with(Table table, Index index) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.removeIf(other -> String.valueOf(index.name()).equals(other.name()));
        indexes.add(index);
        return table.indexes(indexes);
    }

    private Index index(Schema schema, Table table, String name) {
        if (choice.chance(5) && table.column("data").isPresent()) {
            Index.Part data = part("data", false).operatorClass(choice.chance(2) ? "jsonb_path_ops" : null);
            return new Index(name, List.of(data), false, "gin", List.of(), null, false);
        }
        if (choice.chance(5) && table.column("span").isPresent()) {
            return new Index(name, List.of(part("span", false)), false, "gist", List.of(), null, false);
        }
        List<Index.Part> parts = new ArrayList<>();
        for (String column : columnNames(table, 2)) {
            Index.Part part = part(column, false).nulls(choice.pick(List.of(Index.Nulls.values())));
            part = choice.chance(3) ? part.desc() : part;
            boolean isText =
                    RandomTexts.isText(table.column(column).orElseThrow().type());
            parts.add(isText && choice.chance(3) ? part.operatorClass("text_pattern_ops") : part);
        }
        List<String> expressions = RandomTexts.expressions(table);
        if (!expressions.isEmpty() && choice.chance(3)) {
            parts.add(part(choice.pick(expressions), true));
        }
        List<String> conditions = RandomTexts.conditions(schema, Pruning.indexableOnly(table));
        boolean unique = choice.chance(3);
        return new Index(
                name,
                canonical(parts),
                unique,
                Index.BTREE,
                choice.chance(4) ? columnNames(table, 2) : List.of(),
                !conditions.isEmpty() && choice.chance(3) ? choice.pick(conditions) : null,
                unique && choice.chance(3));
    }

    private static Index.Part part(String text, boolean isExpression) {
        return new Index.Part(text, isExpression, false, Index.Nulls.DEFAULT, null, null);
    }

    /** The database says nothing of NULLs where they are by default: last in ascending order. */
    private static List<Index.Part> canonical(List<Index.Part> parts) {
        return parts.stream()
                .map(part -> part.nulls() == (part.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST)
                        ? part.nulls(Index.Nulls.DEFAULT)
                        : part)
                .toList();
    }

    Column toPlain(Column column) {
        return choice.chance(2)
                ? column.generated(null)
                : column.generated(new Generated(
                        Objects.requireNonNull(column.generated()).expression(), choice.either(true, false)));
    }

    Table withRenamedPart(Table table) {
        String name = partName(table);
        boolean taken = table.constraint(name).isPresent() || table.index(name).isPresent();
        if (!taken && !table.constraints().isEmpty() && choice.either(true, false)) {
            Constraint constraint = choice.pick(table.constraints());
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.set(constraints.indexOf(constraint), constraint.named(name));
            return table.constraints(constraints);
        }
        if (!taken && !table.indexes().isEmpty()) {
            Index index = choice.pick(table.indexes());
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.set(indexes.indexOf(index), index.named(name));
            return table.indexes(indexes);
        }
        return table;
    }
}
