package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full: the server may write no file that is longer than a limit, and a revision needs one. PostgreSQL
 * ignores SIGXFSZ so that this is an error of a write like that of a full disk. Raised from run to run, the limit stops
 * another statement each time.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/prlimit.1.html">prlimit</a>, which sets it for processes to come
 */
class FaultDiskTest extends FaultFixture {

    private static final String KIND = "disk full";
    private static final int MEGABYTE = 1 << 20;

    /** Files of the log of the server have 16 MB; without those it could not go on at all. */
    private static final int SMALLEST = 17 * MEGABYTE;

    /** Nothing of it can be compressed. */
    private static final String LARGER_THAN_A_ROW =
            IntStream.range(0, 40).mapToObj(i -> "md5((id + " + i + ")::text)").collect(Collectors.joining(" || "));

    @AfterAll
    static void count() {
        report(FaultDiskTest.class);
    }

    private static String fill(int from, int to) {
        return "insert into big select i, i || repeat('x', 1000) from generate_series(" + from + ", " + to + ") i";
    }

    private static TestMigrations migrations(boolean single) {
        TestMigrations migrations = new TestMigrations()
                .add("one1", "create table big (id int, t text)", "drop table big")
                .add(
                        "two2",
                        op -> {
                            op.sql("create table beside ()");
                            op.sql(fill(1, 18_000));
                        },
                        op -> {});
        if (single) {
            return migrations.add("three3", "update big set id = -id where id < 9000", "select 1");
        }
        return migrations
                .addDivided(
                        "three3",
                        op -> {
                            op.data("four megabytes more", data -> data.update(fill(18_001, 22_000)));
                            op.sql(fill(22_001, 26_000));
                        },
                        op -> {})
                .add(
                        "four4",
                        op -> {
                            op.sql("create table last ()");
                            op.createIndexConcurrently("big", index("ix_t", expression(LARGER_THAN_A_ROW)));
                            op.sql("drop table last");
                        },
                        op -> {});
    }

    private static Migrator migrator(TestDatabase database, boolean single) {
        return new Migrator(
                connections(database),
                migrations(single),
                RunSettings.DEFAULT
                        .allowDestructive(true)
                        .lockPatience(Duration.ofSeconds(20))
                        .singleTransaction(single),
                RunListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isSurvived(boolean single) throws SQLException, IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "there is no prlimit");
        Set<String> statements = new TreeSet<>();
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            migrator(database, single).migrate("head");
            String undisturbed = everything(database);
            boolean finished = false;
            for (int limit = SMALLEST; !finished; limit += MEGABYTE * stride(3)) {
                database.execute("drop schema public cascade", "create schema public");
                server.limitFileSize(limit);
                try {
                    migrator(database, single).migrate("head");
                    finished = true;
                } catch (RunException e) {
                    tried(KIND);
                    assertThat(e.getMessage()).contains("File too large");
                    statements.add(e.getMessage().lines().findFirst().orElse(""));
                    expectNothingHalfDone(database, single);
                }
                server.limitFileSize(Long.MAX_VALUE);
                migrator(database, single).migrate("head");
                assertThat(everything(database)).as("after a limit of " + limit).isEqualTo(undisturbed);
                expectTruthfulLog(database, "after a limit of " + limit);
                if (!finished) {
                    survived(KIND);
                }
            }
        }
        assertThat(statements).as("different statements").hasSizeGreaterThan(single ? 0 : 2);
    }

    /** Each revision that is not recorded, and each step of it, has left nothing. */
    private static void expectNothingHalfDone(TestDatabase database, boolean single) throws SQLException {
        String recorded = String.join(
                ", ",
                database.query("select concat_ws(' ', revision, steps, in_doubt) from albedo_history order by 1"));
        String tables = String.join(
                ", ",
                database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relname in ('big', 'beside', 'last', 'ix_t') order by 1"));
        String rows = tables.contains("big")
                ? database.query("select count(*) from big").get(0)
                : "";
        if (single) {
            assertThat(recorded + "|" + tables + "|" + rows).isEqualTo("||");
            return;
        }
        assertThat(recorded + " | " + tables + " | " + rows)
                .isIn(
                        "one1 1 f | big | 0",
                        "one1 1 f, two2 2 f | beside, big | 18000",
                        "one1 1 f, three3 1 f, two2 2 f | beside, big | 22000",
                        "four4 1 f, one1 1 f, three3 2 f, two2 2 f | beside, big, last | 26000");
    }
}
