package dev.albedo.maven.goal.proof;

import dev.albedo.dialect.Dependent;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.ErrorKind;
import dev.albedo.maven.goal.plan.PlanDependents;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.run.Direction;
import dev.albedo.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database refused an operation of a plan that was tried, and perhaps more of them. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Set<ErrorKind> INTERRUPTION =
            Set.of(ErrorKind.CONTENTION, ErrorKind.CANCELLED, ErrorKind.NO_CONNECTION);

    /** Kinds that may be due to the values of rows. */
    private static final Set<ErrorKind> VALUES = Set.of(ErrorKind.DATA, ErrorKind.LIMIT, ErrorKind.IN_USE);

    /** Kinds of a value that its column cannot take. */
    private static final Set<ErrorKind> UNFIT = Set.of(ErrorKind.DATA, ErrorKind.TYPE);

    /** Where in the statement an error is, in the driver's language. */
    private static final Pattern POSITION = Pattern.compile("(?m)^\\s+[\\p{L} ]+: ?\\d+$");

    private static final String PUT_ROWS_RIGHT = "correct the rows and run mvn albedo:create again, or write the"
            + " migration with -Dalbedo.verify=scratch and add the statements that correct them";

    private static final String REMOVE = "remove what the error names, or write the change by hand with"
            + " mvn albedo:create-empty; -Dalbedo.verify=off writes the plan untested";

    private final Direction direction;
    private final transient Operation operation;
    private final ErrorKind kind;
    private final boolean isOfStatement;
    private final boolean hasRows;
    private final transient List<Refusal> others;

    /**
     * A refusal.
     *
     * @param hasRows whether the database has rows that may be at fault
     */
    Refusal(Direction direction, Operation operation, SQLException reason, boolean hasRows) {
        this(direction, operation, reason, hasRows, List.of());
    }

    private Refusal(Direction direction, Operation operation, Throwable reason, boolean hasRows, List<Refusal> others) {
        super(oneLine(reason), reason);
        this.direction = direction;
        this.operation = operation;
        this.kind = reason instanceof SQLException e ? Dialects.kindOf(e) : ErrorKind.OTHER;
        this.isOfStatement =
                POSITION.matcher(String.valueOf(reason.getMessage())).find();
        this.hasRows = hasRows;
        this.others = others;
    }

    /** The first of several refusals, which knows the others. */
    static Refusal first(List<Refusal> all) {
        Refusal first = all.get(0);
        return new Refusal(
                first.direction,
                first.operation,
                Objects.requireNonNull(first.getCause()),
                first.hasRows,
                all.subList(1, all.size()));
    }

    /** Without the position, which is one in a statement that the reader does not see. */
    private static String oneLine(Throwable reason) {
        String message = reason.getMessage();
        return message == null
                ? reason.toString()
                : POSITION.matcher(message)
                        .replaceAll("")
                        .replaceFirst("(?s)\\R\\s*Where: .*", "")
                        .strip()
                        .replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Whether nothing more can be learned of the database now. */
    boolean isInterrupted() {
        return INTERRUPTION.contains(kind);
    }

    /** Whether another one only shows the same: the same words, or rows that were expected to be otherwise. */
    boolean implies(Refusal later) {
        return String.valueOf(getMessage()).equals(later.getMessage())
                || (later.isBecauseOfRows() && isBecauseOfRows() && isExpectation());
    }

    private boolean isExpectation() {
        return operation instanceof Operation.Expectation;
    }

    /**
     * Whether only rows stand against the operation: without them it would work. What is wrong with a value in the statement
     * itself has a position in it; what is wrong with a row has none.
     */
    boolean isBecauseOfRows() {
        return kind == ErrorKind.INTEGRITY || (hasRows && !isOfStatement && readsRows() && VALUES.contains(kind));
    }

    /** Whether the values of rows matter to the operation. */
    private boolean readsRows() {
        if (operation instanceof Operation.AlterColumn alter) {
            return !alter.from().type().equals(alter.to().type())
                    || !Objects.equals(alter.from().generated(), alter.to().generated());
        }
        return operation instanceof Operation.AddColumn add
                ? add.column().generated() != null
                : !(operation instanceof Operation.CreateTable);
    }

    boolean isOnTheWayBack() {
        return direction == Direction.DOWN;
    }

    /** Returns the refused operation with the server's message. */
    String sentence() {
        return operation.describe() + " (" + getMessage() + ")";
    }

    /** Returns the exception for this refusal and the others. */
    GoalException failure(PlanDependents dependents, MappedBy mappedBy, Dialect dialect, String role) {
        List<String> rights = Stream.concat(Stream.of(this), others.stream())
                .flatMap(refusal -> refusal.missingRight(dialect, role).stream())
                .distinct()
                .toList();
        if (!rights.isEmpty()) {
            return new GoalException(
                    "Cannot test the plan: the database refuses to "
                            + Stream.concat(Stream.of(this), others.stream())
                                    .map(refusal -> refusal.what(mappedBy) + " (" + refusal.getMessage() + ")")
                                    .collect(Collectors.joining("; "))
                            + ". Nothing was changed and nothing was written: " + String.join("; ", rights)
                            + ". To write the migration without these rights, run mvn albedo:create with"
                            + " -Dalbedo.verify=scratch",
                    this);
        }
        Optional<String> unfit =
                others.stream().allMatch(this::isForWantOfValue) ? unfitValue(mappedBy.wanted()) : Optional.empty();
        if (unfit.isPresent()) {
            return new GoalException(unfit.get(), this);
        }
        if (!others.isEmpty()) {
            return several(dependents, mappedBy);
        }
        String what = what(mappedBy);
        return new GoalException(
                switch (kind) {
                    case CONTENTION ->
                        "Cannot test the plan: " + what
                                + " waits for another session that uses the table (" + getMessage()
                                + "). Nothing was changed and nothing was written; run mvn albedo:create again when the table is"
                                + " free, or with -Dalbedo.verify=scratch, which tests the plan on a separate"
                                + " database";
                    case CANCELLED ->
                        "Cannot test the plan: " + what
                                + " was cancelled because it takes too long and would block other sessions ("
                                + getMessage()
                                + "). Nothing was changed and nothing was written; run mvn albedo:create again with"
                                + " -Dalbedo.verify=scratch, which tests the plan on a separate database, or"
                                + " allow more time"
                                + " with -Dalbedo.verify.timeout";
                    default -> isBecauseOfRows() ? rows(what) : refused(what, dependents.of(operation));
                },
                this);
    }

    /** Whether another refusal only follows from a fill that failed: the column still has no value. */
    private boolean isForWantOfValue(Refusal other) {
        return operation instanceof Operation.Backfill fill
                && other.operation instanceof Operation.AlterColumn alter
                && alter.table().equals(fill.table())
                && alter.to().name().equals(fill.column());
    }

    /** Whether a default only gives existing rows a value: the model has none. */
    private static boolean isFill(Schema wanted, Operation.AddColumn add) {
        return wanted.column(add.table(), add.column().name())
                .filter(column -> column.defaultSql() == null)
                .isPresent();
    }

    /** Says which value does not fit which column, where an operation gives one to existing rows. */
    private Optional<String> unfitValue(Schema wanted) {
        String value = operation instanceof Operation.Backfill fill
                ? fill.value()
                : operation instanceof Operation.AddColumn add && isFill(wanted, add)
                        ? add.column().defaultSql()
                        : null;
        if (value == null || !UNFIT.contains(kind)) {
            return Optional.empty();
        }
        Place column = operation instanceof Operation.Backfill fill
                ? Place.of(fill.table(), fill.column())
                : Place.of(
                        ((Operation.AddColumn) operation).table(),
                        ((Operation.AddColumn) operation).column().name());
        return Optional.of("The value " + value + " for existing rows does not fit column " + column + " ("
                + getMessage() + "). Nothing was changed and nothing was written; use another value, for example with"
                + " -Dalbedo.fills=\"" + column + "=...\"");
    }

    private Optional<String> missingRight(Dialect dialect, String role) {
        return getCause() instanceof SQLException e ? dialect.missingRight(e, role, operation) : Optional.empty();
    }

    private GoalException several(PlanDependents dependents, MappedBy mappedBy) {
        List<Refusal> all = Stream.concat(Stream.of(this), others.stream()).toList();
        List<Refusal> ofRows = all.stream().filter(Refusal::isBecauseOfRows).toList();
        List<Refusal> ofModel =
                all.stream().filter(refusal -> !refusal.isBecauseOfRows()).toList();
        String rows = sentences("rows in this database prevent it:", ofRows, mappedBy);
        if (ofModel.isEmpty()) {
            return new GoalException(
                    "The plan is valid, but " + rows + "\nNothing was changed and nothing was written; "
                            + PUT_ROWS_RIGHT,
                    this);
        }
        return new GoalException(
                "The database rejects the plan: " + sentences("it cannot", ofModel, mappedBy)
                        + (ofRows.isEmpty() ? "" : "\nBesides, " + rows)
                        + "\nNothing was changed and nothing was written; "
                        + ofModel.stream()
                                .map(refusal -> refusal.operation)
                                .filter(refused -> !dependents.of(refused).isEmpty())
                                .findFirst()
                                .map(refused -> PlanDependents.skeleton(refused, dependents.of(refused)))
                                .orElse(REMOVE),
                this);
    }

    private static String sentences(String what, List<Refusal> refusals, MappedBy mappedBy) {
        return refusals.stream()
                .map(refusal -> "\n    " + refusal.what(mappedBy) + " (" + refusal.getMessage() + ")")
                .collect(Collectors.joining("", what, ""));
    }

    /** Describes the refused operation with the classes or attributes it comes from. */
    private String what(MappedBy mappedBy) {
        Set<String> places = mappedBy.of(operation);
        return operation.describe() + (places.isEmpty() ? "" : ", mapped by " + String.join(" and ", places));
    }

    private String rows(String what) {
        return "The plan is valid, but rows in this database prevent it: " + what + " fails (" + getMessage()
                + "). Nothing was changed and nothing was written; " + PUT_ROWS_RIGHT;
    }

    private String refused(String what, List<Dependent> dependents) {
        return (isOnTheWayBack() ? "The database rejects the rollback of the plan" : "The database rejects the plan")
                + ": it cannot " + what + " (" + getMessage()
                + "). Nothing was changed and nothing was written; "
                + (dependents.isEmpty() ? REMOVE : PlanDependents.skeleton(operation, dependents));
    }
}
