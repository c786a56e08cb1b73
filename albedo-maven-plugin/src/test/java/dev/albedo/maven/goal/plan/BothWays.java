package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Plans as {@code create} makes them, for tests outside of this package. */
public final class BothWays {

    private BothWays() {}

    /**
     * The way from a database to a model and back, safe for rows; empty if the database is what the model asks for.
     *
     * @param start what was read of the database
     * @param past the origins of what is in the database
     */
    public static Optional<Plan> plan(
            Connection connection, Dialect dialect, Schema start, Snapshot model, Origins past, Renames said)
            throws SQLException {
        Comparison comparison = new Comparison(dialect, NamingConvention.DEFAULT, said, ObjectFilter.ALL);
        FoundDifference found =
                comparison.ofDatabase(connection, start, model.schema(), Optional.empty(), Snapshots.NO_SEARCH);
        return found.diff().operations().isEmpty()
                ? Optional.empty()
                : Optional.of(comparison.plan(found, new Model(model, past, new Said())));
    }
}
