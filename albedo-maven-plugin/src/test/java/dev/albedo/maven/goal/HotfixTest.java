package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.Said;
import dev.albedo.revision.RevisionException;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import org.junit.jupiter.api.Test;

/**
 * A hotfix from an older release: production has aaa1 and the hotfix ccc3, the main line has aaa1 and bbb2 and is not
 * released.
 */
class HotfixTest {

    private static final String PRODUCTION = "aaa1 ccc3<aaa1";
    private static final String MAIN = "aaa1 bbb2<aaa1";
    private static final String REBASED = "aaa1 bbb2<aaa1 ccc3<bbb2";
    private static final String MERGED = "aaa1 bbb2<aaa1 ccc3<aaa1 ddd4<bbb2,ccc3";

    private final Said said = new Said();

    private static SaidMigrations migrations(String graph) {
        return new SaidMigrations(graph)
                .both("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"))
                .both(
                        "bbb2",
                        op -> op.addColumn(
                                "customer", column("phone", varchar(20)).nullable()),
                        op -> op.dropColumn("customer", "phone"))
                .both(
                        "ccc3",
                        op -> op.addColumn(
                                "customer", column("email", varchar(50)).nullable()),
                        op -> op.dropColumn("customer", "email"));
    }

    private static Migrator migrator(TestDatabase database, MigrationSource migrations) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, RunListener.NONE);
    }

    @Test
    void statusSaysThatMigrateWouldRefuseARebasedHotfix() throws Exception {
        try (TestDatabase production = TestDatabases.create()) {
            migrator(production, migrations(PRODUCTION)).migrate("head");
            Migrator rebased = migrator(production, migrations(REBASED));
            String reason =
                    "revision ccc3 (Mccc3) is applied, but bbb2 (Mbbb2), which comes before it, is not: the graph was"
                            + " edited after it had been applied; put bbb2 after the applied ones, or roll back ccc3 first";

            StatusReport report = new StatusReport(rebased.status(), "production");
            report.print(said);
            assertThat(said.lines()).last().isEqualTo("mvn albedo:migrate would be refused: " + reason);
            assertThat(report.json()).contains("\"refusal\": \"" + reason + "\"");
            assertThatThrownBy(() -> rebased.migrate("head"))
                    .isInstanceOf(RevisionException.class)
                    .hasMessage(reason);
        }
    }

    @Test
    void statusNamesWhatElseMigrateRefuses() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            SaidMigrations deletes = new SaidMigrations(MAIN)
                    .up("aaa1", op -> op.createTable("customer", column("id", integer()), column("name", varchar(9))))
                    .up("bbb2", op -> op.dropColumn("customer", "name"));
            migrator(database, deletes).migrate("aaa1");
            new StatusReport(migrator(database, deletes).status(), "here").print(said);
            assertThat(said.lines())
                    .last()
                    .asString()
                    .startsWith(
                            "mvn albedo:migrate would be refused: nothing was run: revision bbb2 (Mbbb2) deletes data:");
            said.lines().clear();
            new StatusReport(migrator(database, migrations(MAIN)).status(), "here").print(said);
            assertThat(said.lines()).last().asString().contains("edited");
        }
    }

    @Test
    void aMergeBringsAllDatabasesToOneSchema() throws Exception {
        try (TestDatabase production = TestDatabases.create();
                TestDatabase developer = TestDatabases.create()) {
            migrator(production, migrations(PRODUCTION)).migrate("head");
            production.execute("insert into customer values (1, 'a@example.org')");
            migrator(developer, migrations(MAIN)).migrate("head");

            new StatusReport(migrator(production, migrations(MERGED)).status(), "production").print(said);
            assertThat(said.lines()).last().isEqualTo("mvn albedo:migrate applies the pending revisions");
            for (TestDatabase database : new TestDatabase[] {production, developer}) {
                migrator(database, migrations(MERGED)).migrate("head");
                assertThat(migrator(database, migrations(MERGED)).status().atHead())
                        .isTrue();
            }
            String columns = "select string_agg(column_name, ' ' order by column_name) from information_schema.columns"
                    + " where table_name = 'customer'";
            assertThat(production.query(columns))
                    .isEqualTo(developer.query(columns))
                    .containsExactly("email id phone");
            assertThat(production.query("select email from customer")).containsExactly("a@example.org");
        }
    }
}
