package dev.albedo.dialect.postgresql;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Constraint.Check;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a table has from the tables it inherits from. Their checks and NOT NULL constraints apply to it too, and it cannot
 * lose them alone (manual section 5.11): they belong to the parent, whether the model says them of the child again or not.
 */
final class InheritedParts {

    private final Schema model;
    private final Schema existing;

    private InheritedParts(Schema model, Schema existing) {
        this.model = model;
        this.existing = existing;
    }

    /** A model whose tables inherit what the existing ones do, with what follows from that. */
    static Schema adopted(Schema model, Schema existing) {
        InheritedParts parts = new InheritedParts(model, existing);
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(model.tables());
        tables.replaceAll((name, table) -> table.inherits().isEmpty()
                ? table
                : existing.table(name).map(found -> parts.table(table, found)).orElse(table));
        return model.tables(tables);
    }

    private Table table(Table table, Table found) {
        Set<QualifiedName> ancestors = new LinkedHashSet<>();
        addAncestors(table, ancestors);
        return table.columns(table.columns().stream()
                        .map(column -> column.notNull(column.notNull() || isRequired(column.name(), found, ancestors)))
                        .toList())
                .constraints(constraints(table, found, ancestors));
    }

    private void addAncestors(Table table, Set<QualifiedName> ancestors) {
        for (QualifiedName parent : table.inherits()) {
            if (ancestors.add(parent)) {
                model.table(parent).or(() -> existing.table(parent)).ifPresent(each -> addAncestors(each, ancestors));
            }
        }
    }

    /** Whether the child's column is NOT NULL because a parent's is or becomes so; before version 18 it may be nullable. */
    private boolean isRequired(String name, Table found, Set<QualifiedName> ancestors) {
        boolean isNow = found.column(name).map(Column::notNull).orElse(false);
        return ancestors.stream()
                .filter(ancestor -> isNotNull(model, ancestor, name))
                .anyMatch(ancestor -> isNow || !isNotNull(existing, ancestor, name));
    }

    private static boolean isNotNull(Schema schema, QualifiedName table, String column) {
        return schema.column(table, column).map(Column::notNull).orElse(false);
    }

    private List<Constraint> constraints(Table table, Table found, Set<QualifiedName> ancestors) {
        List<Check> wanted = checks(model, ancestors);
        List<Check> there = checks(existing, ancestors);
        List<Constraint> own = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean isInherited = constraint instanceof Check check
                    && (check.name() == null
                            ? wanted.contains(check) && hasOnlyNamed(found, table)
                            : Stream.concat(wanted.stream(), there.stream())
                                    .anyMatch(each -> Objects.equals(each.name(), check.name())));
            if (!isInherited || hasOwn(found, constraint)) {
                own.add(constraint);
            }
        }
        // The child's own one is the same as the parent's and stays or changes with it.
        wanted.stream().filter(check -> hasOwn(found, check)).forEach(check -> {
            own.removeIf(each -> Objects.equals(each.name(), check.name()));
            own.add(check);
        });
        return own;
    }

    private static List<Check> checks(Schema schema, Set<QualifiedName> tables) {
        return tables.stream()
                .flatMap(name -> schema.table(name).stream())
                .flatMap(table -> table.constraints(Check.class).stream())
                .toList();
    }

    private static boolean hasOwn(Table found, Constraint check) {
        return Optional.ofNullable(check.name()).flatMap(found::constraint).isPresent();
    }

    /** Whether no check of the existing table can be one without a name of the model. */
    private static boolean hasOnlyNamed(Table found, Table model) {
        return found.constraints(Check.class).stream()
                .allMatch(check -> Optional.ofNullable(check.name())
                        .flatMap(model::constraint)
                        .isPresent());
    }
}
