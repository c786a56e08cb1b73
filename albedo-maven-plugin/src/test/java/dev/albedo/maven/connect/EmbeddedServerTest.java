package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
    private static Path artifact(String version) throws IOException {
        Platform platform = Platform.current().orElseThrow();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (entry.contains(platform.artifactId() + "-" + version)) {
                return Path.of(entry);
            }
        }
        throw new IOException("not on the class path: " + platform.artifactId());
    }
}
