package dev.albedo.run;

import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.expression;
import static dev.albedo.schema.Words.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.schema.Index;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The disk is full in the middle of a run, in a statement, a step in Java, a concurrent index build, on the way up and down:
 * nothing is half done, and when there is room again the next run finishes.
 */
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

    private static final long MB = 1 << 20;

    /** One for each of the files that become too large. */
    private static final List<Long> LIMITS_UP = List.of(17 * MB, 24 * MB, 29 * MB, 36 * MB);

    private static final Index LARGE = index("ix_copied", expression("t || md5(t) || md5(t || 'x')"));

    private static final long LIMIT_DOWN = 20 * MB;

    /** So many megabytes of rows that cannot be compressed. */
    private static String rows(int megabytes) {
        return "select i, md5('a' || i) || md5('b' || i) || md5('c' || i) || md5('d' || i) || md5('e' || i) || md5('f' || i)"
                + " || md5('g' || i) || md5('h' || i) from generate_series(1, " + megabytes * 3460 + ") i";
    }

    /** They make files of about 20, 26, 33 and 40 MB, in this order. */
    private static TestMigrations migrations() {
        return new TestMigrations()
                .add("aaa1", "create table small (id int primary key)", "drop table small")
                .add(
                        "bbb2",
                        op -> {
                            op.sql("insert into small values (1)");
                            op.sql("create table big (id int, t text)");
                            op.sql("insert into big " + rows(20));
                        },
                        op -> {
                            op.sql("drop table big");
                            op.sql("delete from small");
                        })
                .add(
                        "ccc3",
                        op -> {
                            op.sql("create table copied (id int, t text)");
                            op.data("copy big", data -> data.update("insert into copied " + rows(26)));
                        },
                        op -> op.sql("drop table copied"))
                .add(
                        "ddd4",
                        op -> {
                            op.sql("alter table big add n int");
                            op.createIndexConcurrently("copied", LARGE);
                            op.sql("update small set id = 2");
                        },
                        op -> {
                            op.dropIndexConcurrently("copied", "ix_copied");
                            op.sql("update small set id = 1");
                            op.sql("alter table big drop n");
                        })
                .add(
                        "eee5",
                        op -> {
                            op.addColumn("small", column("note", text()).nullable());
                            op.sql("update big set t = t || '!'");
                        },
                        op -> {
                            op.dropColumn("small", "note");
                            op.sql("update big set t = rtrim(t, '!')");
                        });
    }

    private static Migrator migrator(TestDatabase database) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations(), RunSettings.DEFAULT, RunListener.NONE);
    }

    private static String everything(TestDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder(CatalogDump.everything().of(database));
        for (String table :
                database.query("select relname from pg_class where relkind = 'r' and relname not like 'albedo%'"
                        + " and relnamespace = 'public'::regnamespace order by 1")) {
            text.append(table)
                    .append(database.query(
                            "select count(*) || ' ' || sum(hashtext(t::text)::bigint) from " + table + " t"));
        }
        return text.append(
                        database.query(
                                "select concat_ws(' ', revision, state, steps, in_doubt, checksum) from albedo_history order by 1"))
                .toString();
    }

    private static String undisturbed() throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            migrator(database).migrate("head");
            return everything(database);
        }
    }

    @Test
    void isSurvivedAtEachFileThatBecomesTooLarge() throws SQLException, IOException {
        String undisturbed = undisturbed();
        List<String> stopped = new ArrayList<>();
        try (TestServer server = TestDatabases.privateServer()) {
            for (long limit : LIMITS_UP) {
                try (TestDatabase database = server.create()) {
                    server.limitFiles(limit);
                    assertThatThrownBy(() -> migrator(database).migrate("head"))
                            .isInstanceOf(RunException.class)
                            .hasMessageContaining("could not extend file");
                    stopped.add(database.query("select coalesce(max(revision || ' ' || state), 'nothing')"
                                    + " from albedo_history")
                            .get(0));
                    assertThat(database.query("select count(*) from albedo_history_log where outcome = 'failed'"))
                            .as("the revision, and the run")
                            .containsExactly("2");
                    server.limitFiles(Long.MAX_VALUE);
                    migrator(database).migrate("head");
                    assertThat(everything(database)).isEqualTo(undisturbed);
                }
            }
        }
        assertThat(stopped).containsExactly("aaa1 applied", "bbb2 applied", "ddd4 started", "ddd4 applied");
    }

    @Test
    void isSurvivedOnTheWayBack() throws SQLException, IOException {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            Migrator migrator = migrator(database);
            migrator.migrate("head");
            server.limitFiles(LIMIT_DOWN);
            String before = everything(database);
            assertThatThrownBy(() -> migrator.rollback(1))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("could not extend file");
            assertThat(everything(database)).isEqualTo(before);
            server.limitFiles(Long.MAX_VALUE);
            migrator.rollbackTo("base");
            assertThat(database.query("select relname from pg_class where relkind = 'r' and relname not like 'albedo%'"
                            + " and relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
    }
}
