package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan that is right and that the role may not try. */
class MissingRightsPlanTest extends ProofFixture {

    @Test
    void theRightsOfAllOperationsAreSaidAtOnce() throws Exception {
        customers();
        String role = "planner_of_" + database.name();
        database.execute("create role " + role + " login");
        Schema model = Schema.of(
                customer(column("n", integer()).nullable()),
                table("invoice", column("id", integer()).nullable()));
        try (Connection connection =
                DriverManager.getConnection(database.url().replace("user=postgres", "user=" + role))) {
            Comparison comparison = comparison(connection);
            Schema start = LiveSchema.read(connection, FILTER);
            Plan plan = comparison.plan(
                    comparison.ofDatabase(connection, start, model, Optional.empty(), Snapshots.NO_SEARCH),
                    InitialValues.NONE);

            assertThatThrownBy(() -> proof(PlanProof.Place.DATABASE).of(connection, comparison, FILTER, plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("Cannot test the plan: the database refuses to ")
                    .hasMessageContaining(
                            "role " + role + " lacks the right usage, create on schema public: let its owner run"
                                    + " \"grant usage, create on schema public to " + role + "\"")
                    .hasMessageContaining(
                            "role " + role + " must own table customer: connect as its owner, or let the owner"
                                    + " run \"alter table customer owner to " + role + "\"")
                    .hasMessageEndingWith("run mvn albedo:create with -Dalbedo.verify=scratch");
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }
}
