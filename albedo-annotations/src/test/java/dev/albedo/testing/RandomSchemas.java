package dev.albedo.testing;

import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static dev.albedo.schema.Words.counting;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random schemas that PostgreSQL 18 accepts, in its own spelling, and random edits of them. The same seed gives the same
 * schemas. Names come from small pools, so that two schemas have much in common, and so that one name is a table here
 * and an enum type there.
 *
 * <p>A column's name goes with a family of types, so that the server has a cast from whatever the column was.
 */
public final class RandomSchemas {

    private static final List<String> TABLES = List.of("customer", "order", "Item", "line", "mood", "note 1");
    private static final List<String> ENUMS = List.of("mood", "status");
    private static final List<String> SEQUENCES = List.of("counter", "mood", "Tick");
    private static final List<String> VALUES = List.of("a", "it's", "b", "c d", "e");
    private static final List<String> NUMBERS = List.of("id", "n", "user", "Count");
    private static final List<String> WORDS = List.of("name", "t", "order", "it's");
    private static final List<SqlType> NUMBER_TYPES = List.of(integer(), bigint(), smallint(), numeric(10, 2));
    private static final List<SqlType> WORD_TYPES = List.of(text(), varchar(20), varchar(60));
    private static final List<Column> OTHERS = List.of(
            plain("flag", type("boolean")),
            plain("day", type("date")),
            plain("at", type("timestamptz", 3)),
            plain("uid", type("uuid")),
            plain("data", type("jsonb")),
            plain("span", type("int4range")),
            plain("raw", type("bytea")),
            plain("tags", array(varchar(20))));

    private final Random random;

