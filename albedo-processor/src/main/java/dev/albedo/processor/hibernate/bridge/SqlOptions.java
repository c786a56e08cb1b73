package dev.albedo.processor.hibernate.bridge;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Constraint.ForeignKey;
import dev.albedo.schema.Constraint.Unique;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.SequenceOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Understands the {@code options} that Jakarta Persistence 3.2 appends to SQL, and the definition of a foreign key. What it
 * does not understand it tells, so that nobody believes it was kept.
 */
final class SqlOptions {

    private final Consumer<String> notUnderstood;

    SqlOptions(Consumer<String> notUnderstood) {
        this.notUnderstood = notUnderstood;
    }

    Index index(Index index, @Nullable String options) {
        if (options == null) {
            return index;
        }
        Index changed = index;
        SqlReader tokens = new SqlReader(options);
        while (!tokens.atEnd()) {
            if (tokens.skip("include") && tokens.isParentheses()) {
                changed = changed.including(
                        tokens.takeList().stream().map(StoredNames::stored).toArray(String[]::new));
            } else if (tokens.skip("nulls not distinct")) {
                changed = changed.nullsNotDistinct(true);
            } else if (tokens.skip("where")) {
                changed = changed.where(SqlText.trimmed(tokens.rest()));
            } else {
                notUnderstood.accept(tokens.rest());
            }
        }
        return changed;
    }

    Unique unique(Unique unique, @Nullable String options) {
        return options == null
                ? unique
                : unique.deferrability(deferrability(new SqlReader(options), Deferrability.NOT_DEFERRABLE));
    }

    ForeignKey foreignKey(ForeignKey foreignKey, @Nullable String options) {
        return options == null ? foreignKey : tail(foreignKey, new SqlReader(options));
    }

    /**
     * What follows the words ADD CONSTRAINT and a name; {@code null} if it is not understood.
     *
     * @param primaryKey the columns of the primary key of a table of the model, which a definition without target columns
     *     means; none for another table
     */
    @Nullable
    ForeignKey definition(
            @Nullable String name,
            String definition,
            StoredNames names,
            Function<QualifiedName, List<String>> primaryKey) {
        SqlReader tokens = new SqlReader(definition);
        if (!tokens.skip("foreign key") || !tokens.isParentheses()) {
            notUnderstood.accept(definition);
            return null;
        }
        List<String> columns = stored(tokens.takeList());
        if (!tokens.skip("references") || tokens.atEnd()) {
            notUnderstood.accept(definition);
            return null;
        }
        List<String> parts = tokens.takeName();
        QualifiedName target = new QualifiedName(
                parts.size() > 1 ? names.known(parts.get(0)) : names.schema(null), parts.get(parts.size() - 1));
        List<String> targetColumns = tokens.isParentheses() ? stored(tokens.takeList()) : primaryKey.apply(target);
        if (targetColumns.isEmpty()) {
            notUnderstood.accept(definition);
            return null;
        }
        ForeignKey foreignKey = new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE);
        return tail(foreignKey, tokens);
    }

    private ForeignKey tail(ForeignKey foreignKey, SqlReader tokens) {
        ForeignKey changed = foreignKey;
        while (!tokens.atEnd()) {
            ReferentialAction action;
            if (tokens.skip("match full")) {
                changed = changed.matchFull(true);
            } else if (tokens.skip("match simple")) {
                changed = changed.matchFull(false);
            } else if (tokens.skip("on delete") && (action = action(tokens)) != null) {
                changed = changed.onDelete(action);
            } else if (tokens.skip("on update") && (action = action(tokens)) != null) {
                changed = changed.onUpdate(action);
            } else {
                changed = changed.deferrability(deferrability(tokens, changed.deferrability()));
            }
        }
        return changed;
    }

    private static @Nullable ReferentialAction action(SqlReader tokens) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (tokens.skip(action.name().replace('_', ' '))) {
                return action;
            }
        }
        return null;
    }

    private Deferrability deferrability(SqlReader tokens, Deferrability before) {
        Deferrability deferrability = before;
        if (tokens.skip("not deferrable")) {
            deferrability = Deferrability.NOT_DEFERRABLE;
        } else if (tokens.skip("deferrable")) {
            deferrability = Deferrability.INITIALLY_IMMEDIATE;
        } else if (!tokens.skip("initially immediate")) {
            if (tokens.skip("initially deferred")) {
                deferrability = Deferrability.INITIALLY_DEFERRED;
            } else {
                notUnderstood.accept(tokens.rest());
            }
        }
        return tokens.atEnd() ? deferrability : deferrability(tokens, deferrability);
    }

    SequenceOptions sequence(SequenceOptions before, @Nullable String options) {
        if (options == null) {
            return before;
        }
        SequenceOptions changed = before;
        SqlReader tokens = new SqlReader(options);
        while (!tokens.atEnd()) {
            Long number;
            if (tokens.skip("start")) {
                tokens.skip("with");
                number = number(tokens);
                changed = number == null ? changed : changed.startWith(number);
            } else if (tokens.skip("increment")) {
                tokens.skip("by");
                number = number(tokens);
                changed = number == null ? changed : changed.incrementBy(number);
            } else if (tokens.skip("no cycle")) {
                changed = changed.cycle(false);
            } else if (tokens.skip("cycle")) {
                changed = changed.cycle(true);
            } else if (tokens.skip("cache") && (number = number(tokens)) != null) {
                changed = changed.cache(number);
            } else if (tokens.skip("minvalue") && (number = number(tokens)) != null) {
                changed = changed.between(number, changed.max());
            } else if (tokens.skip("maxvalue") && (number = number(tokens)) != null) {
                changed = changed.between(changed.min(), number);
            } else if (!tokens.skip("no minvalue") && !tokens.skip("no maxvalue")) {
                notUnderstood.accept(tokens.rest());
            }
        }
        return changed;
    }

    private static @Nullable Long number(SqlReader tokens) {
        String sign = tokens.skip("-") ? "-" : "";
        String digits = tokens.take();
        return digits != null && digits.matches("\\d{1,18}") ? Long.valueOf(sign + digits) : null;
    }

    private static List<String> stored(List<String> names) {
        return names.stream().map(StoredNames::stored).toList();
    }
}
