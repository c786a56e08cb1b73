package dev.albedo.safety.rows;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that constraints and indexes mention, in their lists of columns and in their texts. */
public final class Mentions {

    private Mentions() {}

    public static Set<String> of(Constraint constraint) {
        Set<String> names = new LinkedHashSet<>(constraint.columns());
        if (constraint instanceof Constraint.Check check) {
            names.addAll(SqlText.names(check.expression()));
        }
        return names;
    }

    public static Set<String> of(Index index) {
        Set<String> names = new LinkedHashSet<>(index.include());
        index.parts()
                .forEach(part -> names.addAll(part.isExpression() ? SqlText.names(part.text()) : Set.of(part.text())));
        names.addAll(index.where() == null ? Set.of() : SqlText.names(index.where()));
        return names;
    }
}
