package dev.albedo.maven.goal.proof;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Subject;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes and attributes of a model that an operation comes from.
 *
 * @param wanted what the model expects, everything with its name
 * @param origins of what it expects
 */
record MappedBy(Schema wanted, Origins origins) {

    /**
     * Returns the attributes of the column that an operation is about, or of the columns that its constraint or index names,
     * otherwise the class of its table; empty for what no class is mapped to.
     */
    Set<String> of(Operation operation) {
        Subject subject = operation.subject();
        if (subject.table() == null) {
            return subject.name() == null
                    ? Set.of()
                    : origins.of(Place.ofSequence(new QualifiedName(subject.schema(), subject.name())));
        }
        QualifiedName table = new QualifiedName(subject.schema(), subject.table());
        Set<String> attributes = new TreeSet<>();
        wanted.table(table)
                .map(each -> columns(each, subject.name()))
                .orElse(List.of())
                .forEach(column -> attributes.addAll(origins.of(Place.of(table, column))));
        return attributes.isEmpty() ? origins.of(Place.of(table)) : attributes;
    }

    private static Collection<String> columns(Table table, @Nullable String part) {
        if (part == null) {
            return List.of();
        }
        if (table.column(part).isPresent()) {
            return List.of(part);
        }
        return Stream.concat(
                        table.constraints().stream()
                                .filter(constraint -> part.equals(constraint.name()))
                                .flatMap(constraint -> columns(table, constraint)),
                        table.indexes().stream()
                                .filter(index -> part.equals(index.name()))
                                .flatMap(index -> named(table, index.describe())))
                .toList();
    }

    private static Stream<String> columns(Table table, Constraint constraint) {
        return constraint.columns().isEmpty() ? named(table, constraint.describe()) : constraint.columns().stream();
    }

    private static Stream<String> named(Table table, String sql) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> Pattern.compile(
                                "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                        .matcher(sql)
                        .find());
    }
}
