package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.evidence.Candidate;
import dev.albedo.diff.evidence.Evidence;
import dev.albedo.diff.evidence.RenameSuggestions;
import dev.albedo.diff.rename.Rename;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.project.DeclaredRenames;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what was renamed between a database and the model: first what the user says, then what {@code @RenamedFrom}
 * says, then what the {@link Evidence} proves; what only looks like a rename is asked about. So nothing that may be a rename
 * becomes a drop and an add without somebody's word. Tables come before columns, since a column is sought in a table of one
 * name, and both before sequences and enum types, which are known by the columns that use them.
 */
final class RenameSearch {

    private final Renames said;
    private final SortedMap<Place, String> oldNames;
    private final Evidence start;
    private final Optional<Schema> created;
    private final Comparison.Mover mover;
    private final Console console;
    private final Consumer<String> report;
    private Renames known;

    private RenameSearch(
            Renames said,
            Model model,
            Schema from,
            Schema to,
            Optional<Schema> created,
            Comparison.Mover mover,
            Consumer<String> report) {
        this.said = said;
        this.oldNames = model.snapshot().oldNames();
        this.start = new Evidence(from, model.before(), to, model.snapshot().origins());
        this.created = created;
        this.mover = mover;
        this.console = model.console();
        this.report = report;
        this.known = said;
    }

    /**
     * All renames.
     *
     * @param said by the user
     * @param from the database
     * @param to what the model expects, in the same spelling
     * @param created what may be dropped, so that it matters whether it was renamed; or nothing if everything may be
     * @param mover knows what a plan can move
     * @throws GoalException if it takes a person to tell and there is none, if things contradict each other, or if data would
     *     get lost although the model keeps it
     * @throws IllegalArgumentException if what the user says does not fit
     */
    static Renames find(
            Renames said, Model model, Schema from, Schema to, Optional<Schema> created, Comparison.Mover mover) {
        RenameSearch search = new RenameSearch(said, model, from, to, created, mover, model.console()::print);
        search.findCertain();
        search.requireDropped();
        if (said.noOthers()) {
            search.sayWhatIsNone();
        }
        if (!search.moves().isEmpty()) {
            throw search.unanswered();
        }
        search.ask();
        return search.known;
    }

    /** Those for which it takes nobody, without a word about them. */
    static Renames certain(Renames said, Model model, Schema from, Schema to) {
        RenameSearch search =
                new RenameSearch(said, model, from, to, Optional.empty(), (there, wanted, move) -> false, line -> {});
        search.findCertain();
        return search.known;
    }

    private void findCertain() {
        known = said.ofTables(start.from());
        List<Rename> tables = certain(Place::isTable, Evidence::tables);
        known = said.and(tables);
        certain(Place::isColumn, Evidence::columns);
        certain(Place::isSequence, Evidence::sequences);
        certain(Place::isEnumType, Evidence::enumTypes);
    }

    /** Returns the evidence after the renames so far. */
    private Evidence now() {
        Evidence now = start;
        for (Rename rename : known.inOrder(start.from(), start.to())) {
            now = now.after(rename);
        }
        return now;
    }

    private List<Rename> certain(Predicate<Place> kind, Function<Evidence, List<Rename>> proven) {
        List<Rename> found = new ArrayList<>();
        SortedMap<Place, String> declarations = new TreeMap<>(oldNames);
        declarations.keySet().removeIf(kind.negate());
        while (true) {
            Evidence now = now();
            Optional<Rename> declared = DeclaredRenames.next(declarations, now.from(), now.to());
            List<Rename> next = declared.map(List::of).orElseGet(() -> now.certain(proven.apply(now)));
            if (next.isEmpty()) {
                return found;
            }
            for (Rename rename : next) {
                report.accept(rename.from() + " is renamed to " + rename.name() + ", because "
                        + declared.map(none -> "@RenamedFrom declares it").orElseGet(() -> reason(now, rename)));
            }
            found.addAll(next);
            known = known.and(next);
        }
    }

    private static String reason(Evidence evidence, Rename rename) {
        if (rename.from().isEnumType()) {
            return "the same columns and values were of " + rename.from().lastName();
        }
        return String.join(", ", evidence.now().of(rename.to())) + " was "
                + rename.from().lastName();
    }

    /** What the model keeps elsewhere and no plan can move, without what the user says may be dropped. */
    private List<Evidence.Move> moves() {
        Evidence now = now();
        return now.moves().stream()
                .filter(move -> !said.isDropped(names(move.from())))
                .filter(move -> move.asColumn()
                        .filter(column -> mover.moves(now.from(), now.to(), column))
                        .isEmpty())
                .toList();
    }

