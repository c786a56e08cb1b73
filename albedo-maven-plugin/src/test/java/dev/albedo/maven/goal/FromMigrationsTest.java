package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
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
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromMigrationsTest {

    @Revision(id = "aaa1")
    static final class Customers implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable(
                    "customer",
                    column("id", integer()),
                    column("email", varchar(50)).nullable(),
                    primaryKey("pk_customer", "id"),
                    unique(null, "email"),
                    check("ck", "length(email) > 3"));
        }
    }

    @Revision(id = "bbb2", parent = "aaa1")
    static final class SqlWithEffect implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("update customer set email = lower(email)", effect -> {});
            op.sql(
                    "alter table customer add column age int",
                    effect -> effect.addColumn(
                            "customer", column("age", integer()).nullable()));
        }
    }

    @Revision(id = "bbb2", parent = "aaa1")
    static final class SqlOfUnknownEffect implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("alter table customer add column age int");
        }
    }

    @Revision(id = "bbb2", parent = "aaa1")
    static final class DeletesData implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", column("note", varchar(10)).nullable());
            op.dropColumn("customer", "note");
        }
    }

    @Revision(id = "bbb2", parent = "aaa1")
    static final class SqlThatFails implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create extension nobody_has_it");
        }
    }

    @Revision(id = "aaa1")
    static final class Periods implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable(
                    "period",
                    column("Ära", integer()),
                    column("twice", integer()).generatedAs("Ära * 2"),
                    primaryKey("pk_period", "Ära"),
                    check("ck_period", "Ära > 0 and 'Ära' <> ''"),
                    index("ix_period", expression("Ära + 1")).where("Ära > 1"));
        }
    }

    private static final Schema MODEL = Schema.of(customer());

    /** The check is spelled as the server would not print it, and the unique has the name the server gave it. */
    private static Table customer() {
        return table(
                "customer",
                column("id", integer()),
                column("email", varchar(50)).nullable(),
                column("age", integer()).nullable(),
                primaryKey("pk_customer", "id"),
                unique(null, "email"),
                check("ck", "(LENGTH(email) > 3)"));
    }

    private final Said said = new Said();

    private FromMigrations from(ScratchServer scratch, Migration... migrations) {
        MigrationSource source = MigrationSource.of(List.of(migrations));
        return new FromMigrations(
                source,
                scratch,
                LiveSchema.FILTER,
                RunSettings.DEFAULT,
                new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL),
                DropScope.by(source, said),
                said);
    }

    private static ScratchServer none() {
        return ScratchServer.beside(new Drivers(FromMigrationsTest.class.getClassLoader()), () -> {
            throw new IOException("there is no database");
        });
    }

    private static ScratchServer beside(TestDatabase database) {
        return ScratchServer.beside(
                new Drivers(FromMigrationsTest.class.getClassLoader()),
                () -> ConnectionSettings.of(database.url(), "the test"));
    }

    private PlanProof proof(PlanProof.Place place, ScratchServer scratch) {
        return new PlanProof(place, Duration.ofSeconds(3), Duration.ofSeconds(60), scratch, said);
    }

    private Optional<Path> create(FromMigrations from, PlanProof.Place place, Path sources, Schema model)
            throws SQLException, IOException {
        return new Create(from, proof(place, from.scratch()), place(sources), Fills.NONE, said)
                .run("more", Snapshots.of(model));
    }

    private static NewMigration place(Path sources) {
        return new NewMigration(
                sources, "shop", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> "ccc3", UnaryOperator.identity());
    }

    /** As the server folds it, which is not what Java does to an umlaut. */
    @Test
    void textsFollowTheRenameOfAColumnWithOtherLetters(@TempDir Path sources) throws Exception {
        Schema model = Schema.of(table(
                "period",
                column("Epoche", integer()),
                column("twice", integer()).generatedAs("\"Epoche\" * 2"),
                primaryKey("pk_period", "Epoche"),
                check("ck_period", "\"Epoche\" > 0 and 'Ära' <> ''"),
                index("ix_period", expression("\"Epoche\" + 1")).where("\"Epoche\" > 1")));
        try (TestDatabase server = TestDatabases.create()) {
            FromMigrations from = from(beside(server), new Periods());
            FromMigrations renaming = new FromMigrations(
                    from.migrations(),
                    from.scratch(),
                    from.filter(),
                    from.settings(),
                    new Comparison(
                            new PostgresDialect(18),
                            NamingConvention.DEFAULT,
                            Renames.parse("period.Ära->Epoche"),
                            ObjectFilter.ALL),
                    from.created(),
                    said);

            Optional<Path> file = create(renaming, PlanProof.Place.DATABASE, sources, model);

            assertThat(said.lines())
                    .contains("  rename column period.Ära to Epoche")
                    .noneMatch(line -> line.contains("drop"));
            assertThat(Files.readString(file.orElseThrow()))
                    .contains("op.renameColumn(\"period\", \"Ära\", \"Epoche\");")
                    .doesNotContain("op.dropConstraint", "op.dropIndex", "op.dropColumn");
        }
    }

    @Test
    void aDifferenceNeedsNoDatabase(@TempDir Path sources) throws Exception {
        new Diff(from(none(), new Customers()), place(sources), said)
                .run(Snapshots.of(Schema.of(customer().with(index(null, "age")))));

        // Texts are compared as they are spelled where no server is asked.
        assertThat(said.lines())
                .containsExactly(
                        "  expect check (LENGTH(email) > 3) on customer",
                        "  drop check (length(email) > 3) on customer (ck)",
                        "  add column customer.age integer",
                        "  add check (LENGTH(email) > 3) on customer (ck)",
                        "  create index (age) on customer (ix_customer_age)",
                        "mvn albedo:create -Dname=\"...\" writes this migration");
    }

    @Test
    void sqlThatSaysItsEffectNeedsNoDatabase(@TempDir Path sources) throws Exception {
        Schema model = Schema.of(customer()
                .constraints(List.of(
                        primaryKey("pk_customer", "id"), unique(null, "email"), check("ck", "length(email) > 3"))));

        assertThat(create(from(none(), new Customers(), new SqlWithEffect()), PlanProof.Place.DATABASE, sources, model))
                .isEmpty();

        assertThat(said.lines())
                .containsExactly("No difference: the migrations lead to the model, so nothing was written");
    }

    @Test
    void aPlanIsTriedOnAScratchDatabase(@TempDir Path sources) throws Exception {
        try (TestDatabase server = TestDatabases.create()) {
            assertThat(create(from(beside(server), new Customers()), PlanProof.Place.DATABASE, sources, MODEL))
                    .isPresent();
        }

        assertThat(said.lines())
                .startsWith(
                        "  add column customer.age integer", "Tested on a scratch database without rows, up and down");
    }

    @Test
    void aScratchDatabaseHasNoDataToLose(@TempDir Path sources) throws Exception {
        try (TestDatabase server = TestDatabases.create()) {
            FromMigrations from = from(beside(server), new Customers(), new DeletesData());
            assertThat(create(from, PlanProof.Place.DATABASE, sources, MODEL)).isPresent();
        }

        assertThat(said.lines()).contains("Tested on a scratch database without rows, up and down");
    }

    @Test
    void sqlOfUnknownEffectIsRunOnAScratchDatabase(@TempDir Path sources) throws Exception {
        try (TestDatabase server = TestDatabases.create()) {
            FromMigrations from = from(beside(server), new Customers(), new SqlOfUnknownEffect());
            assertThat(create(from, PlanProof.Place.OFF, sources, MODEL)).isEmpty();
        }

        assertThat(said.lines()).hasSize(2);
        assertThat(said.lines().get(0))
                .startsWith(
                        "Running the migrations on a scratch database, because the effect on the schema is not declared"
                                + " for the SQL of bbb2 (")
                .endsWith("): declare it with op.sql(\"...\", effect -> ...)");
        assertThat(said.lines().get(1)).startsWith("No difference: the migrations lead to the model");
    }

    @Test
    void migrationsThatAScratchDatabaseRefuses(@TempDir Path sources) throws Exception {
        try (TestDatabase server = TestDatabases.create()) {
            FromMigrations from = from(beside(server), new Customers(), new SqlThatFails());

            assertThatThrownBy(() -> create(from, PlanProof.Place.DATABASE, sources, MODEL))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The migrations fail on a scratch database: revision bbb2")
                    .hasMessageContaining("nobody_has_it")
                    .hasMessageEndingWith("set albedo.scratch.url to a database that has them");
        }
    }

    @Test
    void offIsSaidAndNeedsNoDatabase(@TempDir Path sources) throws Exception {
        List<Table> tables = new ArrayList<>(List.of(customer()
                .constraints(List.of(
                        primaryKey("pk_customer", "id"), unique(null, "email"), check("ck", "length(email) > 3")))));

        assertThat(create(
                        from(none(), new Customers()),
                        PlanProof.Place.OFF,
                        sources,
                        Schema.of(tables.toArray(Table[]::new))))
                .isPresent();

        assertThat(said.lines()).startsWith("  add column customer.age integer");
        assertThat(said.warnings()).containsExactly("The plan was not tested (albedo.verify=off)");
    }
}
