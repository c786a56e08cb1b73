package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunSettings;
import dev.albedo.run.Script;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords, in the URL and in SQL, are nowhere in what goals say, throw, write or record. */
class SecretsTest {

    private static final String PASSWORD = "sesame";

    @Revision(id = "aaa1")
    static final class MakesARole implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("do $$ begin perform 'postgresql://shop:sesame@db/shop'; end $$");
            op.sql("create role " + ROLE + " password 'sesame'");
        }

        @Override
        public void down(Operations op) {
            op.sql("drop role " + ROLE);
        }
    }

    @Revision(id = "aaa1")
    static final class MakesAnotherRole implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("select 1");
            op.sql("create role " + ROLE + " password 'sesame'");
        }

        @Override
        public void down(Operations op) {}
    }

    /** The text is long enough to be cut where it is described, in the middle of the password. */
    @Revision(id = "bbb2", parent = "aaa1")
    static final class Fails implements Migration {
        @Override
        public void up(Operations op) {
            op.sql(
                    "select 'a text of some length, so that what follows is around the hundredth character' ; alter role nobody"
                            + " password 'sesame'");
        }

        @Override
        public void down(Operations op) {}
    }

    /** Says it in the error of the server too. */
    @Revision(id = "bbb2", parent = "aaa1")
    static final class FailsWithIt implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("do $$ begin raise exception 'cannot reach host=db password=sesame'; end $$");
        }

        @Override
        public void down(Operations op) {}
    }

    /** Outside of transactions, where it may be in doubt. */
    @Revision(id = "bbb2", parent = "aaa1", transactional = false)
    static final class FailsAlone implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("alter role nobody_of_that_name password 'sesame'");
        }

        @Override
        public void down(Operations op) {}
    }

    private static final String ROLE = "albedo_secrets_test";

    private final Said said = new Said();
    private final StringBuilder everything = new StringBuilder();

    private Migrator migrator(String url, Migration... migrations) {
        Drivers drivers = new Drivers(SecretsTest.class.getClassLoader());
        ConnectionSettings settings = ConnectionSettings.of(url, "the test");
        everything.append(settings).append(settings.shownUrl());
        ConnectionSource connections = () -> drivers.connect(settings);
        return new Migrator(
                connections, MigrationSource.of(List.of(migrations)), RunSettings.DEFAULT, new RunReport(said));
    }

    private void fails(Runnable goal) {
        assertThatThrownBy(goal::run).satisfies(failure -> {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            everything.append(trace);
        });
    }

    @Test
    void areNowhere(@TempDir Path folder) throws SQLException, IOException {
        try (TestDatabase database = TestDatabases.create()) {
            String url = database.url() + "&password=" + PASSWORD;
            new Migrate(migrator(url, new MakesARole()), said).dryRun("head");
            new Migrate(migrator(url, new MakesARole()), said).run("head");
            for (Migration failing : List.of(new Fails(), new FailsWithIt())) {
                Migrator migrator = migrator(url, new MakesARole(), failing);
                new Migrate(migrator, said).dryRun("head");
                fails(() -> new Migrate(migrator, said).run("head"));
            }
            inDoubt(database, url);
            Migrator edited = migrator(url, new MakesAnotherRole(), new Fails());
            new StatusReport(edited.status(), ConnectionSettings.of(url, "").shownUrl()).print(said);
            everything.append(new StatusReport(
                            edited.status(), ConnectionSettings.of(url, "").shownUrl())
                    .json());
            fails(() -> new Migrate(edited, said).run("head"));
            new Repair(edited, said).run(List.of());
            new Stamp(edited, said).run(List.of("head"), true);
            for (boolean idempotent : new boolean[] {true, false}) {
                Script script = new Script(
                        new PostgresDialect(18),
                        MigrationSource.of(List.of(new MakesARole(), new Fails())),
                        QualifiedName.of("albedo_history"),
                        idempotent,
                        idempotent);
                Path file = folder.resolve("of/" + idempotent + ".sql");
                new WriteScript(script, said).run("up", null, null, file);
                everything.append(Files.readString(file));
            }
            new Stamp(migrator(url, new MakesARole()), said).run(List.of("head"), true);
            new Rollback(migrator(url, new MakesARole()), said).dryRun(null, "base");
            new Rollback(migrator(url, new MakesARole()), said).run(null, "base");
            fails(() -> migrator("jdbc:postgresql://somebody:sesame@127.0.0.1:1/shop?password=sesame", new Fails())
                    .status());
            everything.append(rows(database, "albedo_history")).append(rows(database, "albedo_history_log"));
        }
        everything.append(said.lines()).append(said.warnings());
        assertThat(everything.toString())
                .contains("password '***'", "shop:***@db", "-- MISSING", "failed", "run began", "down ")
                .doesNotContain(PASSWORD);
    }

    private void inDoubt(TestDatabase database, String url) throws SQLException {
        Migrator alone = migrator(url, new MakesARole(), new FailsAlone());
        new Migrate(alone, said).dryRun("head");
        fails(() -> new Migrate(alone, said).run("head"));
        database.execute("update albedo_history set in_doubt = true where revision = 'bbb2'");
        fails(() -> new Migrate(alone, said).run("head"));
        fails(() -> new Migrate(alone, said).dryRun("head"));
        new Repair(alone, said).settle("again");
    }

    private static String rows(TestDatabase database, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select replace(t::text, ',', ' ') from " + table + " t")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }
}