    /** A thing by its name now and, if it was renamed or is in a table that was, by the names before. */
    private Set<Place> names(Place place) {
        Set<Place> names = new LinkedHashSet<>(List.of(place));
        List<Rename> renames = known.inOrder(start.from(), start.to());
        Place before = place;
        for (int i = renames.size() - 1; i >= 0; i--) {
            before = renames.get(i).reverse().moved(before);
            names.add(before);
        }
        return names;
    }

    private void requireDropped() {
        List<Place> things = new ArrayList<>(places(start.from()));
        things.addAll(places(now().from()));
        said.requireDropped(things);
    }

    private static List<Place> places(Schema schema) {
        return Stream.of(
                        schema.tables().keySet().stream().map(Place::of),
                        schema.tables().values().stream()
                                .flatMap(table ->
                                        table.columns().stream().map(column -> Place.of(table.name(), column.name()))),
                        schema.sequences().keySet().stream().map(Place::ofSequence),
                        schema.enums().keySet().stream().map(Place::ofEnumType))
                .flatMap(places -> places)
                .toList();
    }

    /** What {@code none} answers is listed, since it may be more than the user has thought of. */
    private void sayWhatIsNone() {
        candidates(List.of()).stream()
                .filter(candidate -> !isProven(candidate.rename()))
                .forEach(candidate -> report.accept(candidate.rename().from() + " is not renamed to "
                        + candidate.rename().name() + ", because of albedo.renames"));
    }

    /** Asks until nothing is left that might be a rename. */
    private void ask() {
        List<Rename> refused = new ArrayList<>();
        for (Candidate candidate = first(refused); candidate != null; candidate = first(refused)) {
            Rename next = candidate.rename();
            Optional<Boolean> answer = console.confirm("Is " + next.to() + " the renamed " + next.from() + "?"
                    + " (yes keeps its " + (next.from().isSequence() ? "value)" : "data)"));
            if (answer.isEmpty()) {
                throw unanswered();
            }
            if (answer.get()) {
                known = known.and(List.of(next));
            } else {
                refused.add(next);
            }
        }
    }

    private @Nullable Candidate first(List<Rename> refused) {
        return open(refused).stream().findFirst().orElse(null);
    }

    /** The candidates that nobody has said anything about. */
    private List<Candidate> open(List<Rename> refused) {
        return candidates(refused).stream()
                .filter(candidate -> !said.noOthers() || isProven(candidate.rename()))
                .toList();
    }

    private boolean isProven(Rename rename) {
        return proven(now()).contains(rename);
    }

    private static List<Rename> proven(Evidence now) {
        return Stream.of(now.tables(), now.columns(), now.sequences())
                .flatMap(renames -> now.single(renames).stream())
                .toList();
    }

    private List<Candidate> candidates(List<Rename> refused) {
        Evidence now = now();
        SchemaDiff renaming = new SchemaDiff(known.plan(start.from(), start.to()));
        Optional<Schema> droppable = created.map(schema -> AfterRenames.of(schema, renaming));
        List<Rename> proven = proven(now);
        List<Rename> others = Stream.concat(refused.stream(), proven.stream()).toList();
        return Stream.of(
                        proven.stream()
                                .filter(rename -> !refused.contains(rename))
                                .map(rename -> new Candidate(rename, true))
                                .toList(),
                        RenameSuggestions.of(now.from(), now.to(), others),
                        RenameSuggestions.ofSequences(renaming, now.from(), now.to(), others).stream()
                                .filter(candidate -> now.mayBeOne(candidate.rename()))
                                .toList())
                .flatMap(List::stream)
                .filter(candidate -> droppable.isEmpty()
                        || Origins.isIn(droppable.get(), candidate.rename().from()))
                .filter(candidate -> !said.isDropped(names(candidate.rename().from())))
                .toList();
    }

    /** Takes all that is likely for renames, since that of a table brings the questions about its columns with it. */
    private OpenRenames unanswered() {
        List<Evidence.Move> moves = moves();
        Schema present = now().from();
        Map<Place, List<Candidate>> found = new LinkedHashMap<>();
        List<Rename> passed = new ArrayList<>();
        Set<Place> taken = new HashSet<>();
        Renames certain = known;
        // One by one, since what is taken for a rename changes what else is asked.
        for (Candidate next = first(passed); next != null; next = first(passed)) {
            Rename rename = next.rename();
            passed.add(rename);
            if (!taken.contains(rename.from()) && !taken.contains(rename.to())) {
                found.computeIfAbsent(rename.from(), place -> new ArrayList<>()).add(next);
                if (next.likely()) {
                    taken.add(rename.from());
                    taken.add(rename.to());
                    known = known.and(List.of(rename));
                }
            }
        }
        Renames assumed = known;
        known = certain;
        return OpenRenames.of(said, present, moves, found, assumed);
    }
}
