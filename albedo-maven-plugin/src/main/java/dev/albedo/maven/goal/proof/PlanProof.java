package dev.albedo.maven.goal.proof;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.connect.ScratchDatabase;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Lets no plan become a migration that was not tried, up and down.
 *
 * @param place where it is tried
 * @param lockTimeout how long the trial waits for others in the user's database
 * @param statementTimeout how long a statement of it may take there; zero for as long as it wants
 * @param scratch makes databases to throw away
 * @param console is told how it went
 */
public record PlanProof(
        Place place, Duration lockTimeout, Duration statementTimeout, ScratchServer scratch, Console console) {

    /** Where a plan is tried. */
    public enum Place {
        /** In the database that is compared, in one transaction that is rolled back. */
        DATABASE,
        /** On a database of its own, which has the same schema and no rows. */
        SCRATCH,
        /** Nowhere. */
        OFF;

        /**
         * The place of that name.
         *
         * @throws GoalException if there is none
         */
        public static Place parse(String name) {
            for (Place place : values()) {
                if (place.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return place;
                }
            }
            throw new GoalException(
                    "albedo.verify is " + name + ": use database, scratch (a separate database) or off (no test)");
        }
    }

    /**
     * Tries a plan for a database.
     *
     * @param database in auto-commit mode; it is as before afterwards
     * @throws GoalException if the plan fails, with the first difference or the operation that is refused
     */
    public void of(Connection database, Comparison comparison, SchemaFilter filter, Plan plan)
            throws SQLException, IOException {
        Trial trial = new Trial(comparison, filter, plan);
        boolean fitsTransaction = trial.fitsTransaction();
        switch (place) {
            case DATABASE -> {
                if (!Readiness.unfilled(plan.up()).isEmpty()
                        || !TimeZones.missing(plan.up()).isEmpty()
                        || !DataSkeleton.unfinished(plan.up()).isEmpty()) {
                    console.print("The plan lacks values for existing rows, so it is tested on a scratch database");
                    onScratch(database, comparison, filter, plan);
                } else if (fitsTransaction) {
                    inTransaction(database, trial);
                } else {
                    console.print("A part of the plan cannot run in a transaction, so it is tested on a scratch"
                            + " database");
                    onScratch(database, comparison, filter, plan);
                }
            }
            case SCRATCH -> onScratch(database, comparison, filter, plan);
            case OFF -> sayOff();
        }
    }

    public void sayOff() {
        console.warn("The plan was not tested (albedo.verify=off)");
    }

    private void inTransaction(Connection database, Trial trial) throws SQLException {
        try {
            trial.inTransaction(database, lockTimeout, statementTimeout);
            console.print("Tested on the database, up and down, and rolled back");
        } catch (Refusal refusal) {
            if (!refusal.isOnTheWayBack() || !refusal.isBecauseOfRows()) {
                throw trial.failure(refusal, database);
            }
            console.warn("Tested on the database and rolled back: up works, but down stops at " + refusal.sentence()
                    + " because of existing rows. Write the values for these rows in down()");
        }
    }

    private void onScratch(Connection database, Comparison comparison, SchemaFilter filter, Plan plan)
            throws SQLException, IOException {
        try (ScratchDatabase made = scratch.create();
                Connection connection = made.connect()) {
            copy(database, connection, comparison, plan.start());
            onScratch(connection, new Trial(comparison, filter, plan));
        }
    }

    /** Tries a plan on a scratch database that is already as it begins. */
    public void onScratch(Connection connection, Trial trial) throws SQLException {
        if (place == Place.OFF) {
            sayOff();
            return;
        }
        try {
            trial.forGood(connection);
            console.print("Tested on a scratch database without rows, up and down");
        } catch (Refusal refusal) {
            throw trial.failure(refusal, connection);
        }
    }

    private static void copy(Connection database, Connection scratch, Comparison comparison, Schema start)
            throws SQLException {
        try {
            comparison.dialect().scratchPlace().equip(database, scratch);
        } catch (SQLException e) {
            throw notMade("its extensions", e);
        }
        SchemaDiff all = SchemaDiffer.diff(Schema.EMPTY, start);
        for (Operation operation : all.operations()) {
            try {
                JdbcSink.run(scratch, comparison.dialect(), operation);
            } catch (SQLException e) {
                throw notMade(operation.describe(), e);
            }
        }
    }

    private static GoalException notMade(String what, SQLException e) {
        return new GoalException(
                "Cannot copy the database's schema to a scratch database to test the plan: "
                        + what
                        + " (" + e.getMessage()
                        + "). Nothing was written; set albedo.scratch.url to a database that has the missing"
                        + " objects, or use -Dalbedo.verify=database",
                e);
    }
}
