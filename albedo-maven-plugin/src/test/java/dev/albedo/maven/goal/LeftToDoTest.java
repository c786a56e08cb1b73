package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.operation.Operation;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Types;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What create says of a migration that a person has to complete or to look at. */
class LeftToDoTest extends ProofFixture {

    @TempDir
    Path sources;

    private String written(Schema model) throws Exception {
        ConnectionSource connections = ConnectionSource.of(database.dataSource());
        try (Connection connection = database.connect()) {
            FromDatabase start = new FromDatabase(
                    new Migrator(connections, MigrationSource.of(List.of()), RunSettings.DEFAULT, new RunListener() {}),
                    connections,
                    FILTER,
                    comparison(connection),
                    DropScope.byAnyone(said));
            NewMigration place = new NewMigration(
                    sources, "shop", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> "1", UnaryOperator.identity());
            return Files.readString(new Create(start, proof(PlanProof.Place.DATABASE), place, Fills.NONE, said)
                    .run("change", Snapshots.of(NamingConvention.DEFAULT.name(model, Schema.EMPTY, 63)))
                    .orElseThrow());
        }
    }

    @Test
    void saysWhatIsMissingOnTheWayUp() throws Exception {
        customers();

        written(Schema.of(customer(column("nick", varchar(20)))));

        assertThat(said.warnings())
                .contains("FILL IN: up() needs the value of customer.nick for existing rows. Write it there;"
                        + " until then mvn albedo:migrate refuses the migration");
    }

    @Test
    void saysWhatIsMissingOnTheWayBack() throws Exception {
        database.execute(
                "create table customer (id int primary key, email varchar(50), nick text not null)",
                "insert into customer values (1, null, 'a')");

        String source = written(Schema.of(customer()));

        assertThat(source).contains("// FILL IN the value for existing rows");
        assertThat(said.warnings())
                .contains("FILL IN: down() needs the value of customer.nick for rows without one. Write"
                        + " it there; until then mvn albedo:rollback stops if such rows exist");
    }

    @Test
    void marksAProposedConversionOnTheConsoleAndInTheFile() throws Exception {
        database.execute("create table t (id int primary key, n text)", "insert into t values (1, '7')");

        String source = written(Schema.of(table(
                "t",
                column("id", Types.integer()),
                column("n", Types.integer()).nullable(),
                primaryKey("t_pkey", "id"))));

        assertThat(source).contains("// REVIEW: proposed conversion of existing values\n");
        assertThat(said.warnings())
                .anyMatch(line -> line.contains("alter column t.n: type text -> integer, using n::text::integer")
                        && line.endsWith("REVIEW: proposed conversion of existing values"));
    }

    private void refusesAPendingRevision(@Nullable String value, String advice) throws Exception {
        Operation.Backfill backfill = new Operation.Backfill(CUSTOMER, "nick", value);
        ConnectionSource connections = ConnectionSource.of(database.dataSource());
        MigrationSource migrations = new SaidMigrations("aaa1").up("aaa1", op -> op.apply(backfill));
        try (Connection connection = database.connect()) {
            FromDatabase start = new FromDatabase(
                    new Migrator(connections, migrations, RunSettings.DEFAULT, new RunListener() {}),
                    connections,
                    FILTER,
                    comparison(connection),
                    DropScope.byAnyone(said));
            assertThatThrownBy(() -> start.parents(MigrationIdentity.DEFAULT, "create"))
                    .isInstanceOf(GoalException.class)
                    .hasMessage("The database is behind: 1 revision is pending, aaa1 (Maaa1). " + advice);
        }
    }

    @Test
    void namesDiscardIfThePendingMigrationIsNotFilledIn() throws Exception {
        refusesAPendingRevision(
                null,
                "Complete the FILL IN of aaa1 (Maaa1) and run mvn albedo:migrate, or delete it with mvn albedo:discard"
                        + " -Dalbedo.revision=aaa1; then run mvn albedo:create again");
        refusesAPendingRevision("'x'", "Run mvn albedo:migrate, then mvn albedo:create again");
    }

    @Test
    void saysWhichLargeObjectsStayBehind() throws Exception {
        database.execute(
                "create table customer (id int primary key, email varchar(50), photo oid, scan oid)",
                "insert into customer select 1, null, lo_from_bytea(0, 'a'), lo_from_bytea(0, 'b')");

        String source = written(Schema.of(customer(column("scan", Types.bytea()))));

        String dropped = "leaves the large objects of customer.photo behind: delete them before it with lo_unlink in"
                + " op.sql(...), or later with vacuumlo";
        String converted =
                "leaves the large objects of customer.scan behind: vacuumlo deletes those that no column refers to";
        assertThat(said.lines()).contains("    " + dropped, "    " + converted);
        assertThat(source.lines().map(String::strip))
                .contains("// " + dropped.replace(" later with vacuumlo", ""), "// later with vacuumlo")
                .contains("// " + converted);
    }
}
