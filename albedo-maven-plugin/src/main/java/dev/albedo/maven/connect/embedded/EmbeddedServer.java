package dev.albedo.maven.connect.embedded;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.embedded.Postmaster.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the project's own, for those who have configured none. Its programs and its data are under the build
 * directory. It is started when it is needed and then runs on, so that the next goal, which is a new JVM, finds it.
 *
 * <p>What happens when: a server that was killed, or whose machine was restarted, is started again on its data. Two Maven
 * runs that start it at once take turns. When {@code mvn clean} deletes the directory under a running server, the server
 * misses its {@code postmaster.pid} and ends itself within a minute; meanwhile a new one may start, since each start takes
 * a free port. It listens on the loopback interface only and asks for a password, see {@link ServerAccess}.
 */
public final class EmbeddedServer {

    static final String USER = "postgres";

    private static final int ATTEMPTS = 3;
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LOG_LINES = 15;

    private static final Object ONE_AT_A_TIME = new Object();

    private final Path directory;
    private final ServerAccess access;
    private final String version;
    private final Binaries binaries;
    private final Consumer<String> say;

    /** Finds the artifact that carries PostgreSQL. Asked only when its programs are not there yet. */
    @FunctionalInterface
    public interface Binaries {

        /**
         * The jar.
         *
         * @throws IOException if it cannot be had, with a message for the user
         */
        Path find(String version) throws IOException;
    }

    /**
     * Describes a server; does nothing yet.
     *
     * @param directory where it lives, made when needed
     * @param version of PostgreSQL as the artifacts spell it, for example {@code 18.6.0}
     * @param say takes the line that tells the user of a start
     */
    public EmbeddedServer(Path directory, String version, Binaries binaries, Consumer<String> say) {
        this.directory = directory.toAbsolutePath().normalize();
        this.access = new ServerAccess(this.directory);
        this.version = version;
        this.binaries = binaries;
        this.say = say;
    }

    /** How to connect to it, once it runs. Starts it if it does not. */
    public ConnectionSettings start() throws IOException {
        Optional<Postmaster> running = running(data());
        if (running.isEmpty()) {
            access.createDirectory();
            running = Optional.of(locked(this::startLocked));
        }
        return new ConnectionSettings(running.get().url(), USER, access.password(), "the embedded server");
    }

    /** Whether it runs already. */
    public boolean isRunning() throws IOException {
        return running(data()).isPresent();
    }

    /** Stops it, and no server of another version. */
    public void stopOnlyThis() throws IOException {
        if (locked(() -> stop(data()))) {
            say.accept("Stopped PostgreSQL " + version);
        }
    }

    /**
     * Stops it, and servers of other versions that the project had.
     *
     * @return whether one was running
     */
    public boolean stop() throws IOException {
        return Files.isDirectory(directory) && locked(this::stopLocked);
    }

    private Path data() {
        return directory.resolve("data-" + version.replaceFirst("\\..*", ""));
    }

    private Path installation() {
        return directory.resolve(version);
    }

    private Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** The server, if it runs and lets nobody in but us. */
    private Optional<Postmaster> running(Path data) throws IOException {
        return ServerAccess.isOpen(data)
                ? Optional.empty()
                : Postmaster.of(data).filter(this::welcomes);
    }

    private boolean welcomes(Postmaster postmaster) {
        return postmaster.answer(access.password()) == Answer.WELCOME;
    }

    /** The server that runs on a data directory, whether it answers or not. */
    private Optional<Postmaster> alive(Path data) throws IOException {
        return Postmaster.of(data).filter(postmaster -> postmaster.isAlive() || welcomes(postmaster));
    }

    private Postmaster startLocked() throws IOException {
        access.createPassword();
        Path data = data();
        Optional<Postmaster> started = running(data);
        if (started.isEmpty() && alive(data).isPresent()) {
            if (ServerAccess.isOpen(data)) {
                stop(data); // of an earlier version of Albedo
            } else {
                // A Maven that was killed left it starting or recovering.
                started = await(data).filter(this::welcomes);
            }
        }
        if (started.isPresent()) {
            return started.get();
        }
        if (!Files.isDirectory(installation())) {
            say.accept("Preparing PostgreSQL " + version + " in " + directory);
            ServerBinaries.unpack(binaries.find(version), installation());
        }
        if (!Files.isDirectory(data)) {
            initialise(data);
        } else if (ServerAccess.isOpen(data)) {
            secure(data);
        }
        Postmaster postmaster = launch(data);
        if (!welcomes(postmaster)) {
            secure(data); // its password is not the one in the file, which somebody deleted
            postmaster = launch(data);
        }
        say.accept("Started PostgreSQL " + version + " in " + directory + " (mvn albedo:stop stops it)");
        return postmaster;
    }

