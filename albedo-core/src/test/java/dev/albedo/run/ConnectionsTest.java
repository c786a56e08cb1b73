package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.revision.RevisionNode;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;

/** Who gets a connection, who waits for whom, and what is said meanwhile. */
class ConnectionsTest {

    private static final class Retries implements RunListener {
        final List<String> told = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch first = new CountDownLatch(1);

        @Override
        public void retrying(String reason, int attempt, Duration pause) {
            told.add(attempt + ": " + reason);
            first.countDown();
        }

        @Override
        public void waiting(LockHolder holder, Duration waited) {
            told.add(holder.describe());
            first.countDown();
        }
    }

    private static Migrator migrator(ConnectionSource connections, RunSettings settings, RunListener listener) {
        return new Migrator(connections, FaultMigrations.create(), settings, listener);
    }

    private static ConnectionSource source(String url, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        return ConnectionSource.of(new Driver(), url, properties);
    }

    /** {@code -Dalbedo.runners.times=50} for more of it. */
    @Test
    void manyRunsAtOnceApplyEachRevisionOnce() throws SQLException, InterruptedException, ExecutionException {
        int runners = 20;
        int times = Integer.getInteger("albedo.runners.times", 10);
        long begin = System.nanoTime();
        for (int round = 0; round < times; round++) {
            try (TestDatabase database = TestDatabases.create()) {
                CountDownLatch start = new CountDownLatch(1);
                ExecutorService threads = Executors.newFixedThreadPool(runners);
                List<Future<List<RevisionNode>>> runs = new ArrayList<>();
                for (int i = 0; i < runners; i++) {
                    runs.add(threads.submit(() -> {
                        start.await();
                        return migrator(
                                        ConnectionSource.of(database.dataSource()),
                                        RunSettings.DEFAULT,
                                        RunListener.NONE)
                                .migrate("six6");
                    }));
                }
                start.countDown();
                List<String> applied = new ArrayList<>();
                for (Future<List<RevisionNode>> run : runs) {
                    run.get().forEach(node -> applied.add(node.id()));
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
                assertThat(applied).containsExactlyInAnyOrder("one1", "two2", "three3", "four4", "five5", "six6");
                assertThat(database.query(
                                "select revision from albedo_history_log where event = 'up' and outcome = 'done'"
                                        + " order by id"))
                        .containsExactly("one1", "two2", "three3", "four4", "five5", "six6");
                assertThat(database.query(
                                "select concat(revision, error) from albedo_history_log where outcome = 'failed'"))
                        .isEmpty();
            }
        }
        System.out.println(runners + " runners at once, " + times + " times: "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }

    @Test
    void saysWhomItWaitsForAndGivesUpInTheEnd() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection other = DriverManager.getConnection(database.url() + "&ApplicationName=somebody");
                Statement statement = other.createStatement()) {
            Tap tap = Tap.counting(ConnectionSource.of(database.dataSource()));
            migrator(tap, RunSettings.DEFAULT, RunListener.NONE).migrate("one1");
            String take = tap.events.stream()
                    .filter(sql -> sql.contains("pg_try_advisory_lock"))
                    .findFirst()
                    .orElseThrow();
            statement.execute(take.replaceAll("pg_backend_pid\\(\\) = [0-9]+", "true"));
            Retries listener = new Retries();
            Migrator waiting = migrator(
                    ConnectionSource.of(database.dataSource()),
                    RunSettings.DEFAULT.lockPatience(Duration.ofMillis(300)),
                    listener);
            int pid = other.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            assertThatThrownBy(() -> waiting.migrate("six6"))
                    .isInstanceOf(RunException.class)
                    .hasMessageMatching("another run is at work on this database: process " + pid
                            + " \\(\"somebody\", connected since 20[0-9: +-]+\\); gave up after 0 s. Wait for it, or end it in"
                            + " the database with pg_terminate_backend\\(" + pid + "\\)");
            assertThat(listener.told).hasSize(1);
            assertThat(listener.told.get(0)).startsWith("process " + pid + " (\"somebody\"");

            assertThat(waiting.migrate("one1"))
                    .as("nothing to do needs no lock")
                    .isEmpty();
            statement.execute("select pg_advisory_unlock_all()");
            assertThat(waiting.migrate("six6")).hasSize(5);
        }
    }

