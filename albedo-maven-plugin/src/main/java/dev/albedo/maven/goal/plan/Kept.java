package dev.albedo.maven.goal.plan;

import dev.albedo.diff.prepare.UnmanagedAttributes;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of the database a plan leaves as it is, by the names that things have after it.
 *
 * @param stated what the migrations created; nothing if every attribute is compared
 * @param attributes those that neither the model nor the migrations state, in words
 * @param orders of columns and labels that are not the model's, in words
 * @param constraints the names of those that neither the model nor the migrations know, by table
 */
public record Kept(
        Optional<Schema> stated,
        List<String> attributes,
        List<String> orders,
        Map<QualifiedName, Set<String>> constraints) {

    /** Every attribute is compared. */
    public static final Kept NOTHING = attributes(Optional.empty(), List.of(), List.of());

    public Kept {
        attributes = List.copyOf(attributes);
        orders = List.copyOf(orders);
        constraints = Map.copyOf(constraints);
    }

    static Kept attributes(Optional<Schema> stated, List<String> attributes, List<String> orders) {
        return new Kept(stated, attributes, orders, Map.of());
    }

    /** With the constraints that are only in the second of two schemas. */
    Kept withConstraints(Schema model, Schema besideModel) {
        Map<QualifiedName, Set<String>> foreign = new TreeMap<>();
        for (Table table : besideModel.tables().values()) {
            Optional<Table> known = model.table(table.name());
            table.constraints().stream()
                    .map(constraint -> String.valueOf(constraint.name()))
                    .filter(name -> known.flatMap(each -> each.constraint(name)).isEmpty())
                    .forEach(name -> foreign.computeIfAbsent(table.name(), key -> new TreeSet<>())
                            .add(name));
        }
        return new Kept(stated, attributes, orders, foreign);
    }

    /** A schema without these constraints: nothing need be expected of rows for them. */
    Schema without(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> table.constraints(table.constraints().stream()
                .filter(constraint ->
                        !constraints.getOrDefault(name, Set.of()).contains(String.valueOf(constraint.name())))
                .toList()));
        return schema.tables(tables);
    }

    /** The unmanaged attributes of a database. */
    UnmanagedAttributes in(Schema database, Schema model) {
        return stated.map(schema -> UnmanagedAttributes.among(database, model, schema))
                .orElseGet(() -> UnmanagedAttributes.ordersAmong(database, model));
    }
}
