package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The identifiers that an application gets from sequences after its start: those of {@code PooledOptimizer} and, for an
 * increment of 1, {@code NoopOptimizer} of {@code org.hibernate.id.enhanced}.
 */
final class KeySource {

    private final Connection connection;
    private final Dialect dialect;
    private final Origins origins;
    private final Map<QualifiedName, Block> blocks = new HashMap<>();

    /**
     * The source of an application that has just started.
     *
     * @param origins which attribute each column and sequence is for
     */
    KeySource(Connection connection, Dialect dialect, Origins origins) {
        this.connection = connection;
        this.dialect = dialect;
        this.origins = origins;
    }

    /** Identifiers that are allotted: from {@code next} to {@code last}. */
    private record Block(long next, long last) {}

    /** The next identifier for a table; empty if it does not come from a sequence. */
    Optional<Long> next(Table table) throws SQLException {
        Optional<QualifiedName> sequence = sequence(table);
        if (sequence.isEmpty()) {
            return Optional.empty();
        }
        Block block = blocks.get(sequence.get());
        if (block == null || block.next() > block.last()) {
            block = fetch(sequence.get(), block == null);
        }
        blocks.put(sequence.get(), new Block(block.next() + 1, block.last()));
        return Optional.of(block.next());
    }

    /** Whether the identifiers of a table come from a sequence. */
    boolean isSequence(Table table) {
        return sequence(table).isPresent();
    }

    private Optional<QualifiedName> sequence(Table table) {
        List<String> columns =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        if (columns.size() != 1) {
            return Optional.empty();
        }
        Set<String> wanted = origins.of(Place.of(table.name(), columns.get(0))).stream()
                .map(origin -> origin + Origins.SEQUENCE)
                .collect(Collectors.toSet());
        return origins.places(wanted).stream()
                .filter(Place::isSequence)
                .map(Place::name)
                .findFirst();
    }

    /** The block that a call gives ends with its value, but for the very first value, which is alone. */
    private Block fetch(QualifiedName sequence, boolean first) throws SQLException {
        String name = dialect.literal(dialect.name(sequence));
        String sql = "select nextval(" + name + "), seqstart, seqincrement from pg_sequence where seqrelid = " + name
                + "::regclass";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long value = row.getLong(1);
            long increment = row.getLong(3);
            if (first && increment > 1 && value == row.getLong(2)) {
                return new Block(value, fetch(sequence, false).last());
            }
            return new Block(value - increment + 1, value);
        }
    }
}
