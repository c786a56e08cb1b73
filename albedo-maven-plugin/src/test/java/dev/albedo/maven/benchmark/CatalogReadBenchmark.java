package dev.albedo.maven.benchmark;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.postgresql.reader.PostgresSchemaReader;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.Usage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long it takes to read a database of N tables, beside plain catalog queries whose rows are only fetched: whole
 * processes.
 *
 * <p>Arguments: numbers of tables (100 500 1000 2000). Prints medians.
 */
public final class CatalogReadBenchmark {

    private static final int RUNS = 5;
    private static final String READER = "reader";
    private static final String PLAIN = "plain";

    private CatalogReadBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        if (args.length == 2 && (args[0].equals(READER) || args[0].equals(PLAIN))) {
            read(args[0], args[1]);
            return;
        }
        int[] sizes = args.length == 0
                ? new int[] {100, 500, 1000, 2000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int tables : sizes) {
            try (TestDatabase database = TestDatabases.create()) {
                try (Connection connection = database.connect()) {
                    TableGenerator.generate(connection, tables);
                }
                measure(tables, database);
            }
        }
    }

    private static void measure(int tables, TestDatabase database) throws IOException {
        List<Usage> plain = new ArrayList<>();
        List<Usage> reader = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            plain.add(inNewProcess(PLAIN, database));
            reader.add(inNewProcess(READER, database));
        }
        Usage.printHeader("Reading a database of " + tables + " tables");
        Usage.printRow("plain catalog queries", plain);
        Usage.printRow("Albedo", reader);
        System.out.printf("  ratio %49.2f%n", Usage.median(reader, Usage::cpu) / Usage.median(plain, Usage::cpu));
    }

    private static Usage inNewProcess(String what, TestDatabase database) throws IOException {
        return Usage.ofJava(
                database.server(),
                System.getProperty("java.class.path"),
                CatalogReadBenchmark.class,
                what,
                database.url());
    }

    private static void read(String what, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            long result = what.equals(PLAIN)
                    ? PlainCatalogQueries.read(connection)
                    : new PostgresSchemaReader(Dialects.spelling())
                            .read(connection, LiveSchema.FILTER)
                            .tables()
                            .size();
            if (result == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
    }
}
