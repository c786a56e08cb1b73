package dev.albedo.maven.goal.proof;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.ErrorKind;
import dev.albedo.operation.Operation;
import dev.albedo.run.Direction;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Column;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds everything that a database refuses of operations: each runs behind a savepoint, so that the next ones are tried too.
 * A table that is refused is tried piece by piece, and is created without the pieces that are refused, because later
 * operations need it. What is refused only because something before it is missing is left out.
 */
final class RefusedOperations {

    /** The first thing that an error names. */
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private final Connection connection;
    private final Dialect dialect;
    private final boolean hasRows;
    private final List<Refusal> refused = new ArrayList<>();

    /** The names of what is not there because it was refused. */
    private final Set<String> missing = new HashSet<>();

    /**
     * A search.
     *
     * @param connection in a transaction that is rolled back
     * @param hasRows whether the database has rows that may be at fault
     */
    RefusedOperations(Connection connection, Dialect dialect, boolean hasRows) {
        this.connection = connection;
        this.dialect = dialect;
        this.hasRows = hasRows;
    }

    List<Refusal> of(List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            Optional<SQLException> reason = attempt(operation, true);
            if (reason.isPresent() && operation instanceof Operation.CreateTable create) {
                tryPieces(create, reason.get());
            } else if (reason.isPresent()) {
                add(operation, hasRows, reason.get());
                missing.addAll(List.of(operation.describe().split("\\W+")));
            }
            if (!refused.isEmpty() && refused.get(refused.size() - 1).isInterrupted()) {
                break;
            }
        }
        return refused;
    }

    /** Adds a refusal that does not follow from another one: of a name that was refused, or of rows not as expected. */
    private void add(Operation operation, boolean rowsMatter, SQLException reason) {
        Refusal refusal = new Refusal(Direction.UP, operation, reason, rowsMatter);
        Matcher name = NAME.matcher(String.valueOf(reason.getMessage()));
        boolean follows =
                (dialect.kindOf(reason) == ErrorKind.MISSING && name.find() && missing.contains(name.group(1)))
                        || refused.stream().anyMatch(before -> before.implies(refusal));
        if (!follows) {
            refused.add(refusal);
        }
    }

    /** Runs an operation and returns why it failed; what it did stays only if it is wanted and did not fail. */
    private Optional<SQLException> attempt(Operation operation, boolean stays) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            JdbcSink.run(connection, dialect, operation);
            if (!stays) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.of(e);
        }
    }

    private void tryPieces(Operation.CreateTable create, SQLException reason) throws SQLException {
        Table all = create.table();
        int before = refused.size();
        Table good = new Table(all.name(), List.of(), List.of(), List.of(), null);
        for (Piece piece : pieces(all)) {
            Table larger = piece.with().apply(good);
            Optional<SQLException> fault = attempt(new Operation.CreateTable(larger), false);
            if (fault.isEmpty()) {
                good = larger;
            } else {
                add(piece.alone(), false, fault.get());
                larger.columns().stream().map(Column::name).forEach(missing::add);
                good.columns().stream().map(Column::name).forEach(missing::remove);
            }
        }
        boolean isMade = attempt(new Operation.CreateTable(good), true).isEmpty();
        if (refused.size() == before) {
            add(create, hasRows, reason);
        }
        if (!isMade || good.constraints().size() < all.constraints().size()) {
            missing.add(all.name().name());
        }
    }

    /**
     * A part of a new table.
     *
     * @param alone what would add it by itself, which names it
     * @param with the table with it
     */
    private record Piece(Operation alone, UnaryOperator<Table> with) {}

    /** What makes an empty table the whole one: its columns, what they get by themselves, and what is beside them. */
    private static List<Piece> pieces(Table all) {
        List<Piece> pieces = new ArrayList<>();
        for (Column column : all.columns()) {
            Column plain = plain(column);
            pieces.add(new Piece(new Operation.AddColumn(all.name(), plain), table -> table.with(plain)));
        }
        for (Column column : all.columns()) {
            if (!column.equals(plain(column))) {
                pieces.add(new Piece(
                        new Operation.AlterColumn(all.name(), plain(column), column, null),
                        table -> table.columns(replaced(table, column))));
            }
        }
        all.constraints()
                .forEach(constraint -> pieces.add(new Piece(
                        new Operation.AddConstraint(all.name(), constraint), table -> table.with(constraint))));
        all.indexes()
                .forEach(index -> pieces.add(
                        new Piece(new Operation.CreateIndex(all.name(), index, false), table -> table.with(index))));
        return pieces;
    }

    private static Column plain(Column column) {
        return column.defaultTo(null).identity(null).generated(null);
    }

    private static List<Column> replaced(Table table, Column column) {
        return table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList();
    }
}
