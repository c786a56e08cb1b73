package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One way of a plan over rows. An operator helps where the plan asks for it, and nowhere else. */
final class Way {

    /** More than any plan asks. */
    private static final int MOST_ATTEMPTS = 300;

    private static final String UNREADABLE = "22021";

    /** The SQLSTATEs of Albedo's own refusal and of bytes that are no text, which only their conversion can tell. */
    private static final Set<String> REFUSED = Set.of("23000", UNREADABLE);

    private final Connection connection;
    private final Dialect dialect;
    private final Tally tally;
    private final Operator operator;
    private final Schema before;
    private final Schema after;
    private final List<Operation> operations;

    /** The place of a fill in the operations that the operator chooses the value of, and how many values failed. */
    private final Map<Integer, Integer> choices = new HashMap<>();

    private RowImage image;

    /**
     * The way of operations.
     *
     * @param before what is in the database
     * @param after what is in it then
     */
    Way(Connection connection, Dialect dialect, Tally tally, Schema before, Schema after, List<Operation> operations)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.tally = tally;
        this.operator = new Operator(connection, dialect);
        this.before = before;
        this.after = after;
        this.operations = operations;
        this.image = RowImage.of(connection, dialect, before);
    }

    /** The rows on which the operations succeeded. */
    RowImage image() {
        return image;
    }

    Fates fates() {
        return Fates.of(before, operations);
    }

    /** Carries the operations out. */
    void run() throws SQLException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            connection.setAutoCommit(false);
            int done = 0;
            try {
                for (; done < operations.size(); done++) {
                    JdbcSink.run(connection, dialect, chosen(done));
                }
                connection.commit();
                return;
            } catch (SQLException e) {
                connection.rollback();
                connection.setAutoCommit(true);
                answer(done, e);
            } finally {
                connection.setAutoCommit(true);
            }
        }
        throw new AssertionError("the plan asks without end: " + described());
    }

    List<String> described() {
        return operations.stream().map(Operation::describe).toList();
    }

    private Operation chosen(int index) {
        Operation operation = operations.get(index);
        if (operation instanceof Operation.Backfill fill && fill.value() == null && choices.containsKey(index)) {
            List<String> values = values(index);
            return new Operation.Backfill(
                    fill.table(), fill.column(), values.get(choices.get(index)), fill.batches(), fill.where());
        }
        if (operation instanceof Operation.AlterColumn alter
                && alter.using() != null
                && alter.using().contains(Dialect.UNKNOWN_ZONE)) {
            tally.add(Tally.Event.FILL_SUPPLIED);
            String using = alter.using().replace(Dialect.UNKNOWN_ZONE, "'UTC'");
            return new Operation.AlterColumn(alter.table(), alter.from(), alter.to(), using);
        }
        return operation;
    }

    private List<String> values(int index) {
        Operation.Backfill fill = (Operation.Backfill) operations.get(index);
        List<Operation> later = operations.subList(index, operations.size());
        QualifiedName name = fill.table();
        String column = fill.column();
        for (Operation operation : later) {
            if (operation instanceof Operation.RenameColumn rename
                    && rename.table().equals(name)
                    && rename.from().equals(column)) {
                column = rename.to();
            } else if (operation instanceof Operation.RenameTable rename
                    && rename.from().equals(name)) {
                name = name.sibling(rename.to());
            }
        }
        Table table = after.table(name).orElseThrow();
        return operator.fills(table, table.column(column).orElseThrow(), after, target -> nameNow(target, later));
    }

    /** The name of a table before the operations that are left. */
    private static QualifiedName nameNow(QualifiedName end, List<Operation> left) {
        QualifiedName name = end;
        for (int i = left.size() - 1; i >= 0; i--) {
            if (left.get(i) instanceof Operation.RenameTable rename
                    && name.equals(rename.from().sibling(rename.to()))) {
                name = rename.from();
            }
        }
        return name;
    }

    private void answer(int failed, SQLException e) throws SQLException {
        Operation operation = operations.get(failed);
        Optional<QualifiedName> inTheWay = ofUnfinishedMove(failed);
        if (inTheWay.filter(table -> image.count(table) > 0).isPresent()) {
            tally.add(Tally.Event.UNFINISHED_MOVE_EMPTIED);
            operator.empty(inTheWay.get(), before);
            look();
            return;
        }
        boolean isOfFilled = operations.subList(0, failed).stream().anyMatch(Operation.RenameColumn.class::isInstance)
                && choiceBehind(failed) >= 0;
        if (isExpectation(operation) && !isOfFilled) {
            if (!REFUSED.contains(e.getSQLState())) {
                throw failure("is no question that the server understands", operation, e);
            }
            if (operations.subList(0, failed).stream().anyMatch(earlier -> !isExpectation(earlier))) {
                throw failure("is expected only after something has been done", operation, e);
            }
            tally.add(Tally.Event.EXPECTATION_REFUSED);
            if (UNREADABLE.equals(e.getSQLState())) {
                operator.empty(((Operation.Expect) operation).table(), before);
            } else {
                operator.satisfy(operation, before);
            }
            look();
            return;
        }
        if (operation instanceof Operation.Backfill fill && fill.value() == null && !choices.containsKey(failed)) {
            tally.add(Tally.Event.FILL_SUPPLIED);
            choices.put(failed, 0);
            return;
        }
        int mine = choiceBehind(failed);
        if (mine < 0) {
            throw failure("fails", operation, e);
        }
        if (choices.get(mine) + 1 < values(mine).size()) {
            choices.merge(mine, 1, Integer::sum);
            return;
        }
        QualifiedName table = nameBefore((Operation.Backfill) operations.get(mine));
        if (image.count(table) == 0) {
            throw failure("fails", operation, e);
        }
        tally.add(Tally.Event.TABLE_EMPTIED_BY_OPERATOR);
        operator.empty(table, before);
        choices.put(mine, 0);
        look();
    }

    /**
     * The table whose rows keep a move from being carried out in which a person has to fill in which rows belong together:
     * that of the old columns, or that of the new ones if these are required. The operator has no use for either.
     */
    private Optional<QualifiedName> ofUnfinishedMove(int failed) {
        Operation operation = operations.get(failed);
        List<Operation> done = operations.subList(0, failed);
        if (DataSkeleton.isUnfinished(operation)) {
            return DataSkeleton.unfinished(operations.subList(failed, operations.size())).stream()
                    .filter(Operation.Expect.class::isInstance)
                    .findFirst()
                    .map(expect -> nameNow(((Operation.Expect) expect).table(), done));
        }
        return operation instanceof Operation.AlterColumn alter
                        && !DataSkeleton.unfinished(done).isEmpty()
                ? Optional.of(nameNow(alter.table(), done))
                : Optional.empty();
    }

    private void look() throws SQLException {
        RowImage now = RowImage.of(connection, dialect, before);
        tally.add(Tally.Event.ROW_DELETED_BY_OPERATOR, image.count() - now.count());
        image = now;
    }

    private AssertionError failure(String what, Operation operation, SQLException e) {
        return new AssertionError(
                "without a mark, \"" + operation.describe() + "\" " + what + ": " + e.getMessage() + "\nin "
                        + String.join("\n   ", described()),
                e);
    }

    static boolean isExpectation(Operation operation) {
        return operation instanceof Operation.Expect || operation instanceof Operation.ExpectUnique;
    }

    /** The fill by the operator that an operation can fail for; -1 if it fails for another reason. */
    private int choiceBehind(int failed) {
        if (choices.containsKey(failed)) {
            return failed;
        }
        List<Integer> mine = new ArrayList<>();
        for (int index : choices.keySet()) {
            Operation.Backfill fill = (Operation.Backfill) operations.get(index);
            String words = operations.get(failed).describe();
            String column = nameNow(fill, operations.subList(index, Math.max(index, failed)));
            if (index < failed && words.contains(fill.table().name()) && words.contains(column)) {
                mine.add(index);
            }
        }
        return mine.stream()
                .min((a, b) -> Integer.compare(choices.get(a), choices.get(b)))
                .orElse(-1);
    }

    /** The name of a filled column after these operations: one that replaces another takes its name. */
    private static String nameNow(Operation.Backfill fill, List<Operation> done) {
        String name = fill.column();
        for (Operation operation : done) {
            if (operation instanceof Operation.RenameColumn rename
                    && rename.table().equals(fill.table())
                    && rename.from().equals(name)) {
                name = rename.to();
            }
        }
        return name;
    }

    /** The name that the table of a fill has before the renames. */
    private QualifiedName nameBefore(Operation.Backfill fill) {
        return before.tables().keySet().stream()
                .filter(table ->
                        fates().table(table).filter(fill.table()::equals).isPresent())
                .findFirst()
                .orElse(fill.table());
    }

    /** How many rows fewer there are than in an earlier image, by table. */
    Map<QualifiedName, Integer> missing(RowImage earlier, Fates way) {
        Map<QualifiedName, Integer> missing = new HashMap<>();
        for (QualifiedName table : before.tables().keySet()) {
            way.table(table).ifPresent(end -> missing.put(end, earlier.count(table) - image.count(table)));
        }
        return missing;
    }
}