    @Test
    void triesAServerThatIsNotThereAgainAndGivesUpInTheEnd() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Retries listener = new Retries();
        Retry retry = new Retry(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(400));
        Migrator migrator = migrator(
                source("jdbc:postgresql://127.0.0.1:" + port + "/shop", "sesame"),
                RunSettings.DEFAULT.retry(retry),
                listener);
        assertThatThrownBy(() -> migrator.migrate("six6"))
                .isInstanceOf(RunException.class)
                .hasMessageMatching("cannot connect to the database \\(tried [0-9]+ times\\): Connection to 127.0.0.1:"
                        + port + " refused.*; is the server running and reachable from here\\?");
        assertThat(listener.told).hasSizeBetween(3, 30);
        assertThat(listener.told.get(0)).startsWith("1: Connection to 127.0.0.1:" + port + " refused");
    }

    /** The name of a reserved domain, RFC 6761, section 6.4. */
    @Test
    void anUnknownHostIsNamedAtOnce() {
        Retries listener = new Retries();
        Migrator migrator = migrator(
                source("jdbc:postgresql://db.invalid:5433/shop", "sesame"),
                RunSettings.DEFAULT.retry(Retry.DEFAULT),
                listener);
        assertThatThrownBy(() -> migrator.migrate("six6"))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "cannot connect to the database: the host db.invalid is unknown (The connection attempt failed.);"
                                + " check the name of the host in the URL");
        assertThat(listener.told).as("no second attempt").isEmpty();
    }

    @Test
    void aHostThatDoesNotAnswerIsSaidNotTo() throws IOException {
        // Takes the connection and says nothing.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Migrator migrator = migrator(
                    source(
                            "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort()
                                    + "/shop?connectTimeout=1&socketTimeout=1",
                            "sesame"),
                    RunSettings.DEFAULT.retry(Retry.NONE),
                    RunListener.NONE);
            assertThatThrownBy(() -> migrator.migrate("six6"))
                    .isInstanceOf(RunException.class)
                    .hasMessageMatching(
                            "cannot connect to the database: The connection attempt failed\\. \\(.*timed out\\);"
                                    + " is the server running and reachable from here\\?");
        }
    }

    @Test
    void goesOnWhenTheServerIsThere() throws IOException, SQLException, InterruptedException {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            Retries listener = new Retries();
            Migrator migrator =
                    migrator(source(database.url(), "sesame"), RunSettings.DEFAULT.retry(Retry.DEFAULT), listener);
            server.kill();
            List<RevisionNode> applied = new ArrayList<>();
            Thread run = new Thread(() -> applied.addAll(migrator.migrate("six6")));
            run.start();
            listener.first.await();
            server.restart();
            run.join();
            assertThat(applied).hasSize(6);
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndNotShown() throws IOException, SQLException {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            demandPasswords(database);
            Retries listener = new Retries();
            Migrator migrator = migrator(source(database.url(), "sesame"), RunSettings.DEFAULT, listener);
            assertThatThrownBy(() -> migrator.status())
                    .isInstanceOf(RunException.class)
                    .hasMessage(
                            "cannot connect to the database: FATAL: password authentication failed for user \"postgres\";"
                                    + " check user and password")
                    .satisfies(e -> assertThat(trace(e)).doesNotContain("sesame"));
            assertThat(listener.told).isEmpty();
            // The database is dropped by a connection that needs no password again.
            allowAll(hba);
        }
    }

    private Path hba = Path.of("");

    private void demandPasswords(TestDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("show hba_file")) {
                row.next();
                hba = Path.of(row.getString(1));
            }
            statement.execute("alter role postgres password 'open'");
            Files.writeString(hba, "host all all all scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void allowAll(Path hba) throws IOException {
        Files.writeString(hba, "host all all all trust\n");
        Path pidFile = hba.resolveSibling("postmaster.pid");
        // SIGHUP makes the server read it.
        String pid = Files.readAllLines(pidFile).get(0).strip();
        new ProcessBuilder("kill", "-HUP", pid).inheritIO().start().onExit().join();
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "08001, true", "08006, true", "57P03, true", "53300, true", "57P01, true",
        "08004, false", "28P01, false", "28000, false", "3D000, false", "42501, false"
    })
    void triesAgainWhatTimeMayHeal(String state, boolean transientFailure) {
        assertThat(Retry.isTransient(new SQLException("no", state))).isEqualTo(transientFailure);
        assertThat(Retry.isTransient(new SQLException("pool", new SQLException("no", state))))
                .isEqualTo(transientFailure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://me:sesame@host/db                   | jdbc:postgresql://me:***@host/db
            jdbc:postgresql://host/db?user=me&password=ses=ame&x=1 | jdbc:postgresql://host/db?user=me&password=***&x=1
            sslpassword=sesame; Password = sesame, other          | sslpassword=***; Password = ***, other
            create role r password 'o''sesame' login              | create role r password '***' login
            nothing to hide                                       | nothing to hide
            """)
    void masksPasswords(String text, String masked) {
        assertThat(Secrets.mask(text)).isEqualTo(masked);
    }

    @Test
    void aForeignUrlIsRefusedWithoutItsPassword() {
        assertThatThrownBy(
                        () -> source("jdbc:mysql://me:sesame@host/db", "sesame").open())
                .hasMessage(
                        "the driver org.postgresql.Driver does not take the URL jdbc:mysql://me:***@host/db; it must begin"
                                + " like jdbc:postgresql://");
    }
}
