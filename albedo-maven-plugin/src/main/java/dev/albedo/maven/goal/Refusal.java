package dev.albedo.maven.goal;

import dev.albedo.dialect.Dependent;
import dev.albedo.operation.Operation;
import dev.albedo.run.Direction;
import java.sql.SQLException;
import java.util.List;

/** A database refused an operation of a plan that was tried. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** SQLSTATEs of PostgreSQL, manual appendix A. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String DEADLOCK = "40P01";
    private static final String CANCELED = "57014";
    private static final String INTEGRITY = "23";
    private static final String DATA = "22";

    private final Direction direction;
    private final transient Operation operation;
    private final String state;

    Refusal(Direction direction, Operation operation, SQLException reason) {
        super(oneLine(reason), reason);
        this.direction = direction;
        this.operation = operation;
        this.state = reason.getSQLState() == null ? "" : reason.getSQLState();
    }

    private static String oneLine(SQLException reason) {
        String message = reason.getMessage();
        return message == null
                ? reason.toString()
                : message.replaceFirst("(?s)\\R\\s*Where: .*", "").strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Whether only rows stand against the operation: without them it would work. */
    boolean isBecauseOfRows() {
        return state.startsWith(INTEGRITY) || (state.startsWith(DATA) && convertsRows());
    }

    /** Whether rows are converted; what is said of other values (class 22) is said of those in the statement itself. */
    private boolean convertsRows() {
        if (operation instanceof Operation.AlterColumn alter) {
            return !alter.from().type().equals(alter.to().type());
        }
        return operation instanceof Operation.AlterEnum;
    }

    boolean isOnTheWayBack() {
        return direction == Direction.DOWN;
    }

    /** What was refused, and in the server's words why. */
    String sentence() {
        return operation.describe() + " (" + getMessage() + ")";
    }

    /** What is said when nothing is written because of it. */
    GoalException failure(PlanDependents dependents) {
        String what = operation.describe();
        return new GoalException(
                switch (state) {
                    case LOCK_NOT_AVAILABLE, DEADLOCK ->
                        "The plan could not be tried: " + what
                                + " waits for another session that uses the table (" + getMessage()
                                + "). Nothing was changed and nothing was written; run mvn albedo:create again when the table is"
                                + " free, or with -Dalbedo.verify=scratch, which tries the plan on a database of its own";
                    case CANCELED ->
                        "The plan could not be tried: " + what
                                + " takes so long that it was broken off, as it would keep others waiting ("
                                + getMessage()
                                + "). Nothing was changed and nothing was written; run mvn albedo:create again with"
                                + " -Dalbedo.verify=scratch, which tries the plan on a database of its own, or allow more time"
                                + " with -Dalbedo.verify.timeout";
                    default -> isBecauseOfRows() ? rows(what) : refused(what, dependents.of(operation));
                },
                this);
    }

    private String rows(String what) {
        return "The plan is right, but the rows in this database stand against it: " + what + " fails (" + getMessage()
                + "). Nothing was changed and nothing was written; put the rows right and run mvn albedo:create again, or"
                + " write the migration with -Dalbedo.verify=scratch and add to it what puts them right";
    }

    private String refused(String what, List<Dependent> dependents) {
        return (isOnTheWayBack() ? "The plan cannot be taken back" : "The plan does not work")
                + ": the database refuses to " + what + " (" + getMessage()
                + "). Nothing was changed and nothing was written; "
                + (dependents.isEmpty()
                        ? "remove what the error names, or write the change by hand with mvn albedo:create-empty;"
                                + " -Dalbedo.verify=off writes the plan untried"
                        : PlanDependents.skeleton(operation, dependents));
    }
}
