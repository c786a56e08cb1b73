package dev.albedo.maven.conformance;

import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A case.
 *
 * @param name what happens
 * @param from the model before
 * @param to the model after
 * @param renames what the user says was renamed
 * @param operations what is done, in words and in order; what undoes it is the reverse
 * @param rows statements that put rows into the tables before
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
        boolean movesColumns,
        boolean respells) {

    static Change of(String name) {
        return new Change(name, Schema.EMPTY, Schema.EMPTY, "", List.of(), List.of(), false, false);
    }

    /** The model before: tables, sequences, enum types; schemas that they name need not be said. */
    Change from(Object... parts) {
        return new Change(name, schema(parts), to, renames, operations, rows, movesColumns, respells);
    }

    /** The model after. */
    Change to(Object... parts) {
        return new Change(name, from, schema(parts), renames, operations, rows, movesColumns, respells);
    }

    Change renaming(String said) {
        return new Change(name, from, to, said, operations, rows, movesColumns, respells);
    }

    Change with(String... statements) {
        return new Change(name, from, to, renames, operations, List.of(statements), movesColumns, respells);
    }

    Change movingColumns() {
        return new Change(name, from, to, renames, operations, rows, true, respells);
    }

    Change respellingTexts() {
        return new Change(name, from, to, renames, operations, rows, movesColumns, true);
    }

    Change does(String... described) {
        return new Change(name, from, to, renames, List.of(described), rows, movesColumns, respells);
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
            } else {
                schemas.add((String) part);
            }
        }
        names.stream().map(QualifiedName::schema).filter(Objects::nonNull).forEach(schemas::add);
        return Schema.of(schemas, tables, sequences, enums);
    }
}
