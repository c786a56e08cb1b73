package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer reads of checks: texts as the model spells them, once, and in words what they add. */
class ReadablePlanTest extends ProofFixture {

    private static Schema model(TableElement... checks) {
        List<TableElement> elements = new ArrayList<>(List.of(
                column("id", integer()),
                column("status", varchar(255)).nullable(),
                column("level", smallint()).nullable(),
                primaryKey("purchase_pkey", "id")));
        elements.addAll(List.of(checks));
        return Schema.of(table("purchase", elements.toArray(TableElement[]::new)));
    }

    private static final Schema WIDER = model(
            check("purchase_status_check", "status in ('PLACED','PAID','SHIPPED','RETURNED')"),
            check("purchase_level_check", "level between 0 and 3"));

    private Plan planned(Schema model, Optional<Schema> created) throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(connection);
            Schema start = LiveSchema.read(connection, FILTER);
            FoundDifference found = comparison.ofDatabase(connection, start, model, created, Snapshots.NO_SEARCH);
            Plan plan = comparison.plan(found, InitialValues.NONE);
            plan.print(said);
            proof(PlanProof.Place.DATABASE).of(connection, comparison, FILTER, plan);
            return plan;
        }
    }

    private static String source(Plan plan) {
        return MigrationWriter.source(new MigrationWriter.Draft(
                "shop",
                "M1_More",
                "8f3c1a9b27d4",
                List.of(),
                List.of(),
                List.of(),
                "2026-11-22T21:30:05Z",
                plan.up(),
                plan.down()));
    }

    private void run(List<Operation> operations) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            for (Operation operation : operations) {
                JdbcSink.run(connection, dialect, operation);
            }
        }
    }

    private String catalog() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogDump.everything().of(connection);
        }
    }

    /** Up, an empty plan, down: the catalog is the one before, with the texts of constraints. */
    private void bothWays(Plan plan, Schema model, Optional<Schema> created) throws Exception {
        String before = catalog();
        run(plan.up());
        try (Connection connection = database.connect()) {
            Schema now = LiveSchema.read(connection, FILTER);
            assertThat(comparison(connection)
                            .ofDatabase(connection, now, model, created, Snapshots.NO_SEARCH)
                            .diff()
                            .operations())
                    .isEmpty();
        }
        run(plan.down());
        assertThat(catalog()).isEqualTo(before);
    }

    /** The spellings in which a list comes into a database: Hibernate's, those of people, and what a dump restores. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status in ('PLACED','PAID')",
                "status::text = any (array['PLACED'::text, 'PAID'::text])",
                "status::text = any (array['PLACED'::varchar::text, 'PAID'::varchar::text])"
            })
    void hasNoTextThatPostgresqlPrinted(String made) throws Exception {
        database.execute("create table purchase (id integer not null, status varchar(255) constraint"
                + " purchase_status_check check (" + made + "), level smallint constraint purchase_level_check check"
                + " (level between 0 and 1), primary key (id))");
        database.execute("insert into purchase values (1, 'PLACED', 0), (2, 'PAID', 1), (3, null, null)");

        Plan plan = planned(WIDER, Optional.empty());

        assertThat(source(plan))
                .doesNotContain("ANY", "ARRAY", ">=")
                .contains("// adds SHIPPED, RETURNED", "// adds 2, 3", "// removes SHIPPED, RETURNED")
                .contains("\"purchase\", check(\"purchase_level_check\", \"level between 0 and 1\")")
                .contains("op.expect(\"purchase\", \"status NOT IN ('SHIPPED', 'RETURNED')\")")
                .containsOnlyOnce("'PLACED','PAID','SHIPPED','RETURNED'");
        assertThat(said.lines()).contains("    adds SHIPPED, RETURNED").noneMatch(line -> line.contains("ANY"));
        bothWays(plan, WIDER, Optional.empty());
    }

    @Test
    void takesTheSpellingOfTheMigrations() throws Exception {
        String spelled = "status  in ('PLACED',  'PAID')";
        Schema created =
                model(check("purchase_status_check", spelled), check("purchase_level_check", "level between 0 and 3"));
        database.execute(
                "create table purchase (id integer not null, status varchar(255), level smallint, primary key (id),"
                        + " constraint purchase_status_check check (" + spelled
                        + "), constraint purchase_level_check check"
                        + " (level between 0 and 3))");

        Plan plan = planned(WIDER, Optional.of(created));

        assertThat(plan.down())
                .contains(new Operation.AddConstraint(
                        QualifiedName.of("purchase"), check("purchase_status_check", spelled)));
        bothWays(plan, WIDER, Optional.of(created));
    }

    /** A row with a value that goes stops the way back, in the words of the values that go. */
    @Test
    void expectsOnlyTheValuesThatGo() throws Exception {
        database.execute(
                "create table purchase (id integer not null, status varchar(255) constraint purchase_status_check"
                        + " check (status in ('PLACED','PAID')), level smallint constraint purchase_level_check check (level"
                        + " between 0 and 3), primary key (id))");
        Plan plan = planned(WIDER, Optional.empty());
        run(plan.up());
        database.execute("insert into purchase values (1, 'RETURNED', 3)");

        assertThatThrownBy(() -> run(plan.down())).hasMessageContaining("status NOT IN ('SHIPPED', 'RETURNED')");
    }

    /** A range of many numbers is not a list of values. */
    @Test
    void saysARangeOfNumbersAsARange() throws Exception {
        database.execute("create table purchase (id integer not null, status varchar(255), level smallint constraint"
                + " purchase_level_check check (level between 0 and 150), primary key (id))");

        Plan plan = planned(WIDER, Optional.empty());

        assertThat(source(plan)).doesNotContain("adds", "removes", "NOT IN").contains("level between 0 and 150");
        bothWays(plan, WIDER, Optional.empty());
    }

    /** A check that only the database has goes and comes back, as does that of a table that goes. */
    @Test
    void comesBackWithADroppedTableAsItWas() throws Exception {
        database.execute(
                "create table purchase (id integer not null, status varchar(255) default 'PAID', level smallint,"
                        + " primary key (id), constraint purchase_status_check check (status in"
                        + " ('PLACED','PAID','SHIPPED','RETURNED')), constraint purchase_level_check check (level between 0"
                        + " and 3)); create table old (kind text default 'A', n numeric default -1.5, constraint ck check (kind <>"
                        + " 'B' or n is not null and n >= 0), constraint ck2 check (kind like 'A%'))");

        Plan plan = planned(WIDER, Optional.empty());

        assertThat(said.warnings()).containsExactly("  drop table old  DELETES DATA");
        assertThat(source(plan))
                .doesNotContain("::")
                .contains("\"kind <> 'B' or n is not null and n >= 0\"", "\"kind like 'A%'\"", "defaultTo(\"'A'\")");
        bothWays(plan, WIDER, Optional.empty());
    }
}
