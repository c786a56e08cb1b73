package dev.albedo.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this JVM alone. It is tuned to be quick and to survive the death of its own processes, not that
 * of the machine.
 */
public final class TestServer implements AutoCloseable {

    private static final String USER = "postgres";

    /** The version since which initdb knows the provider "builtin". */
    private static final int BUILTIN_LOCALES = 17;

    private final Path home;
    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres postgres;

    private TestServer(Path home, EmbeddedPostgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    static TestServer start() throws IOException {
        Path home = Files.createTempDirectory("albedo-test-postgres");
        return new TestServer(home, start(home, 0));
    }

    private static EmbeddedPostgres start(Path home, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C");
        Optional<OtherPostgres> other = OtherPostgres.configured();
        if (other.isPresent()) {
            builder.setPgBinaryResolver(other.get());
        }
        if (other.isEmpty() || other.get().majorVersion() >= BUILTIN_LOCALES) {
            builder.setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8");
        }
        builder.setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** The port; it stays the same over {@link #kill} and {@link #restart}. */
    public int port() {
        return postgres.getPort();
    }

    /** A new, empty database. */
    public TestDatabase create() throws SQLException {
        return copy("template0");
    }

    TestDatabase copy(String template) throws SQLException {
        String name = "test" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(this, name, postgres.getJdbcUrl(USER, name), USER, postgres.getDatabase(USER, name));
    }

    void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends all processes of the server at once, as {@code kill -9} does, and returns when they are gone. */
    public void kill() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** CPU seconds of all its processes so far, those that have ended included. */
    double cpuSeconds() throws IOException {
        return CpuTime.ofFamily(postmaster());
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                .get(0)
                .trim());
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("the server is not running"));
    }

    /**
     * Limits the length of files that its processes write, from the next connection on; on Linux only. PostgreSQL takes that
     * for a full disk: it ignores SIGXFSZ "so that ulimit violations work like disk full" (postmaster.c).
     *
     * @param bytes {@link Long#MAX_VALUE} for no limit
     */
    public void limitFileSize(long bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(postmaster().pid()),
                        "--fsize=" + (bytes == Long.MAX_VALUE ? "unlimited" : bytes) + ":unlimited")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("prlimit ended with " + process.exitValue());
        }
    }

    /** Starts a killed server again: same data, same port. */
    public void restart() throws IOException {
        int port = port();
        postgres.close();
        postgres = start(home, port);
    }

    /** Stops the server and deletes its data. */
    @Override
    public void close() throws IOException {
        postgres.close();
        TemporaryDirectory.delete(home);
    }
}