    public RandomSchemas(long seed) {
        // Neighbouring seeds must not give alike schemas.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** Two schemas, the second one mostly an edit of the first. */
    public record Pair(Schema from, Schema to) {}

    /** The pair of a seed. */
    public static Pair pair(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        Schema from = schemas.schema();
        return new Pair(from, schemas.chance(4) ? schemas.schema() : schemas.edited(from));
    }

    /** Whether PostgreSQL would accept a schema that is made of what random schemas are made of. */
    public static boolean isValid(Schema schema) {
        return Pruning.valid(schema).equals(schema);
    }

    private static Column plain(String name, SqlType type) {
        return new Column(name, type, false, null, null, null, null, null);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list, int most) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(most))));
    }

    private <T extends @Nullable Object> T either(T first, T second) {
        return random.nextBoolean() ? first : second;
    }

    private @Nullable String comment() {
        return chance(5) ? pick(List.of("a comment", "it's \"so\"\nin two lines")) : null;
    }

    /** A schema of up to five tables. */
    public Schema schema() {
        Schema schema = Schema.EMPTY.schemas(chance(2) ? Set.of("shop") : Set.of("shop", "Other"));
        for (int i = random.nextInt(3); i > 0; i--) {
            schema = schema.with(enumType());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            schema = schema.with(sequence());
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            schema = Pruning.valid(schema.with(table(schema)));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            schema = Pruning.valid(withForeignKey(schema));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            schema = Pruning.valid(withOwnedSequence(schema));
        }
        return Pruning.valid(schema);
    }

    /** The schema with up to six changes. */
    public Schema edited(Schema schema) {
        Schema edited = schema;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            edited = Pruning.valid(edit(edited));
        }
        return edited;
    }

    private Schema edit(Schema schema) {
        return switch (random.nextInt(12)) {
            case 0 -> schema.with(table(schema));
            case 1 -> withoutTable(schema);
            case 2 -> schema.with(enumType());
            case 3 -> withoutEnum(schema);
            case 4 -> schema.with(sequence());
            case 5 -> withForeignKey(schema);
            case 6 -> withOwnedSequence(schema);
            case 7 -> schema.schemas(either(Set.of("shop"), new TreeSet<>(Set.of("shop", "Other"))));
            default -> schema.tables().isEmpty() ? schema : editedTable(schema, pick(tables(schema)));
        };
    }

    private static List<Table> tables(Schema schema) {
        return List.copyOf(schema.tables().values());
    }

    private QualifiedName name(List<String> pool) {
        return new QualifiedName(chance(3) ? "shop" : null, pick(pool));
    }

    private EnumType enumType() {
        return new EnumType(name(ENUMS), some(VALUES, 4), comment());
    }

    private static Schema withoutEnum(Schema schema) {
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.pollFirstEntry();
        return schema.enums(enums);
    }

    private Schema withoutTable(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        if (!tables.isEmpty()) {
            tables.remove(pick(List.copyOf(tables.keySet())));
        }
        return schema.tables(tables);
    }

    private Sequence sequence() {
        return new Sequence(name(SEQUENCES), either(bigint(), integer()), options(), null, comment());
    }

    private SequenceOptions options() {
        return switch (random.nextInt(4)) {
            case 0 -> counting().startWith(100).incrementBy(50);
            case 1 -> counting().incrementBy(-2).between(-99L, 9L).startWith(9);
            case 2 -> counting().between(1L, 500L).cache(20).cycle(true);
            default -> counting();
        };
    }

    private Table table(Schema schema) {
        QualifiedName name = name(TABLES);
        Table table = new Table(name, columns(schema), List.of(), List.of(), comment());
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            table = withPart(schema, table);
        }
        return table;
    }

    private List<Column> columns(Schema schema) {
        TreeMap<String, Column> columns = new TreeMap<>();
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            Column column = column(schema);
            columns.put(column.name(), column);
        }
        List<Column> shuffled = new ArrayList<>(columns.values());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Column column(Schema schema) {
        Column column = switch (random.nextInt(5)) {
            case 0, 1 -> plain(pick(NUMBERS), pick(NUMBER_TYPES));
            case 2 -> plain(pick(WORDS), pick(WORD_TYPES));
            case 3 ->
                schema.enums().isEmpty()
                        ? pick(OTHERS)
                        : ofEnum(pick(List.copyOf(schema.enums().keySet())));
            default -> pick(OTHERS);
        };
        return varied(schema, column);
    }

    private Column ofEnum(QualifiedName type) {
        String name = "of_" + type.name() + (type.schema() == null ? "" : "_" + type.schema());
        SqlType named = new SqlType.Named(type);
        return chance(4) ? plain(name + "s", array(named)) : plain(name, named);
    }

    /** The column with another source, collation or comment, or as text. */
    private Column varied(Schema schema, Column column) {
        Column varied = column.generated(null).identity(null).defaultTo(null).notNull(random.nextBoolean());
        if (chance(12)) {
            varied = varied.type(text());
        }
        List<String> defaults = RandomTexts.defaults(schema, varied.type());
        if (!defaults.isEmpty() && chance(3)) {
            varied = varied.defaultTo(pick(defaults));
        } else if (RandomTexts.isInteger(varied.type()) && chance(3)) {
            varied = varied.identity(new Identity(pick(List.of(Identity.Kind.values())), options(varied.type())));
        }
        return varied.collation(RandomTexts.isText(varied.type()) && chance(6) ? QualifiedName.of("C") : null)
                .comment(comment());
    }

    /** Options that fit the type; the bounds of {@link #options} fit all. */
    private SequenceOptions options(SqlType type) {
        return type.equals(smallint()) ? counting() : options();
    }

    private Table withGenerated(Table table) {
        Column made = either(plain("made", pick(NUMBER_TYPES)), plain("made_text", text()));
        List<String> texts = RandomTexts.generated(table, made);
        return texts.isEmpty()
                ? table
                : withColumn(
                        table,
                        made.generated(new Generated(pick(texts), !chance(3))).comment(comment()));
    }

    private static Table withColumn(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.removeIf(other -> other.name().equals(column.name()));
        columns.add(column);
        return table.columns(columns);
    }

    private String partName(Table table) {
        return chance(6)
                ? pick(List.of("shared_1", "Shared 2", "shared_3"))
                : table.name().name() + "_" + random.nextInt(6);
    }

    private List<String> columnNames(Table table, int most) {
        return some(table.columns().stream().map(Column::name).toList(), most);
    }

    private Deferrability deferrability() {
        return chance(4) ? pick(List.of(Deferrability.values())) : Deferrability.NOT_DEFERRABLE;
    }

    /** The table with one more constraint, index or computed column. */
    private Table withPart(Schema schema, Table table) {
        String name = partName(table);
        return switch (random.nextInt(8)) {
            case 0, 1 -> with(table, new Constraint.PrimaryKey(name, columnNames(table, 2), deferrability()));
            case 2 -> with(table, new Constraint.Unique(name, columnNames(table, 2), chance(3), deferrability()));
            case 3 -> withText(table, RandomTexts.checks(schema, table), text -> new Constraint.Check(name, text));
            case 4 -> withText(table, RandomTexts.exclusions(table), text -> new Constraint.Exclusion(name, text));
            case 5 -> withGenerated(table);
            default -> with(table, index(schema, table, name));
        };
    }

    private Table withText(Table table, List<String> texts, Function<String, Constraint> constraint) {
        return texts.isEmpty() ? table : with(table, constraint.apply(pick(texts)));
    }

    private static Table with(Table table, Constraint constraint) {
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
        if (chance(5) && table.column("data").isPresent()) {
            Index.Part data = part("data", false).operatorClass(chance(2) ? "jsonb_path_ops" : null);
            return new Index(name, List.of(data), false, "gin", List.of(), null, false);
        }
        if (chance(5) && table.column("span").isPresent()) {
            return new Index(name, List.of(part("span", false)), false, "gist", List.of(), null, false);
        }
        List<Index.Part> parts = new ArrayList<>();
        for (String column : columnNames(table, 2)) {
            Index.Part part = part(column, false).nulls(pick(List.of(Index.Nulls.values())));
            part = chance(3) ? part.desc() : part;
            boolean isText =
                    RandomTexts.isText(table.column(column).orElseThrow().type());
            parts.add(isText && chance(3) ? part.operatorClass("text_pattern_ops") : part);
        }
        List<String> expressions = RandomTexts.expressions(table);
        if (!expressions.isEmpty() && chance(3)) {
            parts.add(part(pick(expressions), true));
        }
        List<String> conditions = RandomTexts.conditions(schema, Pruning.indexableOnly(table));
        boolean unique = chance(3);
        return new Index(
                name,
                canonical(parts),
                unique,
                Index.BTREE,
                chance(4) ? columnNames(table, 2) : List.of(),
                !conditions.isEmpty() && chance(3) ? pick(conditions) : null,
                unique && chance(3));
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

    private Schema withForeignKey(Schema schema) {
        if (schema.tables().isEmpty()) {
            return schema;
        }
        Table target = pick(tables(schema));
        List<Constraint> keys = target.constraints().stream()
                .filter(key -> key instanceof Constraint.PrimaryKey || key instanceof Constraint.Unique)
                .toList();
        if (keys.isEmpty()) {
            return schema;
        }
        Constraint key = pick(keys);
        List<String> targetColumns = key instanceof Constraint.PrimaryKey primaryKey
                ? primaryKey.columns()
                : ((Constraint.Unique) key).columns();
        Table table = pick(tables(schema));
        List<String> columns = new ArrayList<>();
        for (String targetColumn : targetColumns) {
            Column like = target.column(targetColumn).orElseThrow();
            Column column = plain("to_" + target.name().name() + "_" + targetColumn, like.type())
                    .collation(like.collation());
            table = withColumn(table, column);
            columns.add(column.name());
        }
        Constraint.ForeignKey foreignKey = new Constraint.ForeignKey(
                partName(table),
                columns,
                target.name(),
                targetColumns,
                pick(List.of(ReferentialAction.values())),
                pick(List.of(ReferentialAction.values())),
                chance(4),
                deferrability());
        return schema.with(with(table, foreignKey));
    }

    private Schema withOwnedSequence(Schema schema) {
        if (schema.tables().isEmpty()) {
            return schema;
        }
        Table table = pick(tables(schema));
        for (Column column : table.columns()) {
            if (RandomTexts.isInteger(column.type()) && column.identity() == null && column.generated() == null) {
                Sequence sequence = new Sequence(
                        table.name().sibling(pick(List.of("owned", "Tick"))),
                        bigint(),
                        options(),
                        new Sequence.Owner(table.name(), column.name()),
                        null);
                Column numbered = column.defaultTo(either(RandomTexts.nextval(sequence.name()), null));
                return schema.with(sequence).with(withColumn(table, numbered));
            }
        }
        return schema;
    }

    private Schema editedTable(Schema schema, Table table) {
        return switch (random.nextInt(9)) {
            case 0 -> schema.with(table.comment(comment()));
            case 1 -> schema.with(withColumn(table, column(schema)));
            case 2 -> schema.with(table.columns(without(table.columns())));
            case 3 -> schema.with(table.constraints(without(table.constraints())));
            case 4 -> schema.with(table.indexes(without(table.indexes())));
            case 5 -> schema.with(withPart(schema, table));
            case 6 -> schema.with(withRenamedPart(table));
            case 7 -> retyped(schema, table, pick(table.columns()));
            default -> {
                Column column = pick(table.columns());
                yield schema.with(
                        withColumn(table, column.generated() == null ? varied(schema, column) : toPlain(column)));
            }
        };
    }

    private Column toPlain(Column column) {
        return chance(2)
                ? column.generated(null)
                : column.generated(
                        new Generated(Objects.requireNonNull(column.generated()).expression(), random.nextBoolean()));
    }

    private <T> List<T> without(List<T> list) {
        List<T> rest = new ArrayList<>(list);
        if (!rest.isEmpty()) {
            rest.remove(random.nextInt(rest.size()));
        }
        return rest;
    }

    private Table withRenamedPart(Table table) {
        String name = partName(table);
        boolean taken = table.constraint(name).isPresent() || table.index(name).isPresent();
        if (!taken && !table.constraints().isEmpty() && random.nextBoolean()) {
            Constraint constraint = pick(table.constraints());
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.set(constraints.indexOf(constraint), constraint.named(name));
            return table.constraints(constraints);
        }
        if (!taken && !table.indexes().isEmpty()) {
            Index index = pick(table.indexes());
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.set(indexes.indexOf(index), index.named(name));
            return table.indexes(indexes);
        }
        return table;
    }

    /** The column, and whatever a foreign key ties to it, with another type of its family. */
    private Schema retyped(Schema schema, Table table, Column column) {
        SqlType changed = RandomTexts.isNumber(column.type())
                ? pick(NUMBER_TYPES)
                : RandomTexts.isText(column.type()) ? pick(WORD_TYPES) : text();
        return retyped(schema, table.name(), column.name(), changed);
    }

    private static Schema retyped(Schema schema, QualifiedName tableName, String columnName, SqlType type) {
        Table table = schema.table(tableName).orElseThrow();
        Column column = table.column(columnName).orElseThrow();
        if (column.type().equals(type)) {
            return schema;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(columns.indexOf(column), column.type(type));
        Schema changed = schema.with(table.columns(columns));
        for (Table other : schema.tables().values()) {
            for (Constraint.ForeignKey key : other.foreignKeys()) {
                for (int i = 0; i < key.columns().size(); i++) {
                    boolean isTarget = key.target().equals(tableName)
                            && key.targetColumns().get(i).equals(columnName);
                    if (isTarget) {
                        changed = retyped(changed, other.name(), key.columns().get(i), type);
                    }
                    if (other.name().equals(tableName) && key.columns().get(i).equals(columnName)) {
                        changed = retyped(
                                changed, key.target(), key.targetColumns().get(i), type);
                    }
                }
            }
        }
        return changed;
    }
}
