package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.diff.evidence.Evidence;
import dev.albedo.diff.evidence.LikelyMoves;
import dev.albedo.maven.goal.origins.RowMeanings;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.OrdinalOrders;
import dev.albedo.safety.RowClasses;
import dev.albedo.safety.SafePlan;
import dev.albedo.safety.loss.ValueChanges;
import dev.albedo.safety.rows.Positions;
import dev.albedo.safety.rows.ProposedValues;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A builder of plans from differences: safe for tables with rows, in both directions.
 *
 * @param comparison the comparison that found the difference
 */
record PlanBuilder(Comparison comparison) {

    /** Whether a column had an attribute that could be {@code null} when the newest migration was written. */
    static Predicate<Place> nullable(Origins before, Map<Place, Boolean> primitives) {
        return place -> !before.of(place).isEmpty() && !primitives.containsKey(place);
    }

    /**
     * Returns the plan that leads to the model and its reverse.
     *
     * @param values what the model puts into new objects
     * @param past the origins after the newest migration
     * @param origins those of the model
     * @param meanings what rows meant after the newest migration
     */
    Plan plan(FoundDifference found, InitialValues values, Origins past, Origins origins, RowMeanings meanings) {
        SchemaDiff up = found.diff();
        found.kept()
                .stated()
                .ifPresent(migrated -> OnlyHere.requireNone(migrated, up.operations(), comparison.dialect()));
        SchemaDiff renaming = new SchemaDiff(up.operations().stream()
                .takeWhile(Operation.Rename.class::isInstance)
                .toList());
        Schema all = found.spelling(
                comparison.withDatabaseNames(found.start(), comparison.filter().defaultSchema()));
        InitialValues moved = values.since(past, all).since(AfterRenames.of(meanings.byColumn(), renaming));
        Schema there = renaming.reverse().applyTo(found.kept().without(renaming.applyTo(all)));
        Schema after = up.applyTo(there);
        Positions positions = Positions.of(up.operations(), there, after, past, origins, comparison.dialect());
        Schema renamed = renaming.applyTo(there);
        Origins before = AfterRenames.of(past, renaming);
        InitialValues initial = moved.since(nullable(before, AfterRenames.of(meanings.primitives(), renaming)));
        RowClasses classes =
                new RowClasses(before, AfterRenames.of(meanings.classes(), renaming), origins, values.classes());
        InitialValues known = classes.proposed(initial, renamed, after, comparison.dialect());
        InitialValues back = classes.reverse().proposed(initial.reversed(), after, renamed, comparison.dialect());
        LikelyMoves likely = new LikelyMoves(renamed, before, after, origins);
        List<ColumnMove> moves = moves(renamed, after, before, origins, likely);
        Skeletons skeletons =
                new Skeletons(comparison.hooks(), comparison.dialect(), up, renaming, renamed, after, classes);
        skeletons.requireMoved(before, origins, moves, comparison.renames());
        List<Operation> forward = positions.carriedOver(skeletons
                .up(moves, known)
                .orElseGet(() -> SafePlan.of(up, there, known, comparison.dialect()))
                .operations());
        List<Operation> backward = positions
                .reverse()
                .carriedOver(skeletons
                        .down(moves, back)
                        .orElseGet(() -> SafePlan.of(back(up), after, back, comparison.dialect()))
                        .operations());
        Map<Operation, String> proposed = new LinkedHashMap<>(ProposedValues.of(forward, after, known));
        proposed.putAll(ProposedValues.of(backward, there, back));
        Map<Operation, List<String>> orders =
                new LinkedHashMap<>(OrdinalOrders.of(forward, renamed, after, known, comparison.dialect()));
        orders.putAll(OrdinalOrders.of(backward, after, renamed, known, comparison.dialect()));
        return new Plan(found.start(), found.wanted(), forward, backward, found.kept(), proposed)
                .notes(ValueChanges.and(
                        ValueChanges.and(orders, NotMoved.of(forward, kept(likely.all().stream()), moves)),
                        found.partsDropped()))
                .origins(origins);
    }

    /** Returns the attributes that move, or may move, to another table, except those that the user allows to drop. */
    private List<ColumnMove> moves(Schema from, Schema to, Origins past, Origins now, LikelyMoves likely) {
        Stream<ColumnMove> known =
                new Evidence(from, past, to, now).moves().stream().flatMap(move -> move.asColumn().stream());
        Stream<ColumnMove> proposed = likely.oneToOne().stream()
                .filter(move -> comparison.hooks().isEmpty()
                        && DataSkeleton.isLinked(from, to, move, comparison.dialect())
                        && DataSkeleton.isLinked(to, from, move.reverse(), comparison.dialect()));
        return kept(Stream.concat(known, proposed));
    }

    private List<ColumnMove> kept(Stream<ColumnMove> moves) {
        return moves.filter(move -> !comparison.renames().isDropped(List.of(move.from())))
                .toList();
    }

    /** What is known to be lost on the way there is not lost on the way back. */
    private static SchemaDiff back(SchemaDiff up) {
        return new SchemaDiff(up.reverse().operations().stream()
                .filter(operation -> !(operation instanceof Operation.AllowDataLoss))
                .toList());
    }
}
