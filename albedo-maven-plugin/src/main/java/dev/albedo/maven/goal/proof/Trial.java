package dev.albedo.maven.goal.proof;

import dev.albedo.dialect.Capability;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.PlanDependents;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.run.Direction;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Carries a plan out and takes it back, and looks each time whether the database is what it should be: what the model
 * expects, what it was before.
 */
public final class Trial {

    /** Of a transaction that is rolled back at the end, and in part where an operation is refused. */
    private static final Set<Capability> NEEDED = Set.of(Capability.TRANSACTIONAL_DDL, Capability.SAVEPOINTS);

    private final Comparison comparison;
    private final SchemaFilter filter;
    private final Plan plan;
    private final Dialect dialect;
    private final List<Operation> operations;

    public Trial(Comparison comparison, SchemaFilter filter, Plan plan) {
        this.comparison = comparison;
        this.filter = filter;
        this.plan = plan;
        this.dialect = comparison.dialect();
        this.operations =
                Stream.concat(plan.up().stream(), plan.down().stream()).toList();
    }

    /**
     * Whether every statement has a form that a transaction can take back.
     *
     * @throws GoalException if there is no statement for an operation in the database's version
     */
    boolean fitsTransaction() {
        try {
            boolean fits = operations.stream()
                    .flatMap(operation -> dialect.statements(operation).stream())
                    .allMatch(statement -> statement.trial() != null);
            return fits && dialect.capabilities().containsAll(NEEDED);
        } catch (IllegalArgumentException e) {
            throw new GoalException(
                    "The database cannot run this plan: " + e.getMessage()
                            + ". Nothing was written; change the model, or albedo.databaseVersion if that is not the"
                            + " database's version, and run mvn albedo:create again",
                    e);
        }
    }

    /**
     * Tries it in one transaction and rolls that back.
     *
     * @param connection in auto-commit mode, and left in it
     * @throws Refusal if the database refuses an operation
     * @throws GoalException if the plan does not lead to the model, or not back
     */
    void inTransaction(Connection connection, Duration lockTimeout, Duration statementTimeout)
            throws SQLException, Refusal {
        plan.dependents().requireKept();
        try {
            once(connection, lockTimeout, statementTimeout);
        } catch (Refusal refusal) {
            if (refusal.isOnTheWayBack() || refusal.isInterrupted()) {
                throw refusal;
            }
            throw Refusal.first(all(connection, refusal, lockTimeout, statementTimeout));
        }
    }

    /** Tries the operations again, each behind a savepoint: that costs too much to be done where nothing is refused. */
    private List<Refusal> all(Connection connection, Refusal first, Duration lockTimeout, Duration statementTimeout)
            throws SQLException, Refusal {
        connection.setAutoCommit(false);
        try (RolledBack transaction = new RolledBack(connection)) {
            begin(transaction, operations, lockTimeout, statementTimeout);
            List<Refusal> all = new RefusedOperations(connection, dialect, true).of(plan.up());
            return all.isEmpty() || all.get(all.size() - 1).isInterrupted() ? List.of(first) : all;
        }
    }

    private void begin(RolledBack transaction, List<Operation> tried, Duration lockTimeout, Duration statementTimeout)
            throws Refusal {
        for (String sql : dialect.beginTrial(plan.start(), tried, lockTimeout, statementTimeout)) {
            execute(transaction, Direction.UP, operations.get(0), sql);
        }
    }

    private void once(Connection connection, Duration lockTimeout, Duration statementTimeout)
            throws SQLException, Refusal {
        SchemaReader.Reread reread = reread(connection, lockTimeout, statementTimeout);
        connection.setAutoCommit(false);
        try (RolledBack transaction = new RolledBack(connection)) {
            begin(transaction, operations, lockTimeout, statementTimeout);
            carryOut(connection, Direction.UP, plan.up(), true);
            checkDeferred(transaction, Direction.UP, plan.up());
            compareWithModel(connection, reread.read());
            carryOut(connection, Direction.DOWN, plan.down(), true);
            checkDeferred(transaction, Direction.DOWN, plan.down());
            compareWithStart(connection, reread.read());
            plan.dependents().requireSame(PlanDependents.of(connection, dialect, plan.up(), plan.down()));
        }
    }

