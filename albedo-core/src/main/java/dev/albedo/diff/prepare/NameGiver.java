package dev.albedo.diff.prepare;

import dev.albedo.diff.Uses;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Gives names by a {@link NamingConvention} to what has none. Within a schema, tables, sequences, indexes and the
 * constraints that own an index share one set of names; within a table, constraints do.
 */
final class NameGiver {

    private final NamingConvention convention;
    private final int longest;
    private final Schema model;
    private final Set<QualifiedName> relations = new HashSet<>();

    /** @param longest how many bytes of a name the database keeps */
    NameGiver(NamingConvention convention, int longest, Schema model) {
        this.convention = convention;
        this.longest = longest;
        this.model = model;
        relations.addAll(model.tables().keySet());
        relations.addAll(model.sequences().keySet());
        for (Table table : model.tables().values()) {
            for (Constraint constraint : table.constraints()) {
                if (constraint.name() != null && Uses.ownsIndex(constraint)) {
                    relations.add(table.name().sibling(constraint.name()));
                }
            }
            for (Index index : table.indexes()) {
                if (index.name() != null) {
                    relations.add(table.name().sibling(index.name()));
                }
            }
        }
    }

    Schema name() {
        TreeMap<QualifiedName, Table> named = new TreeMap<>();
        model.tables().forEach((name, table) -> named.put(name, name(table)));
        return model.tables(named);
    }

    private Table name(Table table) {
        Set<String> ofTable = new HashSet<>();
        table.constraints().stream()
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .forEach(ofTable::add);
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(
                    constraint.name() != null ? constraint : constraint.named(name(table, constraint, ofTable)));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            String wanted = convention.fill(convention.index(), table.name(), columns(table, index), "");
            indexes.add(index.name() != null ? index : index.named(free(wanted, name -> addRelation(table, name))));
        }
        return table.constraints(constraints).indexes(indexes);
    }

    private String name(Table table, Constraint constraint, Set<String> ofTable) {
        String wanted = constraint.accept(new Wanted(table));
        boolean ownsIndex = Uses.ownsIndex(constraint);
        return free(
                wanted,
                name -> !ofTable.contains(name) && (!ownsIndex || addRelation(table, name)) && ofTable.add(name));
    }

    private boolean addRelation(Table table, String name) {
        return relations.add(table.name().sibling(name));
    }

    /** The first of name, name_2, name_3 ... that is taken. */
    private String free(String wanted, Predicate<String> take) {
        String name = NamingConvention.shortened(wanted, longest);
        String candidate = name;
        for (int number = 2; !take.test(candidate); number++) {
            candidate = NamingConvention.numbered(name, number, longest);
        }
        return candidate;
    }

    /** The columns of an index; for an expression those that it mentions. */
    private static List<String> columns(Table table, Index index) {
        List<String> columns = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            columns.addAll(part.isExpression() ? mentioned(table, part.text()) : List.of(part.text()));
        }
        return columns;
    }

    private static List<String> mentioned(Table table, String sql) {
        return SqlText.names(sql).stream()
                .filter(name -> table.column(name).isPresent())
                .toList();
    }

    /** The name a constraint would have if no other had it. */
    private final class Wanted implements Constraint.Visitor<String> {
        private final Table table;

        Wanted(Table table) {
            this.table = table;
        }

        @Override
        public String primaryKey(Constraint.PrimaryKey key) {
            return convention.fill(convention.primaryKey(), table.name(), key.columns(), "");
        }

        @Override
        public String unique(Constraint.Unique unique) {
            return convention.fill(convention.unique(), table.name(), unique.columns(), "");
        }

        @Override
        public String foreignKey(Constraint.ForeignKey key) {
            return convention.fill(
                    convention.foreignKey(),
                    table.name(),
                    key.columns(),
                    key.target().name());
        }

        @Override
        public String check(Constraint.Check check) {
            return convention.fill(convention.check(), table.name(), mentioned(table, check.expression()), "");
        }

        @Override
        public String exclusion(Constraint.Exclusion exclusion) {
            return convention.fill(convention.exclusion(), table.name(), mentioned(table, exclusion.definition()), "");
        }
    }
}
