package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RefusedRunException;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goals do and say about runs in one transaction, and about revisions that are none. */
class DividedGoalsTest {

    private final Said said = new Said();
    private TestDatabase database;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws Exception {
        database.close();
    }

    @Revision(id = "aaa1")
    static final class Makes implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", column("id", integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("t");
        }
    }

    @Revision(id = "bbb2", parent = "aaa1", transactional = false)
    static final class Vacuums implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("vacuum t");
            op.addColumn("t", column("n", integer()).nullable());
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("t", "n");
            op.sql("vacuum t");
        }
    }

    private Migrator migrator(RunSettings settings) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()),
                MigrationSource.of(List.of(new Makes(), new Vacuums())),
                settings,
                RunListener.NONE);
    }

    @Test
    void aDryRunShowsWhatIsOutsideOfTransactions() {
        new Migrate(migrator(RunSettings.DEFAULT), said).dryRun("head");
        assertThat(said.lines())
                .containsSubsequence("up    bbb2  Vacuums", "  -- outside of a transaction:", "  vacuum t", "  ;")
                .endsWith("Dry run, nothing was changed. mvn albedo:migrate would run 2 revisions");
    }

    @Test
    void aDryRunShowsThatItIsOneTransaction() {
        Migrator single = migrator(RunSettings.DEFAULT.singleTransaction(true));
        new Migrate(single, said).dryRun("aaa1");
        assertThat(said.lines())
                .endsWith("Dry run, nothing was changed. mvn albedo:migrate would run 1 revision, in one transaction");
        new Migrate(single, said).run("aaa1");
        new Rollback(single, said).dryRun(1, null);
        assertThat(said.lines())
                .endsWith("Dry run, nothing was changed. mvn albedo:rollback would roll back 1 revision, in one"
                        + " transaction");
        assertThatThrownBy(() -> new Migrate(single, said).dryRun("head"))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(
                        "step 1 of revision bbb2 (Vacuums) (run SQL: vacuum t) cannot be in a transaction");
    }

    @Test
    void whatBecameOfAStepIsSaidByRepair() throws Exception {
        new Migrate(migrator(RunSettings.DEFAULT), said).run("head");
        database.execute(
                "update albedo_history set state = 'started', steps = 0, in_doubt = true where revision = 'bbb2'",
                "alter table t drop n");
        Repair repair = new Repair(migrator(RunSettings.DEFAULT), said);
        assertThatThrownBy(() -> repair.settle("perhaps"))
                .hasMessage("albedo.step is perhaps: use done (it took effect) or again (the next run sends it again)");
        repair.settle("done");
        assertThat(said.lines())
                .endsWith("Step 1 of revision bbb2 (Vacuums) is recorded as done; nothing was run. mvn"
                        + " albedo:migrate resumes after it");
        new Migrate(migrator(RunSettings.DEFAULT), said).run("head");
        assertThat(database.query("select state from albedo_history where revision = 'bbb2'"))
                .containsExactly("applied");
    }

    @Test
    void areVerifiedOnAScratchDatabase() throws Exception {
        new VerifyMigrations(
                        MigrationSource.of(List.of(new Makes(), new Vacuums())),
                        ScratchServer.beside(
                                new Drivers(getClass().getClassLoader()),
                                () -> ConnectionSettings.of(database.url(), "the test")),
                        LiveSchema.FILTER,
                        RunSettings.DEFAULT,
                        new Comparison(
                                new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL),
                        DropScope.byAnyone(said),
                        said)
                .run(Optional.empty(), MappedViews.NONE);
        assertThat(said.lines())
                .containsExactly("2 revisions up and down on a scratch database: they lead back to an empty"
                        + " database; there is no model");
    }

    @Test
    void aDryRunOfARefusedRollbackPrintsItsSqlBeforeItIsRefused() throws Exception {
        Migrator migrator = migrator(RunSettings.DEFAULT);
        new Migrate(migrator, said).run("aaa1");
        database.execute("insert into t values (1)");
        said.lines().clear();

        assertThatThrownBy(() -> new Rollback(migrator, said).dryRun(1, null))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining("it deletes data:\n    aaa1  table t, 1 row");
        assertThat(said.lines()).containsExactly("down  aaa1  Makes", "  DROP TABLE t", "  ;");
        assertThat(said.warnings()).containsExactly("  DELETES DATA: table t, 1 row");
        assertThat(database.query("select id from t")).containsExactly("1");
    }
}
