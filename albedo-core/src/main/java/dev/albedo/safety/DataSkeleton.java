package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.origin.Place;
import dev.albedo.safety.rows.Mentions;
import dev.albedo.safety.rows.NamesBefore;
import dev.albedo.safety.rows.RowExpectation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change that moves values by statements which a person reviews: columns that get a type no value can be converted to, with
 * the foreign keys to them, and columns that move to another table.
 *
 * <p>New columns and tables come first, beside the old ones. The values follow, and what is expected of them. Then the old
 * columns go, and the new ones get their names and constraints. The way back is the same the other way round.
 */
public final class DataSkeleton {

    /** What a statement of a skeleton begins with. */
    public static final String REVIEW = "-- REVIEW: ";

    private static final String MARK = "/* FILL IN */";

    /** Stands for a condition or a value that only a person knows; no row meets the condition. */
    static final String FILL_IN = MARK + " NULL";

    private final Schema from;
    private final Schema to;
    private final Dialect dialect;
    private final Replacements replacements;
    private final List<RowMove> moves;

    private DataSkeleton(
            Schema from, Schema to, List<ColumnMove> moves, RowClasses classes, InitialValues values, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.dialect = dialect;
        this.replacements = new Replacements(from, to, values, dialect);
        this.moves = MovedRows.of(from, to, moves, classes, dialect);
    }

    /**
     * Returns the skeleton between two schemas, or nothing if no values need one.
     *
     * @param renaming what comes before it
     * @param from the schema before, after that
     * @param moves the columns that move to other tables
     * @param classes whose rows are where
     * @param values what the model puts into new objects
     */
    public static Optional<SchemaDiff> of(
            SchemaDiff renaming,
            Schema from,
            Schema to,
            List<ColumnMove> moves,
            RowClasses classes,
            InitialValues values,
            Dialect dialect) {
        return of(renaming, from, to, moves, classes, values, List.of(), dialect);
    }

    /**
     * Returns the same where it is said what rows get in columns that become required.
     *
     * @param said the values for existing rows
     */
    public static Optional<SchemaDiff> of(
            SchemaDiff renaming,
            Schema from,
            Schema to,
            List<ColumnMove> moves,
            RowClasses classes,
            InitialValues values,
            List<Backfill> said,
            Dialect dialect) {
        DataSkeleton skeleton = new DataSkeleton(from, to, moves, classes, values, dialect);
        return skeleton.replacements.isEmpty() && skeleton.moves.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemaDiff(skeleton.operations(renaming.operations(), values, said)));
    }

    /** Returns whether a statement can move the column, perhaps with a condition that a person fills in. */
    public static boolean isPossible(Schema from, Schema to, ColumnMove move) {
        return MovedRows.isPossible(from, to, move);
    }

    /** Returns whether the rows of the two tables are linked by a foreign key, so that nothing is to be filled in. */
    public static boolean isLinked(Schema from, Schema to, ColumnMove move, Dialect dialect) {
        return MovedRows.isLinked(from, to, move, dialect);
    }

    /** Returns the statements and expectations in which a person has to fill in something. */
    public static List<Operation> unfinished(List<Operation> operations) {
        return operations.stream().filter(DataSkeleton::isUnfinished).toList();
    }

    /** Returns whether a person has to fill in something in an operation. */
    public static boolean isUnfinished(Operation operation) {
        return (operation instanceof RunSql run && run.sql().contains(MARK))
                || (operation instanceof Expect expect
                        && expect.constraint() instanceof Constraint.Check check
                        && check.expression().contains(MARK));
    }

    private List<Operation> operations(List<Operation> renaming, InitialValues values, List<Backfill> said) {
        Schema beside = replacements.beside(from);
        for (RowMove move : moves) {
            beside = move.beside(beside);
        }
        List<Operation> all = new ArrayList<>(renaming);
        all.addAll(SchemaDiffer.diff(from, beside, Renames.NONE).operations());
        all.addAll(replacements.fills());
        moves.forEach(move -> all.addAll(move.operations()));
        Schema without = replacements.without(beside);
        all.addAll(SchemaDiffer.diff(beside, without, Renames.NONE).operations());
        List<Operation> renames = replacements.renames();
        all.addAll(renames);
        Schema renamed = new SchemaDiff(renames).applyTo(without);
        Set<Place> filled = new HashSet<>(replacements.places());
        moves.forEach(move -> filled.addAll(move.places()));
        SchemaDiff rest = SchemaDiffer.diff(renamed, to, Renames.NONE).then(new SchemaDiff(List.copyOf(said)));
        List<Operation> first = new ArrayList<>();
        SafePlan.Parts safe = SafePlan.parts(rest, renamed, values.settled(replacements.places()), dialect);
        NamesBefore names = new NamesBefore(renaming, from);
        for (RowMove move : moves) {
            move.expectations().forEach(expectation -> first.add(names.of(expectation)));
        }
        for (RowExpectation expectation : safe.expectations()) {
            Operation asked = expectation.in(safe.names());
            if (isOfOthers(asked, renamed)) {
                first.add(expectation.in(names));
            } else {
                all.add(asked);
            }
        }
        safe.operations().stream()
                .filter(operation -> !isFilled(operation, filled))
                .forEach(all::add);
        all.addAll(0, first);
        return all;
    }

    /** Whether something is expected of columns that are the same until then, so that it is better asked before all else. */
    private boolean isOfOthers(Operation operation, Schema until) {
        Set<String> names = new HashSet<>();
        if (operation instanceof Expect expect) {
            names.add(expect.table().name());
            names.addAll(Mentions.of(expect.constraint()));
            if (expect.constraint() instanceof Constraint.ForeignKey key) {
                names.add(key.target().name());
                names.addAll(key.targetColumns());
            }
        } else if (operation instanceof Operation.ExpectUnique expect) {
            names.add(expect.table().name());
            names.addAll(Mentions.of(expect.index()));
        }
        return !names.isEmpty()
                && until.tables().values().stream()
                        .filter(table -> names.contains(table.name().name()))
                        .allMatch(table -> isSameFor(names, table));
    }

    private boolean isSameFor(Set<String> names, Table until) {
        return from.table(until.name())
                .filter(before -> until.columns().stream()
                        .filter(column -> names.contains(column.name()))
                        .allMatch(column -> before.columns().contains(column)
                                && !replacements.places().contains(Place.of(until.name(), column.name()))))
                .isPresent();
    }

    private static boolean isFilled(Operation operation, Set<Place> filled) {
        return operation instanceof Backfill backfill
                && backfill.value() == null
                && filled.contains(Place.of(backfill.table(), backfill.column()));
    }

    /** Returns a statement, which changes rows only, with what it is for. */
    static RunSql statement(String review, String sql) {
        return new RunSql(REVIEW + review.replaceAll("\\R", " ") + "\n" + sql, null, new RunSql.Effect(List.of()));
    }

    static Expect expect(QualifiedName table, String condition) {
        return new Expect(table, new Constraint.Check(null, condition));
    }

    static Column bare(Column column) {
        return new Column(column.name(), column.type(), false, null, null, null, column.collation(), column.comment());
    }
}
