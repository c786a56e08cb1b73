package dev.albedo.diff.evidence;

import dev.albedo.diff.Uses;
import dev.albedo.diff.prepare.Adoption;
import dev.albedo.diff.rename.Rename;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What follows from the classes and attributes that a schema had when it was made, and those of the model now.
 *
 * @param from the schema
 * @param before the origins of what is in it; of more or less, if it was changed by hand since
 * @param to what the model expects
 * @param now the origins of what the model expects
 */
public record Evidence(Schema from, Origins before, Schema to, Origins now) {

    /** What is known when this has been renamed. */
    public Evidence after(Rename rename) {
        return new Evidence(rename.applyTo(from), before.at(rename::moved), to, now);
    }

    /**
     * The tables that have another name for the same class: the old one is there and not for that class in the model, the
     * new one is in the model and not there, or there for a class that has another one, too; and nothing else fits. They are
     * to be renamed together, as some may take each other's names.
     */
    public List<Rename> tables() {
        return renames(Place::isTable);
    }

    /** The same of columns and attributes, in tables that have one name. */
    public List<Rename> columns() {
        return renames(Place::isColumn);
    }

    /** The same of sequences that give the same columns their values, when these have one name. */
    public List<Rename> sequences() {
        return new Evidence(from, byColumns(before), to, byColumns(now)).renames(Place::isSequence);
    }

    /** The enum types of another name that the same columns have, and no others, and that have the same values. */
    public List<Rename> enumTypes() {
        SortedMap<QualifiedName, SortedSet<QualifiedName>> news = new TreeMap<>();
        SortedMap<QualifiedName, SortedSet<QualifiedName>> olds = new TreeMap<>();
        for (Table table : from.tables().values()) {
            for (Column column : table.columns()) {
                Optional<QualifiedName> old = Uses.createdType(column.type());
                Optional<QualifiedName> renamed =
                        to.column(table.name(), column.name()).flatMap(changed -> Uses.createdType(changed.type()));
                if (old.isPresent() && renamed.isPresent()) {
                    news.computeIfAbsent(old.get(), key -> new TreeSet<>()).add(renamed.get());
                    olds.computeIfAbsent(renamed.get(), key -> new TreeSet<>()).add(old.get());
                }
            }
        }
        List<Rename> renames = new ArrayList<>();
        news.forEach((old, types) -> {
            QualifiedName renamed = types.first();
            boolean onlyThese =
                    types.size() == 1 && List.of(old).equals(List.copyOf(olds.getOrDefault(renamed, types)));
            if (onlyThese && isRename(old, renamed)) {
                renames.add(new Rename(Place.ofEnumType(old), renamed.name()));
            }
        });
        return renames;
    }

    private boolean isRename(QualifiedName oldType, QualifiedName renamedType) {
        Place old = Place.ofEnumType(oldType);
        Place renamed = Place.ofEnumType(renamedType);
        return Origins.isIn(from, old)
                && !Origins.isIn(to, old)
                && isNew(renamed)
                && old.isSibling(renamed)
                && values(from, oldType).equals(values(to, renamedType));
    }

    /** Their order is no difference, see {@link Adoption}. */
    private static Set<String> values(Schema schema, QualifiedName type) {
        return schema.enumType(type).map(found -> Set.copyOf(found.values())).orElse(Set.of());
    }

    /**
     * Whether two sequences may be one. They are not if they are known to give values to different columns.
     *
     * @param rename of the one to the other
     */
    public boolean mayBeOne(Rename rename) {
        Set<String> old = byColumns(before).of(rename.from());
        Set<String> renamed = byColumns(now).of(rename.to());
        return old.isEmpty() || renamed.isEmpty() || !Collections.disjoint(old, renamed);
    }

    /** The columns of sequences, in place of their origins. */
    private static Origins byColumns(Origins origins) {
        Map<String, List<Place>> places = origins.placesByOrigin();
        SortedMap<Place, SortedSet<String>> byColumns = new TreeMap<>(origins.byPlace());
        byColumns.replaceAll((place, known) -> place.isSequence() ? columns(known, places) : known);
        return new Origins(byColumns);
    }

    private static SortedSet<String> columns(Collection<String> origins, Map<String, List<Place>> places) {
        SortedSet<String> columns = new TreeSet<>();
        for (String origin : origins) {
            String attribute = origin.substring(0, origin.length() - Origins.SEQUENCE.length());
            places.getOrDefault(attribute, List.of()).forEach(place -> columns.add(place.toString()));
        }
        return columns.isEmpty() ? new TreeSet<>(origins) : columns;
    }

    private List<Rename> renames(Predicate<Place> kind) {
        List<Rename> renames = new ArrayList<>();
        complete(next(kind)).forEach((old, renamed) -> renames.add(new Rename(old, renamed.lastName())));
        return renames;
    }

    /** Each old place with the only new one that has what was there. */
    private SortedMap<Place, Place> next(Predicate<Place> kind) {
        SortedMap<Place, Place> next = new TreeMap<>();
        Map<String, List<Place>> placesNow = now.placesByOrigin();
        for (Place old : before.byPlace().keySet()) {
            if (kind.test(old) && isLeft(old)) {
                List<Place> news = successors(old, placesNow).stream()
                        .filter(place -> old.isSibling(place) && (isNew(place) || isGivenUp(place)))
                        .toList();
                if (news.size() == 1 && predecessors(news.get(0)).equals(List.of(old))) {
                    next.put(old, news.get(0));
                }
            }
        }
        return next;
    }

