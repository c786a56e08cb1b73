package dev.albedo.safety.rows;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.BackfillColumns;
import dev.albedo.schema.Column;
import dev.albedo.schema.Fill;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fills of several columns of one table in one pass over it. A fill joins an earlier one of its table if each has the
 * value that it has by itself: neither reads the column of the other, and no operation between the two changes what they
 * read.
 */
public final class FillPasses {

    private final List<Operation> operations;
    private final Schema start;
    private final Schema end;
    private final Map<QualifiedName, Pass> open = new LinkedHashMap<>();
    private final List<Optional<Operation>> all = new ArrayList<>();

    private FillPasses(List<Operation> operations, Schema start, Schema end) {
        this.operations = operations;
        this.start = start;
        this.end = end;
    }

    /**
     * Returns a plan in which the fills of a table are one where that changes no value.
     *
     * @param start the schema before the plan
     * @param end the schema after it
     */
    public static List<Operation> of(List<Operation> operations, Schema start, Schema end) {
        return new FillPasses(operations, start, end).joined();
    }

    private List<Operation> joined() {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation instanceof Backfill fill) {
                fill(fill, i);
            } else if (operation instanceof AddColumn add) {
                change(add.table(), add.column(), operation);
            } else if (operation instanceof AlterColumn alter) {
                alter(alter);
            } else {
                close(pass -> true);
                all.add(Optional.of(operation));
            }
        }
        close(pass -> true);
        return all.stream().flatMap(Optional::stream).toList();
    }

    private void fill(Backfill fill, int position) {
        close(pass -> !pass.table.equals(fill.table())
                && (pass.mentions(fill.table().name()) || mentions(fill, pass.table.name())));
        Optional<SqlType> type = typeAt(fill, position);
        Pass pass = open.get(fill.table());
        boolean isJoining = type.isPresent() && isSimple(fill);
        if (pass != null && (!isJoining || !pass.takes(fill))) {
            close(pass::equals);
        }
        if (isJoining) {
            open.computeIfAbsent(fill.table(), Pass::new)
                    .add(
                            new Fill(fill.column(), type.get(), Objects.requireNonNull(fill.value()), fill.where()),
                            all.size());
        }
        all.add(Optional.of(fill));
    }

    /** Whether it is one expression for all rows at once that depends on its own row only. */
    private static boolean isSimple(Backfill fill) {
        return fill.value() != null
                && fill.batches() == null
                && !fill.value().strip().equalsIgnoreCase("DEFAULT")
                && !mentions(fill, fill.table().name());
    }

    private void alter(AlterColumn alter) {
        String column = alter.from().name();
        Pass pass = open.get(alter.table());
        if (pass == null || !pass.fills(column)) {
            change(alter.table(), alter.to(), alter);
        } else if (alter.from().type().equals(alter.to().type()) && alter.using() == null) {
            pass.requiring.add(all.size());
            all.add(Optional.of(alter));
        } else {
            close(pass::equals);
            change(alter.table(), alter.to(), alter);
        }
    }

    /** A change of a column that no open pass fills. */
    private void change(QualifiedName table, Column column, Operation operation) {
        close(pass -> pass.table.equals(table) ? pass.mentions(column.name()) : pass.mentions(table.name()));
        all.add(Optional.of(operation));
    }

    private void close(Predicate<Pass> which) {
        List<Pass> closed = open.values().stream().filter(which).toList();
        for (Pass pass : closed) {
            open.remove(pass.table);
            if (pass.fills.size() > 1) {
                List<Operation> requiring = pass.requiring.stream()
                        .flatMap(position -> all.get(position).stream())
                        .toList();
                Stream.concat(pass.positions.stream(), pass.requiring.stream())
                        .forEach(position -> all.set(position, Optional.empty()));
                all.add(Optional.of(new BackfillColumns(pass.table, pass.fills)));
                requiring.forEach(each -> all.add(Optional.of(each)));
            }
        }
    }

    /** The type that a column has when it is filled. */
    private Optional<SqlType> typeAt(Backfill fill, int position) {
        Optional<SqlType> after = operations.subList(position, operations.size()).stream()
                .filter(operation -> operation instanceof AlterColumn alter
                        && alter.table().equals(fill.table())
                        && alter.from().name().equals(fill.column()))
                .findFirst()
                .map(operation -> ((AlterColumn) operation).from().type());
        Optional<SqlType> before = operations.subList(0, position).stream()
                .filter(operation -> operation instanceof AddColumn add
                        && add.table().equals(fill.table())
                        && add.column().name().equals(fill.column()))
                .findFirst()
                .map(operation -> ((AddColumn) operation).column().type());
        return after.or(() -> before)
                .or(() -> start.column(fill.table(), fill.column())
                        .map(Column::type)
                        .filter(type -> end.column(fill.table(), fill.column())
                                .map(Column::type)
                                .filter(type::equals)
                                .isPresent()));
    }

    private static boolean mentions(Backfill fill, String name) {
        return Stream.of(fill.value(), fill.where())
                .flatMap(Stream::ofNullable)
                .anyMatch(text -> SqlText.mentions(text, name));
    }

    /** The fills of a table so far, and where they and the changes that require their values are. */
    private static final class Pass {

        private final QualifiedName table;
        private final List<Fill> fills = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Integer> requiring = new ArrayList<>();

        Pass(QualifiedName table) {
            this.table = table;
        }

        void add(Fill fill, int position) {
            fills.add(fill);
            positions.add(position);
        }

        boolean fills(String column) {
            return fills.stream().anyMatch(fill -> fill.column().equals(column));
        }

        boolean takes(Backfill fill) {
            return !fills(fill.column())
                    && !mentions(fill.column())
                    && fills.stream().noneMatch(other -> FillPasses.mentions(fill, other.column()));
        }

        boolean mentions(String name) {
            return fills.stream()
                    .flatMap(fill -> Stream.of(Optional.of(fill.value()), Optional.ofNullable(fill.where())))
                    .flatMap(Optional::stream)
                    .anyMatch(text -> SqlText.mentions(text, name));
        }
    }
}
