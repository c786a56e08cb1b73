package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.RowClasses;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.List;
import java.util.Optional;

/**
 * The skeletons of a plan in both directions, also where hooks have changed it.
 *
 * @param plan the difference, as hooks leave it
 * @param renaming its renames, which come first
 * @param from the schema after these
 * @param to the schema after the plan
 * @param classes whose rows are where
 */
record Skeletons(
        Hooks hooks,
        Dialect dialect,
        SchemaDiff plan,
        SchemaDiff renaming,
        Schema from,
        Schema to,
        RowClasses classes) {

    /** Returns the way there, or nothing if no values need a skeleton. */
    Optional<SchemaDiff> up(List<ColumnMove> moves, InitialValues values) {
        if (hooks.isEmpty()) {
            return DataSkeleton.of(renaming, from, to, moves, classes, values, dialect);
        }
        HookedSkeleton parts = parts();
        return usable(parts, moves)
                .flatMap(usable -> DataSkeleton.of(
                        SchemaDiff.EMPTY,
                        parts.start(from),
                        parts.end(from),
                        moves,
                        classes,
                        values,
                        parts.said(),
                        dialect))
                .map(skeleton -> parts.up(renaming, skeleton));
    }

    /** Returns the way back. */
    Optional<SchemaDiff> down(List<ColumnMove> moves, InitialValues values) {
        List<ColumnMove> back = moves.stream().map(ColumnMove::reverse).toList();
        if (hooks.isEmpty()) {
            return DataSkeleton.of(SchemaDiff.EMPTY, to, from, back, classes.reverse(), values, dialect)
                    .map(skeleton -> skeleton.then(renaming.reverse()));
        }
        HookedSkeleton parts = parts();
        return usable(parts, moves)
                .flatMap(usable -> DataSkeleton.of(
                        SchemaDiff.EMPTY,
                        parts.end(from),
                        parts.start(from),
                        back,
                        classes.reverse(),
                        values,
                        parts.said(),
                        dialect))
                .map(skeleton -> parts.down(renaming, skeleton));
    }

    private HookedSkeleton parts() {
        List<Operation> all = plan.operations();
        return HookedSkeleton.of(all.subList(renaming.operations().size(), all.size()));
    }

    /** Returns the parts if a skeleton can take the place of one; a change of a type does without, a move does not. */
    private Optional<HookedSkeleton> usable(HookedSkeleton parts, List<ColumnMove> moves) {
        if (parts.isReplaceable(from)) {
            return Optional.of(parts);
        }
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        throw HookedSkeleton.refusal(
                hooks,
                moves.stream().map(move -> move.from() + " -> " + move.to()).toList());
    }

    /**
     * Refuses hooks that keep an attribute's new column out of the plan and not the drop of its old one.
     *
     * @param before where attributes were, after the renames
     * @param now where the model has them
     * @param moves what the plan moves
     * @param renames what the user says may be dropped
     */
    void requireMoved(Origins before, Origins now, List<ColumnMove> moves, Renames renames) {
        if (hooks.isEmpty()) {
            return;
        }
        for (Operation operation : plan.operations()) {
            if (operation instanceof Operation.DropColumn drop) {
                Place old = Place.of(drop.table(), drop.name());
                List<Place> places = now.places(before.of(old)).stream()
                        .filter(Place::isColumn)
                        .toList();
                boolean isElsewhere =
                        !places.isEmpty() && places.stream().noneMatch(place -> Origins.isIn(from, place));
                boolean isMoved = moves.stream().anyMatch(move -> move.from().equals(old));
                if (isElsewhere && !isMoved && !renames.isDropped(List.of(old))) {
                    throw HookedSkeleton.refusal(hooks, List.of(old + " -> " + places.get(0)));
                }
            }
        }
    }
}