    /** Others wait while the changed database is read, so as little is read then as shows every change. */
    private SchemaReader.Reread reread(Connection connection, Duration lockTimeout, Duration statementTimeout)
            throws SQLException, Refusal {
        SchemaReader reader = comparison.reader();
        if (operations.stream()
                .anyMatch(each -> each instanceof Operation.Code || each instanceof Operation.RenameEnum)) {
            return () -> reader.read(connection, filter);
        }
        connection.setAutoCommit(false);
        try (RolledBack transaction = new RolledBack(connection)) {
            // The server prints some texts according to the session's settings.
            begin(transaction, List.of(), lockTimeout, statementTimeout);
            return reader.reread(connection, filter);
        }
    }

    /**
     * Tries it for good, as a run would carry it out.
     *
     * @param connection to a database that nobody needs, in auto-commit mode, and left in it
     * @throws Refusal if the database refuses an operation
     * @throws GoalException if the plan does not lead to the model, or not back
     */
    void forGood(Connection connection) throws SQLException, Refusal {
        plan.dependents().requireKept();
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.fixSession());
        }
        carryOutForGood(connection, Direction.UP, plan.up());
        compareWithModel(connection, comparison.reader().read(connection, filter));
        carryOutForGood(connection, Direction.DOWN, plan.down());
        compareWithStart(connection, comparison.reader().read(connection, filter));
    }

    /** The error of a refusal, with the migration to write instead. */
    GoalException failure(Refusal refusal, Connection connection) throws SQLException {
        String role = "";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            role = row.getString(1);
        }
        return refusal.failure(plan.dependents(), new MappedBy(plan.wanted(), plan.origins()), dialect, role);
    }

    private void checkDeferred(RolledBack transaction, Direction direction, List<Operation> done) throws Refusal {
        if (!done.isEmpty()) {
            execute(transaction, direction, done.get(done.size() - 1), dialect.checkDeferred());
        }
    }

    /** What is refused is told as a refusal of the operation that it is for. */
    private static void execute(RolledBack transaction, Direction direction, Operation operation, String sql)
            throws Refusal {
        try {
            transaction.execute(sql);
        } catch (SQLException e) {
            throw new Refusal(direction, operation, e, true);
        }
    }

    private void carryOut(Connection connection, Direction direction, List<Operation> operations, boolean hasRows)
            throws Refusal {
        for (Operation operation : operations) {
            try {
                JdbcSink.run(connection, dialect, operation);
            } catch (SQLException e) {
                throw new Refusal(direction, operation, e, hasRows);
            }
        }
    }

    /** What may be in a transaction is in one with its neighbours. */
    private void carryOutForGood(Connection connection, Direction direction, List<Operation> operations)
            throws SQLException, Refusal {
        for (int i = 0; i < operations.size(); i++) {
            List<Operation> next = operations.subList(i, i + 1);
            boolean alone = isAlone(next.get(0));
            connection.setAutoCommit(alone);
            Savepoint before = alone ? null : connection.setSavepoint();
            try {
                carryOut(connection, direction, next, false);
            } catch (Refusal refusal) {
                if (before == null || direction == Direction.DOWN) {
                    throw refusal;
                }
                connection.rollback(before);
                throw Refusal.first(new RefusedOperations(connection, dialect, false)
                        .of(operations.subList(i, operations.size()).stream()
                                .filter(operation -> !isAlone(operation))
                                .toList()));
            }
        }
        connection.setAutoCommit(true);
    }

    private boolean isAlone(Operation operation) {
        return dialect.statements(operation).stream().anyMatch(statement -> !statement.transactional());
    }

    private void compareWithModel(Connection connection, Schema there) throws SQLException {
        SchemaDiff left = comparison.left(connection, there, plan.wanted(), plan.kept());
        require(left, "does not lead to the model. Remaining");
    }

    private void compareWithStart(Connection connection, Schema there) throws SQLException {
        SchemaDiff left = comparison.left(connection, there, plan.start());
        require(left, "cannot be rolled back. Remaining after its down()");
    }

    private void require(SchemaDiff left, String verdict) {
        if (!left.isEmpty()) {
            int more = left.operations().size() - 1;
            throw new GoalException(
                    "The plan " + verdict + ": " + left.operations().get(0).describe()
                            + (more == 0 ? "" : ", and " + more + " more")
                            + ". Nothing was written. "
                            + (comparison.hooks().isEmpty()
                                    ? "This is a bug in Albedo, please report it"
                                    : "Either a hook (" + comparison.hooks().names()
                                            + ") adds SQL that does not declare its full effect on the schema, or this"
                                            + " is a bug in"
                                            + " Albedo, please report it")
                            + "; run mvn albedo:create with"
                            + " -Dalbedo.verify=off to write the migration anyway, and correct it by hand");
        }
    }

    /** A transaction that leaves nothing behind. */
    private record RolledBack(Connection connection) implements AutoCloseable {

        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
