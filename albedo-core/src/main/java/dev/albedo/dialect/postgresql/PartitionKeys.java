package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of a partitioned table. PostgreSQL has none without all columns of the partition key (manual section 5.12.2.3),
 * which most entities do not call a part of their id: such a key is what the model means, as near as the server has it.
 */
final class PartitionKeys {

    private PartitionKeys() {}

    /** The constraints that a model says of a table, with the keys of the existing table where that had to widen them. */
    static List<Constraint> adopted(Table model, Table existing) {
        Set<String> partitionKey = columns(existing);
        return partitionKey.isEmpty()
                ? model.constraints()
                : model.constraints().stream()
                        .map(constraint -> adopted(constraint, existing, partitionKey))
                        .toList();
    }

    private static Constraint adopted(Constraint wanted, Table existing, Set<String> partitionKey) {
        if (wanted instanceof Constraint.PrimaryKey key) {
            return existing.primaryKey()
                    .filter(found -> isWithKey(key, found, partitionKey))
                    .<Constraint>map(
                            found -> new Constraint.PrimaryKey(key.name(), found.columns(), key.deferrability()))
                    .orElse(wanted);
        }
        if (wanted instanceof Constraint.Unique key) {
            return existing.constraints(Constraint.Unique.class).stream()
                    .filter(found -> isWithKey(key, found, partitionKey))
                    .filter(found -> partitionKey.containsAll(more(key, found)))
                    .findFirst()
                    .<Constraint>map(found -> new Constraint.Unique(
                            key.name(), found.columns(), key.nullsNotDistinct(), key.deferrability()))
                    .orElse(wanted);
        }
        return wanted;
    }

    /**
     * Whether a key that lacks the partition key is part of one that has it. That may also have the partition keys of
     * partitions, which are not known here.
     */
    private static boolean isWithKey(Constraint wanted, Constraint found, Set<String> partitionKey) {
        return !wanted.columns().containsAll(partitionKey)
                && found.columns().containsAll(wanted.columns())
                && found.columns().containsAll(partitionKey);
    }

    private static Set<String> more(Constraint wanted, Constraint found) {
        Set<String> more = new HashSet<>(found.columns());
        wanted.columns().forEach(more::remove);
        return more;
    }

    /** The columns that the partition key of a table names. */
    private static Set<String> columns(Table table) {
        String key = table.partitionBy();
        if (key == null) {
            return Set.of();
        }
        Set<String> named =
                Token.of(key).stream().filter(Token::isName).map(Token::text).collect(Collectors.toSet());
        return table.columns().stream()
                .map(Column::name)
                .filter(named::contains)
                .collect(Collectors.toSet());
    }
}