    /** Those of which none takes the name of what has no other one. */
    private SortedMap<Place, Place> complete(SortedMap<Place, Place> next) {
        SortedMap<Place, Place> complete = new TreeMap<>(next);
        Set<Place> leaving;
        do {
            leaving = Set.copyOf(complete.keySet());
            complete.values().retainAll(open(complete.values(), leaving));
        } while (complete.size() < leaving.size());
        return complete;
    }

    private Set<Place> open(Collection<Place> places, Set<Place> leaving) {
        return places.stream()
                .filter(place -> isNew(place) || leaving.contains(place))
                .collect(Collectors.toSet());
    }

    /** Whether what a place has will be nowhere: it is not in the model, or there for another attribute. */
    private boolean isLeft(Place old) {
        return Origins.isIn(from, old) && (!Origins.isIn(to, old) || Collections.disjoint(before.of(old), now.of(old)));
    }

    private boolean isNew(Place place) {
        return Origins.isIn(to, place) && !Origins.isIn(from, place);
    }

    /** Whether a place of the model is there for another attribute. */
    private boolean isGivenUp(Place place) {
        return Origins.isIn(to, place) && isLeft(place) && !before.of(place).isEmpty();
    }

    /** Where the model has what was at an old place. */
    private List<Place> successors(Place old, Map<String, List<Place>> placesNow) {
        return before.of(old).stream()
                .flatMap(origin -> placesNow.getOrDefault(origin, List.of()).stream())
                .distinct()
                .filter(place -> place.kind() == old.kind())
                .toList();
    }

    private List<Place> predecessors(Place renamed) {
        return before.places(now.of(renamed)).stream()
                .filter(old -> old.isSibling(renamed) && isLeft(old))
                .toList();
    }

    /**
     * Those of the renames that nobody need be asked about. One must be if the model has another attribute under the old
     * name, which may be the old attribute under another name, unless that attribute is known from another column; and if a
     * column gets so different a type that what is in the one will hardly be wanted in the other: a name that became a
     * reference.
     */
    public List<Rename> certain(List<Rename> renames) {
        List<Rename> certain = renames;
        List<Rename> before;
        do {
            before = certain;
            Set<Place> leaving = before.stream().map(Rename::from).collect(Collectors.toSet());
            Set<Place> taken = before.stream().map(Rename::to).collect(Collectors.toSet());
            certain = before.stream()
                    .filter(rename -> (!Origins.isIn(to, rename.from()) || taken.contains(rename.from()))
                            && (!Origins.isIn(from, rename.to()) || leaving.contains(rename.to()))
                            && haveLikeTypes(rename))
                    .toList();
        } while (certain.size() < before.size());
        return certain;
    }

    /** Those of the renames that can be done one by one, as their new names are free. */
    public List<Rename> single(List<Rename> renames) {
        return renames.stream()
                .filter(rename -> !Origins.isIn(from, rename.to()))
                .toList();
    }

    private boolean haveLikeTypes(Rename rename) {
        return rename.from()
                .columnIn(from)
                .flatMap(old ->
                        rename.to().columnIn(to).map(renamed -> RenameSuggestions.areAlike(old.type(), renamed.type())))
                .orElse(true);
    }

    /**
     * What a drop and an add would lose although the model keeps it: a table that goes to another schema, a column that goes
     * to another table, a table or column that takes the name of one that goes, or that changes names with one of another
     * type.
     *
     * @param origin the class and attribute
     * @param from where it is
     * @param to where it will be
     */
    public record Move(String origin, Place from, List<Place> to) {

        /** Returns the move of a column to one other table. */
        public Optional<ColumnMove> asColumn() {
            return from.isColumn()
                            && to.size() == 1
                            && !from.name().equals(to.get(0).name())
                    ? Optional.of(new ColumnMove(origin, from, to.get(0)))
                    : Optional.empty();
        }
    }

    /** What moves, tables first, and without the columns of a table that moves. Certain renames come before this. */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        Map<String, List<Place>> placesNow = now.placesByOrigin();
        Map<Place, Place> displacing = displacing();
        before.byPlace().forEach((old, origins) -> {
            boolean withItsTable = moves.stream().anyMatch(move -> move.from().equals(Place.of(old.name())));
            if (!withItsTable && displacing.containsKey(old)) {
                moves.add(new Move(String.join(", ", origins), old, List.of(displacing.get(old))));
            } else if (!withItsTable && Origins.isIn(from, old) && !Origins.isIn(to, old)) {
                List<Place> others = successors(old, placesNow).stream()
                        .filter(place -> isNew(place) && !old.isSibling(place))
                        .toList();
                if (!others.isEmpty() && !staysElsewhere(old)) {
                    moves.add(new Move(String.join(", ", origins), old, others));
                }
            }
        });
        return moves;
    }

    /** What takes a name that is never free: of what has no other one, or in a circle. */
    private Map<Place, Place> displacing() {
        Map<Place, Place> next = next(place -> true);
        Map<Place, Place> displacing = new TreeMap<>();
        next.forEach((old, renamed) -> {
            Place last = renamed;
            while (next.containsKey(last) && !last.equals(old)) {
                last = Objects.requireNonNull(next.get(last));
            }
            if (!isNew(last)) {
                displacing.put(old, renamed);
            }
        });
        return displacing;
    }

    /** Whether the attribute is also where it was, as in the tables of other classes that inherit it. */
    private boolean staysElsewhere(Place old) {
        return now.places(before.of(old)).stream()
                .anyMatch(place -> place.kind() == old.kind()
                        && Origins.isIn(from, place)
                        && !Collections.disjoint(before.of(place), before.of(old)));
    }
}
