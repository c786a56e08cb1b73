package dev.albedo.benchmark;

import dev.albedo.testing.TemporaryDirectory;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long it takes to apply many small migrations, each in its transaction, to find that there is nothing to do, to say
 * where the database stands, and to write everything as a script; by Albedo, by plain JDBC, which is the floor, and by
 * other tools where they are there. Each is a whole process, its start included; all create the same tables.
 *
 * <p>Argument: the number of migrations (1000). Prints medians of runs that take turns.
 */
public final class RunBenchmark {

    private static final int RUNS = 5;

    private RunBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            List<Contestant> contestants = contestants(directory.path(), count);
            Map<String, List<Usage>> measured = new TreeMap<>();
            for (int run = 0; run < RUNS; run++) {
                for (Contestant contestant : contestants) {
                    try (TestDatabase database = TestDatabases.create()) {
                        for (Work work : Work.values()) {
                            if (contestant.can(work)) {
                                measured.computeIfAbsent(key(work, contestant), key -> new ArrayList<>())
                                        .add(Usage.ofProgram(database.server(), contestant.command(work, database)));
                            }
                        }
                        requireTables(database, contestant, count);
                    }
                }
            }
            for (Work work : Work.values()) {
                Usage.printHeader(count + " migrations: " + work.description());
                for (Contestant contestant : contestants) {
                    List<Usage> usages = measured.get(key(work, contestant));
                    if (usages != null) {
                        Usage.printRow(contestant.name(), usages);
                    }
                }
            }
        }
    }

    private static List<Contestant> contestants(Path directory, int count) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Albedo(directory, count));
        contestants.add(new Albedo(directory, count, "-XX:TieredStopAtLevel=1"));
        contestants.add(new PlainJdbc(count));
        FlywayPeer.find(directory, count).ifPresentOrElse(contestants::add, () -> isMissing("Flyway"));
        LiquibasePeer.find(directory, count).ifPresentOrElse(contestants::add, () -> isMissing("Liquibase"));
        AlembicPeer.find(directory, count).ifPresentOrElse(contestants::add, () -> isMissing("Alembic"));
        return contestants;
    }

    private static void isMissing(String tool) {
        System.out.println(tool + " is not measured: it is not there");
    }

    private static String key(Work work, Contestant contestant) {
        return work + " " + contestant.name();
    }

    private static void requireTables(TestDatabase database, Contestant contestant, int count) throws SQLException {
        String tables = database.query("select count(*) from pg_class where relkind = 'r' and relname ~ '^t[0-9]+$'")
                .get(0);
        if (!tables.equals(String.valueOf(count))) {
            throw new IllegalStateException(contestant.name() + " made " + tables + " tables, not " + count);
        }
    }
}
