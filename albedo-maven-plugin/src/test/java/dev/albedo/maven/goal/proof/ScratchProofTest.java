package dev.albedo.maven.goal.proof;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans that are tried on a database made for it, or nowhere. */
class ScratchProofTest extends ProofFixture {

    @Test
    void aScratchDatabaseHasTheExtensions() throws Exception {
        database.execute(
                "create schema tools",
                "create extension hstore schema tools",
                "create extension pg_trgm",
                "create table product (name text, facts tools.hstore)",
                "create index ix on product using gin (name gin_trgm_ops)");
        Schema start;
        try (Connection connection = database.connect()) {
            start = LiveSchema.read(connection, FILTER);
        }
        Table product = start.tables().get(QualifiedName.of("product"));

        prove(
                proof(PlanProof.Place.SCRATCH),
                start.with(product.with(column("code", text()).nullable())));

        assertThat(said.lines()).containsExactly("Tested on a scratch database without rows, up and down");
    }

    @Test
    void aScratchDatabaseCanBeMadeOfOneThatHasWhatIsNeeded() throws Exception {
        database.execute("create domain code as text", "create table product (code code)");
        Schema model = Schema.of(table("product", column("code", named("code")).nullable(), column("n", text())));

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.SCRATCH), model))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("Cannot copy the database's schema to a scratch database to test the"
                        + " plan: create table product (ERROR: type \"code\" does not exist")
                .hasMessageContaining("albedo.scratch.url");

        try (TestDatabase template = TestDatabases.create()) {
            template.execute("create domain code as text");
            prove(
                    proof(
                            PlanProof.Place.SCRATCH,
                            ScratchServer.copying(
                                    drivers(), () -> ConnectionSettings.of(template.url(), "albedo.scratch.url"))),
                    model);
        }
        assertThat(said.lines()).containsExactly("Tested on a scratch database without rows, up and down");
    }

    @Test
    void aUserWhoMayMakeNoDatabases() throws Exception {
        customers();
        database.execute("drop role if exists small", "create role small login");
        String url = database.url().replaceFirst("user=[^&]*", "user=small");

        assertThatThrownBy(() -> prove(
                        proof(
                                PlanProof.Place.SCRATCH,
                                ScratchServer.beside(drivers(), () -> ConnectionSettings.of(url, "the test"))),
                        Schema.of(customer(column("n", integer()).nullable()))))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("Cannot create a scratch database at ")
                .hasMessageContaining("permission denied to create database")
                .hasMessageEndingWith("or set albedo.scratch.url to another database");
    }

    @Test
    void offIsSaid() throws Exception {
        customers();

        prove(
                proof(PlanProof.Place.OFF),
                Schema.of(customer(column("n", integer()).nullable())));

        assertThat(said.warnings()).containsExactly("The plan was not tested (albedo.verify=off)");
    }

    @Test
    void placesHaveNames() {
        assertThat(Set.of(
                        PlanProof.Place.parse("database"),
                        PlanProof.Place.parse("scratch"),
                        PlanProof.Place.parse("off")))
                .hasSize(3);
        assertThatThrownBy(() -> PlanProof.Place.parse("embedded"))
                .hasMessage("albedo.verify is embedded: use database, scratch (a separate database) or off (no test)");
    }
}