    /** Makes the password the one of a data directory that has no or another one. */
    private void secure(Path data) throws IOException {
        stop(data);
        ServerAccess.close(data);
        Path output = directory.resolve("secure.log");
        // No server listens meanwhile: the program reads statements from its input.
        boolean done = ServerProgram.run(
                installation(),
                "postgres",
                List.of("--single", "-D", data.toString(), "postgres"),
                "SET password_encryption = 'scram-sha-256'\nALTER ROLE " + USER + " PASSWORD '" + access.password()
                        + "'\n",
                output);
        if (!done) {
            throw failed("secure", output);
        }
    }

    private void initialise(Path data) throws IOException {
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        Path output = directory.resolve("initdb.log");
        ServerBinaries.deleteTree(partial);
        boolean done = ServerProgram.run(
                installation(),
                "initdb",
                List.of(
                        "-D",
                        partial.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        access.passwordFile().toString(),
                        "-E",
                        "UTF8",
                        "--locale=C"),
                output);
        if (!done) {
            throw failed("set up", output);
        }
        Files.writeString(partial.resolve("postgresql.conf"), """

                # Albedo: for this machine only, and small
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                shared_buffers = 32MB
                """, StandardOpenOption.APPEND);
        Files.move(partial, data);
    }

    private Postmaster launch(Path data) throws IOException {
        Path output = directory.resolve("pg_ctl.log");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (Postmaster.of(data).filter(Postmaster::isAnotherProcess).isPresent()) {
                // The server was killed and its number given to another program, which PostgreSQL would take for it.
                Files.delete(Postmaster.file(data));
            }
            ServerProgram.run(
                    installation(),
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-t",
                            Long.toString(START_PATIENCE.toSeconds()),
                            "-D",
                            data.toString(),
                            "-l",
                            log(data).toString(),
                            "-o",
                            "-p " + freePort()),
                    output);
            Optional<Postmaster> started = answering(data);
            if (started.isPresent()) {
                return started.get();
            }
        }
        throw failed("start", Files.exists(log(data)) ? log(data) : output);
    }

    private Optional<Postmaster> answering(Path data) throws IOException {
        return Postmaster.of(data)
                .filter(postmaster -> postmaster.isAlive() // else another server may have got the port
                        ? postmaster.answer(access.password()) != Answer.NONE
                        : welcomes(postmaster));
    }

    /** Waits until the server answers, whatever it says to the password; nothing if it has ended meanwhile. */
    private Optional<Postmaster> await(Path data) throws IOException {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<Postmaster> answering = answering(data);
            if (answering.isPresent() || alive(data).isEmpty()) {
                return answering;
            }
            pause();
        }
        throw failed("reach", log(data));
    }

    private boolean stopLocked() throws IOException {
        boolean stopped = false;
        for (Path data : dataDirectories()) {
            stopped |= stop(data);
        }
        return stopped;
    }

    /** Stops the server of a data directory and returns whether one was running. */
    private boolean stop(Path data) throws IOException {
        Optional<Postmaster> running = alive(data);
        if (running.isPresent()) {
            stop(running.get());
        }
        return running.isPresent();
    }

    private void stop(Postmaster postmaster) throws IOException {
        Path data = postmaster.dataDirectory();
        Path output = directory.resolve("pg_ctl.log");
        Optional<Path> installation = installationFor(data);
        if (installation.isEmpty()) {
            throw new IOException("Cannot stop the embedded PostgreSQL: its programs in " + directory
                    + " are gone. End process " + postmaster.pid() + ", or run mvn clean and wait a minute.");
        }
        if (!ServerProgram.run(
                installation.get(), "pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", data.toString()), output)) {
            throw failed("stop", output);
        }
    }

    private Optional<Path> installationFor(Path data) throws IOException {
        String major = data.getFileName().toString().replace("data-", "");
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> child.getFileName().toString().startsWith(major + "."))
                    .filter(child -> Files.isDirectory(child.resolve("bin")))
                    .sorted()
                    .findFirst();
        }
    }

    private List<Path> dataDirectories() throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> child.getFileName().toString().matches("data-\\d+"))
                    .sorted()
                    .toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static IOException failed(String what, Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        return new IOException("Cannot " + what + " the embedded PostgreSQL; " + log + " ends with:\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()))
                + "\nSet albedo.url to use a running server.");
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws IOException;
    }

    /** Runs while no other thread and no other Maven does. */
    private <T> T locked(Action<T> action) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("Cannot lock " + directory);
                }
                return action.run();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL starts", e);
        }
    }
}
