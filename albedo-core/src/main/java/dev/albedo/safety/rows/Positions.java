package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.rename.Rename;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AdvanceNumbers;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.AlterSequence;
import dev.albedo.operation.Operation.CreateSequence;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries positions over: where a sequence or identity column takes the place of another source of numbers, or of none, it goes
 * on behind that and behind the rows. Without it the next insert would be given a number that a row has.
 */
public final class Positions {

    private final NumberSources before;
    private final NumberSources after;

    /** Whether a column that has no source before is known to have none. */
    private final boolean isPastKnown;

    private Positions(NumberSources before, NumberSources after, boolean isPastKnown) {
        this.before = before;
        this.after = after;
        this.isPastKnown = isPastKnown;
    }

    /**
     * The positions to carry over from one schema to another.
     *
     * @param plan what leads there
     * @param start what there is
     * @param wanted what there will be
     * @param past where columns and sequences came from when the newest migration was written
     * @param origins where columns and sequences come from now
     */
    public static Positions of(
            List<Operation> plan, Schema start, Schema wanted, Origins past, Origins origins, Dialect dialect) {
        Schema renamed = start;
        Origins renamedPast = past;
        for (Operation operation : plan) {
            if (operation instanceof Operation.Rename) {
                renamed = operation.applyTo(renamed);
            }
            renamedPast = renamedPast.at(place -> Rename.after(place, operation));
        }
        // An attribute may have moved to another class meanwhile, as when a class begins to extend another.
        Origins columns = origins.within(renamed).and(renamedPast.within(renamed));
        return new Positions(
                NumberSources.of(renamed, columns, renamedPast, dialect).in(wanted),
                NumberSources.of(wanted, origins.within(renamed), origins, dialect)
                        .in(renamed),
                !past.byPlace().isEmpty());
    }

    /** The same for the way back. */
    public Positions reverse() {
        return new Positions(after, before, true);
    }

    /** A plan in which whatever takes over goes on behind its predecessors and the rows. */
    public List<Operation> carriedOver(List<Operation> plan) {
        List<Operation> carried = new ArrayList<>(plan);
        Map<Numbers, Set<Place>> columns = new LinkedHashMap<>();
        after.byColumn()
                .forEach((column, target) ->
                        columns.computeIfAbsent(target, key -> new TreeSet<>()).add(column));
        columns.forEach((target, all) -> {
            int change = change(carried, target);
            if (change < 0) {
                all.removeIf(column -> before.of(column).map(target::equals).orElse(!isPastKnown));
            }
            Set<Numbers> behind = behind(target, all);
            boolean onlyItself = behind.equals(Set.of(target)); // an identity column goes on behind its own rows anyway
            if (!behind.isEmpty() && !onlyItself) {
                int first = change < 0 ? afterRenames(carried) : change + 1;
                carried.add(
                        Math.max(first, afterConversions(carried, all)),
                        new AdvanceNumbers(target, List.copyOf(behind)));
            }
        });
        return carried;
    }

    /** The sequences that numbered these columns before, then the columns. */
    private Set<Numbers> behind(Numbers target, Set<Place> columns) {
        Set<Numbers> behind = new LinkedHashSet<>();
        columns.forEach(column -> before.of(column)
                .filter(old -> old.column() == null && !old.equals(target))
                .ifPresent(behind::add));
        columns.forEach(column -> behind.add(new Numbers(column.name(), column.lastName())));
        return behind;
    }

    /** Where in a plan a sequence or identity begins or counts otherwise, or -1. */
    private static int change(List<Operation> plan, Numbers target) {
        for (int i = 0; i < plan.size(); i++) {
            if (target.column() == null ? changes(plan.get(i), target) : becomesIdentity(plan.get(i), target)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean changes(Operation operation, Numbers sequence) {
        return (operation instanceof CreateSequence create
                        && create.sequence().name().equals(sequence.name()))
                || (operation instanceof AlterSequence alter
                        && alter.to().name().equals(sequence.name())
                        && alter.from().options().increment()
                                != alter.to().options().increment());
    }

    private static boolean becomesIdentity(Operation operation, Numbers column) {
        return operation instanceof AlterColumn alter
                && alter.table().equals(column.name())
                && alter.to().name().equals(column.column())
                && alter.from().identity() == null
                && alter.to().identity() != null;
    }

    /** Texts are not compared as numbers are; an identity, which is a number anyway, is looked at while it is there. */
    private static int afterConversions(List<Operation> plan, Set<Place> columns) {
        int index = 0;
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i) instanceof AlterColumn alter
                    && alter.from().identity() == null
                    && !alter.from().type().equals(alter.to().type())
                    && columns.contains(Place.of(alter.table(), alter.to().name()))) {
                index = i + 1;
            }
        }
        return index;
    }

    private static int afterRenames(List<Operation> plan) {
        int index = 0;
        while (index < plan.size()
                && (plan.get(index) instanceof Operation.Rename || plan.get(index) instanceof Operation.Expectation)) {
            index++;
        }
        return index;
    }
}
