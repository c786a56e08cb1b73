package dev.albedo.maven.benchmark;

import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long it takes to read a database of N tables: CPU seconds of the whole client process, from the start of its JVM,
 * and of the server's process together; each run in a new JVM, the median of several.
 *
 * <p>Run with numbers of tables, for example {@code 100 500 1000 2000}. The server's part is read from /proc and is 0
 * where there is none.
 */
public final class CatalogReadBenchmark {

    private static final int RUNS = 5;
    private static final int CLOCK_TICKS = 100;
    private static final String READER = "reader";
    private static final String PLAIN = "plain";

    private CatalogReadBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && (arguments[0].equals(READER) || arguments[0].equals(PLAIN))) {
            measure(arguments[0], arguments[1]);
            return;
        }
        int[] sizes = Arrays.stream(arguments.length == 0 ? new String[] {"100", "500", "1000", "2000"} : arguments)
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.printf("%8s %10s %10s %8s%n", "tables", PLAIN, READER, "ratio");
        try (TestServer server = TestDatabases.privateServer()) {
            for (int tables : sizes) {
                try (TestDatabase database = server.create()) {
                    try (Connection connection = database.connect()) {
                        TableGenerator.generate(connection, tables);
                    }
                    double plain = median(PLAIN, database.url());
                    double reader = median(READER, database.url());
                    System.out.printf("%8d %10.2f %10.2f %8.2f%n", tables, plain, reader, reader / plain);
                }
            }
        }
    }

    private static double median(String what, String url) {
        List<Double> seconds = IntStream.range(0, RUNS)
                .mapToObj(run -> inNewProcess(what, url))
                .sorted()
                .toList();
        return seconds.get(RUNS / 2);
    }

    private static double inNewProcess(String what, String url) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CatalogReadBenchmark.class.getName(),
                            what,
                            url)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("measuring " + what + " failed");
            }
            return Double.parseDouble(output);
        } catch (IOException e) {
            throw new IllegalStateException("cannot start a process to measure " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void measure(String what, String url) throws SQLException, IOException {
        double server;
        try (Connection connection = DriverManager.getConnection(url)) {
            long result = what.equals(PLAIN)
                    ? PlainCatalogQueries.read(connection)
                    : DatabaseReader.read(connection, SchemaFilter.without("albedo_history"))
                            .tables()
                            .size();
            if (result == 0) {
                throw new IllegalStateException("nothing was read");
            }
            server = serverSeconds(connection);
        }
        double client = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
        System.out.println(client + server);
    }

    /** The 14th and 15th field of /proc/PID/stat are the ticks in user and in kernel mode, see proc(5). */
    private static double serverSeconds(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            Path stat = Path.of("/proc", row.getString(1), "stat");
            if (!Files.exists(stat)) {
                return 0;
            }
            String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
            return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / CLOCK_TICKS;
        }
    }
}
