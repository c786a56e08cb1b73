package dev.albedo.safety.loss;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The losses of data of a sequence of operations, without those that an {@link Operation.Expect} before them rules out: of a column
 * that is {@code NULL} in all rows nothing is lost, nor of a table without rows, for which {@code false} is true. The position
 * of a sequence is not lost where another has been moved behind it.
 */
final class Losses {

    /** Operations that leave the values of all rows as they are, so that what was expected of them is still true. */
    private static final Set<Class<? extends Operation>> QUIET = Set.of(
            Operation.AddConstraint.class,
            Operation.AdvanceNumbers.class,
            Operation.AllowDataLoss.class,
            Operation.CreateIndex.class,
            Operation.CreateTable.class,
            Operation.DropColumn.class,
            Operation.DropConstraint.class,
            Operation.DropIndex.class,
            Operation.DropTable.class,
            Operation.Expect.class,
            Operation.ExpectUnique.class);

    private final Map<QualifiedName, Set<String>> expected = new HashMap<>();
    private final Set<QualifiedName> carriedOver = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> all = new ArrayList<>();
    private final List<String> unacknowledged = new ArrayList<>();

    private Losses(List<Operation> operations) {
        operations.forEach(this::add);
    }

    static Losses of(List<Operation> operations) {
        return new Losses(operations);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Those without an {@link Operation.AllowDataLoss} before them that names them in the same words. */
    List<String> unacknowledged() {
        return List.copyOf(unacknowledged);
    }

    private void add(Operation operation) {
        if (operation instanceof Operation.AllowDataLoss allow) {
            acknowledged.add(allow.what());
        }
        DataLoss.of(operation).filter(what -> !isRuledOut(operation)).ifPresent(what -> {
            all.add(what);
            if (!acknowledged.contains(what)) {
                unacknowledged.add(what);
            }
        });
        if (operation instanceof Operation.AdvanceNumbers advance) {
            advance.behind().stream()
                    .filter(numbers -> numbers.column() == null)
                    .map(Numbers::name)
                    .forEach(carriedOver::add);
        }
        if (operation instanceof Operation.Expect expect && expect.constraint() instanceof Constraint.Check check) {
            expected.computeIfAbsent(expect.table(), table -> new HashSet<>())
                    .add(SqlText.canonical(check.expression()));
        } else if (operation instanceof Operation.AlterColumn alter) {
            expected.getOrDefault(alter.table(), new HashSet<>())
                    .removeIf(
                            condition -> SqlText.mentions(condition, alter.to().name()));
        } else if (!QUIET.contains(operation.getClass())) {
            expected.clear();
        }
    }

    private boolean isRuledOut(Operation operation) {
        if (operation instanceof Operation.DropSequence drop) {
            return carriedOver.contains(drop.name());
        }
        if (operation instanceof Operation.DropTable drop) {
            return isExpected(drop.name(), "false");
        }
        if (operation instanceof Operation.DropColumn drop) {
            return isExpected(drop.table(), "false", SqlText.spelled(drop.name()) + " is null");
        }
        if (operation instanceof Operation.AlterColumn alter) {
            String column = SqlText.spelled(alter.to().name());
            return isExpected(alter.table(), "false", column + " is null")
                    || SilentLoss.exact(column, alter.from().type(), alter.to().type()).stream()
                            .anyMatch(condition -> isExpected(alter.table(), SqlText.canonical(condition)));
        }
        return false;
    }

    private boolean isExpected(QualifiedName table, String... conditions) {
        Set<String> known = expected.getOrDefault(table, Set.of());
        return List.of(conditions).stream().anyMatch(known::contains);
    }
}
