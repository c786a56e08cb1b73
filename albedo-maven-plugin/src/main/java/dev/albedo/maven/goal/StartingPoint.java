package dev.albedo.maven.goal;

import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The schema that the model is compared with. */
public interface StartingPoint {

    /** The graph of the project's revisions. */
    RevisionGraph graph();

    /**
     * The revisions that a new one follows.
     *
     * @param identity may say which
     * @param goal the goal that is running, for messages
     * @throws GoalException if a new one cannot follow, with the command that helps
     */
    List<RevisionNode> parents(MigrationIdentity identity, String goal);

    /**
     * Returns the views that the model is mapped to.
     *
     * @param recorded those that are known without a database
     */
    MappedViews views(Schema model, MappedViews recorded) throws SQLException;

    /**
     * Returns the tested plan that leads from here to the model.
     *
     * @param proof tries it; nothing if nobody wants it tried
     * @param shown is given the plan before it is tried
     * @return nothing if there is no difference
     * @throws GoalException if it takes a person to tell a rename, or the trial fails
     */
    Optional<Plan> plan(Model model, Optional<PlanProof> proof, Consumer<Plan> shown) throws SQLException, IOException;

    /** Returns the message for no difference. */
    String agreement();
}
