package dev.albedo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.operation.Operation;
import dev.albedo.safety.SafePlan;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.Everything;
import dev.albedo.testing.RandomSchemas;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * A real server accepts every difference and every way back, each in one transaction, and then has in its catalog what
 * it has when the schema is made from nothing.
 */
class DiffOnPostgresTest {

    private static final int SEEDS = 30;
    private static final Dialect DIALECT = new PostgresDialect(18);

    @Test
    void everythingFromNothingAndBack() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            roundTrip("everything", connection, new RandomSchemas.Pair(Schema.EMPTY, Everything.SCHEMA));
        }
    }

    @Test
    void randomPairs() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                roundTrip("seed " + seed, connection, RandomSchemas.pair(seed));
            }
        }
    }

    private static void roundTrip(String name, Connection connection, RandomSchemas.Pair pair) throws SQLException {
        connection.setAutoCommit(false);
        String empty = dump(connection);
        String expected = made(name, connection, pair.to());

        SchemaDiff start = SchemaDiffer.diff(Schema.EMPTY, pair.from());
        SchemaDiff diff = SchemaDiffer.diff(pair.from(), pair.to());
        SchemaDiff up = SafePlan.of(diff, pair.from(), InitialValues.NONE, DIALECT);
        SchemaDiff down = SafePlan.of(diff.reverse(), pair.to(), InitialValues.NONE, DIALECT);
        run(name + " start", connection, start);
        String before = dump(connection);
        run(name + " up", connection, up);
        assertThat(dump(connection)).as(name + " after up").isEqualTo(expected);
        run(name + " down", connection, down);
        assertThat(dump(connection)).as(name + " after down").isEqualTo(before);
        run(name + " end", connection, start.reverse());
        assertThat(dump(connection)).as(name + " at the end").isEqualTo(empty);
    }

    /** What the catalog says of a schema that is made from nothing. */
    private static String made(String name, Connection connection, Schema schema) throws SQLException {
        for (Operation operation : SchemaDiffer.diff(Schema.EMPTY, schema).operations()) {
            execute(name + " made", connection, operation);
        }
        String dump = dump(connection);
        connection.rollback();
        return dump;
    }

    private static String dump(Connection connection) throws SQLException {
        return CatalogDump.everything().withoutColumnOrder().of(connection);
    }

    private static void run(String name, Connection connection, SchemaDiff diff) throws SQLException {
        for (Operation operation : diff.operations()) {
            execute(name, connection, operation);
        }
        connection.commit();
    }

    private static void execute(String name, Connection connection, Operation operation) throws SQLException {
        for (dev.albedo.dialect.Statement statement : DIALECT.statements(operation)) {
            try (Statement jdbc = connection.createStatement()) {
                jdbc.execute(statement.sql());
            } catch (SQLException e) {
                throw new SQLException(name + ", " + operation.describe() + ": " + statement.sql(), e);
            }
        }
    }
}
