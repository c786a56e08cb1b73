package dev.albedo.maven.conformance;

import dev.albedo.schema.CompositeType;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param name what happens
 * @param from the model before
 * @param to the model after
 * @param renames what the user says was renamed
 * @param operations what is done, in words and in order; what undoes it is the reverse
 * @param rows statements that put rows into the tables before
 * @param meanwhile statements that run before it is taken back
 * @param values what the model puts into new objects
 * @param safely what is done on tables with rows; {@code null} if the case does not say
 * @param safelyBack what takes it back on tables with rows; {@code null} if the case does not say
 * @param movesColumns whether taking it back leaves a column at the end of its table
 * @param respells whether taking it back leaves a SQL text that the server prints in another way, with the same meaning
 */
record Change(
        String name,
        Schema from,
        Schema to,
        String renames,
        List<String> operations,
        List<String> rows,
        List<String> meanwhile,
        InitialValues values,
        @Nullable List<String> safely,
        @Nullable List<String> safelyBack,
        boolean movesColumns,
        boolean respells) {

    static Change of(String name) {
        return new Change(
                name,
                Schema.EMPTY,
                Schema.EMPTY,
                "",
                List.of(),
                List.of(),
                List.of(),
                InitialValues.NONE,
                null,
                null,
                false,
                false);
    }

    /** The model before: tables, sequences, enum and composite types; schemas that they name need not be said. */
    Change from(Object... parts) {
        return new Change(
                name,
                schema(parts),
                to,
                renames,
                operations,
                rows,
                meanwhile,
                values,
                safely,
                safelyBack,
                movesColumns,
                respells);
    }

    /** The model after. */
    Change to(Object... parts) {
        return new Change(
                name,
                from,
                schema(parts),
                renames,
                operations,
                rows,
                meanwhile,
                values,
                safely,
                safelyBack,
                movesColumns,
                respells);
    }

    Change renaming(String said) {
        return new Change(
                name, from, to, said, operations, rows, meanwhile, values, safely, safelyBack, movesColumns, respells);
    }

    Change with(String... statements) {
        return new Change(
                name,
                from,
                to,
                renames,
                operations,
                List.of(statements),
                meanwhile,
                values,
                safely,
                safelyBack,
                movesColumns,
                respells);
    }

    Change meanwhile(String... statements) {
        return new Change(
                name,
                from,
                to,
                renames,
                operations,
                rows,
                List.of(statements),
                values,
                safely,
                safelyBack,
                movesColumns,
                respells);
    }

    /** What new objects have in a column. */
    Change putting(String table, String column, String literal) {
        return knowing(values.and(QualifiedName.parse(table), column, literal));
    }

    /** What the Java code says of the values of columns. */
    Change knowing(InitialValues more) {
        return new Change(
                name, from, to, renames, operations, rows, meanwhile, more, safely, safelyBack, movesColumns, respells);
    }

    Change safely(String... described) {
        return new Change(
                name,
                from,
                to,
                renames,
                operations,
                rows,
                meanwhile,
                values,
                List.of(described),
                safelyBack,
                movesColumns,
                respells);
    }

    Change safelyBack(String... described) {
        return new Change(
                name,
                from,
                to,
                renames,
                operations,
                rows,
                meanwhile,
                values,
                safely,
                List.of(described),
                movesColumns,
                respells);
    }

    Change movingColumns() {
        return new Change(
                name, from, to, renames, operations, rows, meanwhile, values, safely, safelyBack, true, respells);
    }

    Change respellingTexts() {
        return new Change(
                name, from, to, renames, operations, rows, meanwhile, values, safely, safelyBack, movesColumns, true);
    }

    Change does(String... described) {
        return new Change(
                name,
                from,
                to,
                renames,
                List.of(described),
                rows,
                meanwhile,
                values,
                safely,
                safelyBack,
                movesColumns,
                respells);
    }

    /** All schemas that either model names. */
    Set<String> schemas() {
        Set<String> schemas = new TreeSet<>(from.schemas());
        schemas.addAll(to.schemas());
        return schemas;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Schema schema(Object... parts) {
        Set<String> schemas = new TreeSet<>();
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        List<EnumType> enums = new ArrayList<>();
        List<CompositeType> composites = new ArrayList<>();
        List<QualifiedName> names = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Table table) {
                tables.add(table);
                names.add(table.name());
            } else if (part instanceof Sequence sequence) {
                sequences.add(sequence);
                names.add(sequence.name());
            } else if (part instanceof EnumType type) {
                enums.add(type);
                names.add(type.name());
            } else if (part instanceof CompositeType type) {
                composites.add(type);
                names.add(type.name());
            } else {
                schemas.add((String) part);
            }
        }
        names.stream().map(QualifiedName::schema).filter(Objects::nonNull).forEach(schemas::add);
        return Schema.of(schemas, tables, sequences, enums).composites(composites);
    }
}
