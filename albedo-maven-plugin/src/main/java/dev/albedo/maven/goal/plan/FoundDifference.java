package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The result of a comparison; it is handed on, so that no side is brought to one spelling again.
 *
 * @param start all there is before anything is renamed or left out, in the dialect's spelling
 * @param diff what is to be done
 * @param wanted what there is when it is done, everything with its name
 * @param leftAlone what neither the model nor the migrations know, in words
 * @param kept attributes that neither the model nor the migrations state
 * @param spelled what there is, before anything is renamed, with its checks as people spell them
 */
public record FoundDifference(
        Schema start, SchemaDiff diff, Schema wanted, List<String> leftAlone, Kept kept, Schema spelled) {

    /** The result of a comparison of every attribute. */
    public FoundDifference(Schema start, SchemaDiff diff, Schema wanted, List<String> leftAlone) {
        this(start, diff, wanted, leftAlone, Kept.NOTHING, Schema.EMPTY);
    }

    FoundDifference keeping(Kept attributes, Schema there) {
        return new FoundDifference(start, diff, wanted, leftAlone, attributes, there);
    }

    /** A schema with the checks as people spell them. */
    Schema spelling(Schema printed) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(printed.tables());
        tables.replaceAll((name, table) ->
                spelled.table(name).map(same -> spelling(table, same)).orElse(table));
        return printed.tables(tables);
    }

    private static Table spelling(Table printed, Table spelled) {
        return printed.constraints(printed.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.Check check
                        ? spelled.constraints(Constraint.Check.class).stream()
                                .filter(same -> Objects.equals(same.name(), check.name()))
                                .findFirst()
                                .orElse(check)
                        : constraint)
                .toList());
    }
}
