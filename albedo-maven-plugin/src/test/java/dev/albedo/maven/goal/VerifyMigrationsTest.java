package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyMigrationsTest {

    private static final Schema MODEL = Schema.of(
            table(
                    "customer",
                    column("id", integer()),
                    column("email", varchar(50)).nullable()),
            table("invoice", column("id", integer())));

    private final Said said = new Said();

    /** A diamond: two lines from aaa1 that ddd4 joins. */
    private static SaidMigrations migrations() {
        return new SaidMigrations("aaa1 bbb2<aaa1 ccc3<aaa1 ddd4<bbb2,ccc3")
                .both("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"))
                .both(
                        "bbb2",
                        op -> op.addColumn(
                                "customer", column("email", varchar(50)).nullable()),
                        op -> op.dropColumn("customer", "email"))
                .both("ccc3", op -> op.createTable("invoice", column("id", integer())), op -> op.dropTable("invoice"))
                .both("ddd4", op -> {}, op -> {});
    }

    private void verify(SaidMigrations migrations, Schema model) throws Exception {
        try (TestDatabase server = TestDatabases.create()) {
            new VerifyMigrations(
                            migrations,
                            ScratchServer.beside(
                                    new Drivers(getClass().getClassLoader()),
                                    () -> ConnectionSettings.of(server.url(), "the test")),
                            LiveSchema.FILTER,
                            RunSettings.DEFAULT,
                            new Comparison(
                                    new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL),
                            DropScope.byAnyone(said),
                            said)
                    .run(Optional.ofNullable(model).map(Snapshots::of), MappedViews.NONE);
        }
    }

    private void fails(SaidMigrations migrations, String message) {
        assertThatThrownBy(() -> verify(migrations, MODEL))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
    }

    @Test
    void migrationsThatLeadToTheModelAndBack() throws Exception {
        verify(migrations(), MODEL);
        verify(migrations(), null);
        verify(new SaidMigrations(""), MODEL);
        assertThat(said.lines())
                .containsExactly(
                        "4 revisions up and down on a scratch database: they lead to the model and back",
                        "4 revisions up and down on a scratch database: they lead back to an empty database;"
                                + " there is no model",
                        "Nothing to verify: there are no migrations yet");
    }

    @Test
    void severalHeadsAreVerifiedAsWell() throws Exception {
        SaidMigrations twoHeads = new SaidMigrations("aaa1 bbb2")
                .both("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"))
                .both("bbb2", op -> op.createTable("invoice", column("id", integer())), op -> op.dropTable("invoice"));
        verify(twoHeads, null);
        assertThat(said.lines()).hasSize(1);
    }

    @Test
    void migrationsThatDoNotLeadToTheModel() {
        fails(
                migrations().both("ccc3", op -> {}, op -> {}),
                "The migrations do not lead to the model. Remaining: create table invoice. Run mvn"
                        + " albedo:create -Dname=\"...\" and commit what it writes");
    }

    @Test
    void aDownThatLeadsElsewhere() {
        fails(
                migrations()
                        .both(
                                "bbb2",
                                op -> op.addColumn(
                                        "customer", column("email", varchar(50)).nullable()),
                                op -> {}),
                "down() of revision bbb2 (Mbbb2) does not restore the schema before its up(). Remaining: drop"
                        + " column customer.email. Correct its down()");
    }

    @Test
    void aRevisionThatCannotBeTakenBack() {
        fails(
                migrations().up("ccc3", op -> op.createTable("invoice", column("id", integer()))),
                "The migrations cannot be rolled back on a scratch database: revision ccc3 (Mccc3) cannot be"
                        + " taken back: nobody said how; nothing was changed. Correct its down()");
    }

    @Test
    void aRevisionThatTheServerRefuses() {
        assertThatThrownBy(() -> verify(migrations().up("ccc3", op -> op.sql("create extension nobody_has_it")), MODEL))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The migrations fail on a scratch database: revision ccc3 (Mccc3)")
                .hasMessageEndingWith("set albedo.scratch.url to a database that has them");
    }
}
