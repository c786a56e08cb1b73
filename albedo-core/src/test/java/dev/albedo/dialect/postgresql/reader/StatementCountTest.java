package dev.albedo.dialect.postgresql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The number of statements does not grow with the number of tables. */
class StatementCountTest {

    @Test
    void sixtyTablesTakeAsManyStatementsAsFive() throws SQLException {
        int five = statements(5);
        assertThat(statements(60)).isEqualTo(five);
        assertThat(five).isEqualTo(12);
    }

    private static int statements(int tables) throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute("create type e" + i + " as enum ('a')");
                statement.execute("create table t" + i + " (id integer generated always as identity primary key, e e"
                        + i + " unique, n serial check (n > 0), up integer references t" + Math.max(0, i - 1) + ")");
                statement.execute("create index ix" + i + " on t" + i + " (lower(n::text))");
            }
            SchemaReader reader = new PostgresSchemaReader(Dialects.spelling());
            return ExecutionCounter.countDuring(() -> reader.read(connection, LiveSchema.FILTER));
        }
    }

    /** Listens to the driver, which logs each message it sends, and so misses nothing that asks behind our back. */
    private static final class ExecutionCounter extends Handler {

        private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

        private final AtomicInteger executions = new AtomicInteger();

        @FunctionalInterface
        interface Work {
            void run() throws SQLException;
        }

        static int countDuring(Work work) throws SQLException {
            ExecutionCounter counter = new ExecutionCounter();
            DRIVER.addHandler(counter);
            DRIVER.setLevel(Level.ALL);
            DRIVER.setUseParentHandlers(false);
            try {
                work.run();
            } finally {
                DRIVER.setUseParentHandlers(true);
                DRIVER.setLevel(null);
                DRIVER.removeHandler(counter);
            }
            return counter.executions.get();
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getMessage().contains("FE=> Execute(")) {
                executions.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
