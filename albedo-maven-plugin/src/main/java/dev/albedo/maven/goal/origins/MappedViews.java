package dev.albedo.maven.goal.origins;

import dev.albedo.dialect.Relation;
import dev.albedo.dialect.Relation.Kind;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views, materialized views and foreign tables to which a model is mapped. Their definitions are not known to the model,
 * so migrations leave them alone.
 *
 * @param kinds by name
 * @param notes on what the model expects of them in vain
 */
public record MappedViews(SortedMap<QualifiedName, Kind> kinds, List<String> notes) {

    /** None. */
    public static final MappedViews NONE = new MappedViews(new TreeMap<>(), List.of());

    private static final String IS = " = ";

    public MappedViews {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        notes = List.copyOf(notes);
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static MappedViews parse(Collection<String> lines) {
        TreeMap<QualifiedName, Kind> kinds = new TreeMap<>();
        for (String line : lines) {
            int is = line.lastIndexOf(IS);
            String words = is < 0 ? "" : line.substring(is + IS.length());
            Kind kind = Stream.of(Kind.values())
                    .filter(each -> each != Kind.TABLE && each.toString().equals(words))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "\"" + line + "\" is not of the form name = view, materialized view or foreign table"));
            kinds.put(QualifiedName.parse(line.substring(0, is)), kind);
        }
        return new MappedViews(kinds, List.of());
    }

    /** A line for each, in the order of their names: {@code customer_summary = view}. */
    List<String> lines() {
        return kinds.entrySet().stream()
                .map(entry -> entry.getKey() + IS + entry.getValue())
                .toList();
    }

    /**
     * Asks a database.
     *
     * @param recorded those of another database of the project: one that this database lacks is left alone here as well
     */
    public static MappedViews find(SchemaReader reader, Connection connection, Schema model, MappedViews recorded)
            throws SQLException {
        Map<QualifiedName, Relation> relations =
                reader.relations(connection, model.tables().keySet());
        TreeMap<QualifiedName, Kind> kinds = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        model.tables().forEach((name, table) -> {
            Relation relation = relations.get(name);
            if (relation != null && relation.kind() != Kind.TABLE) {
                kinds.put(name, relation.kind());
                table.columns().stream()
                        .map(Column::name)
                        .filter(column -> !relation.columns().contains(column))
                        .forEach(column -> notes.add(
                                relation.kind() + " " + name + " has no column " + column + ", which the model maps"));
            } else if (relation == null && recorded.kinds().containsKey(name)) {
                Kind kind = recorded.kinds().get(name);
                kinds.put(name, kind);
                notes.add(kind + " " + name
                        + " is not in this database. If it is to become a table, delete its line in " + ViewsFile.NAME);
            }
        });
        model.tables().values().stream()
                .filter(table -> !kinds.containsKey(table.name()))
                .forEach(table -> table.foreignKeys().stream()
                        .filter(key -> kinds.containsKey(key.target()))
                        .forEach(key -> notes.add("no foreign key (" + String.join(", ", key.columns()) + ") of "
                                + table.name() + " to " + kinds.get(key.target()) + " " + key.target()
                                + ": PostgreSQL has foreign keys to tables only")));
        return new MappedViews(kinds, notes);
    }

    /** Those that a model is mapped to. */
    public MappedViews in(Schema model) {
        TreeMap<QualifiedName, Kind> kept = new TreeMap<>(kinds);
        kept.keySet().retainAll(model.tables().keySet());
        return new MappedViews(kept, notes);
    }

    /** A model without the tables that are none, and without the foreign keys to them. */
    public Snapshot without(Snapshot model) {
        if (Collections.disjoint(kinds.keySet(), model.schema().tables().keySet())) {
            return model;
        }
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(model.schema().tables());
        tables.keySet().removeAll(kinds.keySet());
        tables.replaceAll((name, table) -> {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.removeAll(table.foreignKeys().stream()
                    .filter(key -> kinds.containsKey(key.target()))
                    .toList());
            return table.constraints(constraints);
        });
        return model.schema(model.schema().tables(tables));
    }

    /** Says once what is left alone, and what the model expects of it in vain. */
    public void print(Console console) {
        if (kinds.isEmpty()) {
            return;
        }
        console.print("Left unchanged, mapped by entities but not tables: "
                + kinds.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
        notes.forEach(note -> console.warn("  " + note));
    }

    /** Says the same of those that a model is mapped to, as far as it is known without a database. */
    public void print(Snapshot model, Console console) {
        in(model.schema()).print(console);
    }
}
