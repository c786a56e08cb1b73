package dev.albedo.maven.connect.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    private static final String VERSION = "18.6.0";

    @TempDir
    private Path directory;

    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        server().stop();
    }

    @Test
    void livesThroughAllThatMayHappen() throws Exception {
        assertThat(server().stop()).isFalse();

        // Two at once: one starts it, both get it.
        CompletableFuture<ConnectionSettings> other = CompletableFuture.supplyAsync(this::start);
        ConnectionSettings first = start();
        assertThat(other.get()).isEqualTo(first);
        assertThat(said).hasSize(2);
        execute(first, "CREATE TABLE kept (id int)");

        // A later goal finds it running, and needs no artifact and no words.
        said.clear();
        assertThat(start()).isEqualTo(first);
        assertThat(said).isEmpty();

        // Killed: started again on the same data.
        kill();
        execute(start(), "SELECT id FROM kept");
        assertThat(said).singleElement().asString().startsWith("Started PostgreSQL " + VERSION);

        // Stopped, and the machine restarted since: another program has its number.
        Path pidFile = directory.resolve("data-18/postmaster.pid");
        String left = Files.readString(pidFile);
        assertThat(server().stop()).isTrue();
        assertThat(server().stop()).isFalse();
        Files.writeString(
                pidFile,
                left.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));
        execute(start(), "SELECT id FROM kept");

        // The directory deleted under it, as by mvn clean: a new one starts at once.
        ServerBinaries.deleteTree(directory);
        ConnectionSettings anew = start();
        assertThatThrownBy(() -> execute(anew, "SELECT id FROM kept")).isInstanceOf(SQLException.class);
        execute(anew, "CREATE TABLE kept (id int)");
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        ConnectionSettings settings = start();
        assertThat(settings.password()).hasSizeGreaterThan(30);
        assertThat(settings.shownUrl() + settings + said).doesNotContain(settings.password());
        assertThat(settings.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        refusesOthers(settings);
        assertThat(Files.readString(directory.resolve("password"))).isEqualTo(settings.password() + "\n");
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("password"))).isEqualTo("rw-------");
        assertThat(query(settings, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(settings, "select rolpassword from pg_authid where rolname = 'postgres'"))
                .startsWith("SCRAM-SHA-256$");
        String log = Files.readString(directory.resolve("data-18.log"));
        assertThat(log).doesNotContain(settings.password());
    }

    /** As versions before this one left it: without a password, and perhaps running. */
    @Test
    void aServerThatWasOpenIsClosedAndKeepsItsData() throws Exception {
        Path rules = directory.resolve("data-18/pg_hba.conf");
        ConnectionSettings first = start();
        execute(first, "CREATE TABLE kept (id int)");
        execute(first, "ALTER ROLE postgres PASSWORD NULL");
        server().stop();
        Files.delete(directory.resolve("password"));
        Files.writeString(rules, "# as it was\nhost all all 127.0.0.1/32 trust\n");

        ConnectionSettings stopped = start();
        refusesOthers(stopped);
        execute(stopped, "SELECT id FROM kept");
        assertThat(Files.readString(rules)).isEqualTo("# as it was\nhost all all 127.0.0.1/32 scram-sha-256\n");

        Files.delete(directory.resolve("password"));
        Files.writeString(rules, "host all all 127.0.0.1/32 trust\n");
        execute(stopped, "SELECT pg_reload_conf()");
        ConnectionSettings running = start();
        refusesOthers(running);
        execute(running, "SELECT id FROM kept");
        assertThat(running.password()).isNotEqualTo(stopped.password());
    }

    @Test
    void aLostPasswordIsMadeAnew() throws Exception {
        ConnectionSettings first = start();
        execute(first, "CREATE TABLE kept (id int)");
        Files.delete(directory.resolve("password"));

        ConnectionSettings running = start();
        assertThat(running.password()).isNotEqualTo(first.password());
        execute(running, "SELECT id FROM kept");

        server().stop();
        Files.writeString(directory.resolve("password"), "another\n");
        ConnectionSettings stopped = start();
        assertThat(stopped.password()).isEqualTo("another");
        execute(stopped, "SELECT id FROM kept");
        refusesOthers(stopped);
    }

    private static void refusesOthers(ConnectionSettings settings) {
        for (String password : List.of("", "postgres", "x")) {
            assertThatThrownBy(() -> DriverManager.getConnection(settings.url(), "postgres", password)
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String query(ConnectionSettings settings, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aFailureNamesTheWayOut() {
        EmbeddedServer server = new EmbeddedServer(
                directory,
                VERSION,
                version -> {
                    throw new IOException("no such artifact");
                },
                said::add);
        assertThatThrownBy(server::start).isInstanceOf(IOException.class).hasMessage("no such artifact");
        assertThat(directory.resolve(VERSION)).doesNotExist();
    }

    private void kill() throws IOException {
        Postmaster postmaster = Postmaster.of(directory.resolve("data-18")).orElseThrow();
        ProcessHandle process = ProcessHandle.of(postmaster.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void execute(ConnectionSettings settings, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ConnectionSettings start() {
        try {
            return server().start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddedServer server() {
        return new EmbeddedServer(directory, VERSION, EmbeddedServerTest::artifact, said::add);
    }

    /** The jar on the test class path. */
    static Path artifact(String version) throws IOException {
        Platform platform = Platform.current().orElseThrow();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (entry.contains(platform.artifactId() + "-" + version)) {
                return Path.of(entry);
            }
        }
        throw new IOException("not on the class path: " + platform.artifactId());
    }
}
