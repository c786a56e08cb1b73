package dev.albedo.testing;

import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    private static final List<String> COMPOSITES = List.of("outer", "Place");
    private static final List<Column> ATTRIBUTES = List.of(
            RandomTables.plain("first", Types.integer()),
            RandomTables.plain("Second one", Types.varchar(30)),
            RandomTables.plain("third", Types.array(Types.text())),
            RandomTables.plain("fourth", Types.numeric(8, 2)));
    private static final List<String> SEQUENCES = List.of("counter", "mood", "Tick");
    private static final List<String> VALUES = List.of("a", "it's", "b", "c d", "e");

    private final Choice choice;
    private final RandomTables tables;

    public RandomSchemas(long seed) {
        // Neighbouring seeds must not give alike schemas.
        this.choice = new Choice(new Random(seed * 0x9E3779B97F4A7C15L + 1));
        this.tables = new RandomTables(choice);
    }

    /** Two schemas, the second one mostly an edit of the first. */
    public record Pair(Schema from, Schema to) {}

    /** The pair of a seed. */
    public static Pair pair(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        Schema from = schemas.schema();
        return new Pair(from, schemas.choice.chance(4) ? schemas.schema() : schemas.edited(from));
    }

    /** Whether PostgreSQL would accept a schema that is made of what random schemas are made of. */
    public static boolean isValid(Schema schema) {
        return Pruning.valid(schema).equals(schema);
    }

    /** A schema of up to five tables. */
    public Schema schema() {
        Schema schema = Schema.EMPTY.schemas(choice.chance(2) ? Set.of("shop") : Set.of("shop", "Other"));
        for (int i = choice.below(3); i > 0; i--) {
            schema = schema.with(enumType());
        }
        if (choice.chance(2)) {
            schema = withComposite(schema);
        }
        for (int i = choice.below(3); i > 0; i--) {
            schema = schema.with(sequence());
        }
        for (int i = 1 + choice.below(5); i > 0; i--) {
            schema = Pruning.valid(schema.with(tables.table(schema, name(TABLES))));
        }
        for (int i = choice.below(6); i > 0; i--) {
            schema = Pruning.valid(withForeignKey(schema));
        }
        for (int i = choice.below(3); i > 0; i--) {
            schema = Pruning.valid(withOwnedSequence(schema));
        }
        return Pruning.valid(schema);
    }

    /** The schema with up to six changes. */
    public Schema edited(Schema schema) {
        Schema edited = schema;
        for (int i = 1 + choice.below(6); i > 0; i--) {
            edited = Pruning.valid(edit(edited));
        }
        return edited;
    }

    private Schema edit(Schema schema) {
        return switch (choice.below(14)) {
            case 0 -> schema.with(tables.table(schema, name(TABLES)));
            case 1 -> withoutTable(schema);
            case 2 -> schema.with(enumType());
            case 3 -> withoutEnum(schema);
            case 4 -> schema.with(sequence());
            case 5 -> withForeignKey(schema);
            case 6 -> withOwnedSequence(schema);
            case 7 -> schema.schemas(choice.either(Set.of("shop"), new TreeSet<>(Set.of("shop", "Other"))));
            case 8 -> withComposite(schema);
            case 9 -> schema.composites(List.of());
            default -> schema.tables().isEmpty() ? schema : editedTable(schema, choice.pick(tables(schema)));
        };
    }

    private static List<Table> tables(Schema schema) {
        return List.copyOf(schema.tables().values());
    }

    private QualifiedName name(List<String> pool) {
        return new QualifiedName(choice.chance(3) ? "shop" : null, choice.pick(pool));
    }

    /** One type within the other, if there is a first one. */
    private Schema withComposite(Schema schema) {
        List<Column> attributes = new ArrayList<>(choice.some(ATTRIBUTES, 4));
        CompositeType inner = new CompositeType(QualifiedName.of("inner"), attributes, choice.comment());
        attributes.add(
                choice.below(attributes.size() + 1), RandomTables.plain("inside", new SqlType.Named(inner.name())));
        Schema with = schema.with(inner);
        return choice.chance(2) ? with : with.with(new CompositeType(name(COMPOSITES), attributes, choice.comment()));
    }

    private EnumType enumType() {
        return new EnumType(name(ENUMS), choice.some(VALUES, 4), choice.comment());
    }

    private static Schema withoutEnum(Schema schema) {
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.pollFirstEntry();
        return schema.enums(enums);
    }

    private Schema withoutTable(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        if (!tables.isEmpty()) {
            tables.remove(choice.pick(List.copyOf(tables.keySet())));
        }
        return schema.tables(tables);
    }

    private Sequence sequence() {
        return new Sequence(
                name(SEQUENCES), choice.either(bigint(), integer()), choice.options(), null, choice.comment());
    }

    private Schema withForeignKey(Schema schema) {
        if (schema.tables().isEmpty()) {
            return schema;
        }
        Table target = choice.pick(tables(schema));
        List<Constraint> keys = target.constraints().stream()
                .filter(key -> key instanceof Constraint.PrimaryKey || key instanceof Constraint.Unique)
                .toList();
        if (keys.isEmpty()) {
            return schema;
        }
        Constraint key = choice.pick(keys);
        List<String> targetColumns = key instanceof Constraint.PrimaryKey primaryKey
                ? primaryKey.columns()
                : ((Constraint.Unique) key).columns();
        Table table = choice.pick(tables(schema));
        List<String> columns = new ArrayList<>();
        for (String targetColumn : targetColumns) {
            Column like = target.column(targetColumn).orElseThrow();
            Column column = RandomTables.plain("to_" + target.name().name() + "_" + targetColumn, like.type())
                    .collation(like.collation());
            table = RandomTables.withColumn(table, column);
            columns.add(column.name());
        }
        Constraint.ForeignKey foreignKey = new Constraint.ForeignKey(
                tables.partName(table),
                columns,
                target.name(),
                targetColumns,
                choice.pick(List.of(ReferentialAction.values())),
                choice.pick(List.of(ReferentialAction.values())),
                choice.chance(4),
                tables.deferrability());
        return schema.with(RandomTables.with(table, foreignKey));
    }

    private Schema withOwnedSequence(Schema schema) {
        if (schema.tables().isEmpty()) {
            return schema;
        }
        Table table = choice.pick(tables(schema));
        for (Column column : table.columns()) {
            if (RandomTexts.isInteger(column.type()) && column.identity() == null && column.generated() == null) {
                Sequence sequence = new Sequence(
                        table.name().sibling(choice.pick(List.of("owned", "Tick"))),
                        bigint(),
                        choice.options(),
                        new Sequence.Owner(table.name(), column.name()),
                        null);
                Column numbered = column.defaultTo(choice.either(RandomTexts.nextval(sequence.name()), null));
                return schema.with(sequence).with(RandomTables.withColumn(table, numbered));
            }
        }
        return schema;
    }

    private Schema editedTable(Schema schema, Table table) {
        return switch (choice.below(9)) {
            case 0 -> schema.with(table.comment(choice.comment()));
            case 1 -> schema.with(RandomTables.withColumn(table, tables.column(schema)));
            case 2 -> schema.with(table.columns(without(table.columns())));
            case 3 -> schema.with(table.constraints(without(table.constraints())));
            case 4 -> schema.with(table.indexes(without(table.indexes())));
            case 5 -> schema.with(tables.withPart(schema, table));
            case 6 -> schema.with(tables.withRenamedPart(table));
            case 7 -> retyped(schema, table, choice.pick(table.columns()));
            default -> {
                Column column = choice.pick(table.columns());
                yield schema.with(RandomTables.withColumn(
                        table, column.generated() == null ? tables.varied(schema, column) : tables.toPlain(column)));
            }
        };
    }

    private <T> List<T> without(List<T> list) {
        List<T> rest = new ArrayList<>(list);
        if (!rest.isEmpty()) {
            rest.remove(choice.below(rest.size()));
        }
        return rest;
    }

    /** The column, and whatever a foreign key ties to it, with another type of its family. */
    private Schema retyped(Schema schema, Table table, Column column) {
        SqlType changed = RandomTexts.isNumber(column.type())
                ? choice.pick(RandomTables.NUMBER_TYPES)
                : RandomTexts.isText(column.type()) ? choice.pick(RandomTables.WORD_TYPES) : text();
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
