package dev.albedo.maven.connect.embedded;

import dev.albedo.maven.connect.Drivers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a server wrote of itself into {@code postmaster.pid} of its data directory. The file outlives a server that was
 * killed, so it proves nothing by itself.
 */
record Postmaster(Path dataDirectory, long pid, int port) {

    /** The line of {@code postmaster.pid} with the port, from 0; see {@code pidfile.h} of PostgreSQL. */
    private static final int PORT_LINE = 3;

    /** The class of SQL states "invalid authorization specification", see the manual's appendix on error codes. */
    private static final String NOT_AUTHORIZED = "28";

    static Path file(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    /** Reads the file. Nothing if there is none, or the server has not come to write its port. */
    static Optional<Postmaster> of(Path dataDirectory) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(dataDirectory), StandardCharsets.UTF_8);
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            dataDirectory,
                            Long.parseLong(lines.get(0).trim()),
                            Integer.parseInt(lines.get(PORT_LINE).trim())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException(file(dataDirectory) + " has an unexpected format", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The answer of a server to a password. */
    enum Answer {
        WELCOME,
        /** The password is not its. */
        REFUSED,
        /** None answers, or one of another data directory that has got the port since. */
        NONE
    }

    /** Asks the server of this very data directory. */
    Answer answer(String password) {
        Properties properties = new Properties();
        properties.setProperty("user", EmbeddedServer.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("sslmode", "disable");
        try (Connection connection = Drivers.own().connect(url(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), dataDirectory)
                    ? Answer.WELCOME
                    : Answer.NONE;
        } catch (SQLException e) {
            String state = e.getSQLState();
            return state != null && state.startsWith(NOT_AUTHORIZED) ? Answer.REFUSED : Answer.NONE;
        } catch (IOException e) {
            return Answer.NONE;
        }
    }

    /** Whether its process is there. */
    boolean isAlive() {
        return command().filter(command -> command.contains("postgres")).isPresent();
    }

    /** Whether a process that is no PostgreSQL has its number, as happens after a restart of the machine. */
    boolean isAnotherProcess() {
        return command().filter(command -> !command.contains("postgres")).isPresent();
    }

    private Optional<String> command() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString());
    }
}
