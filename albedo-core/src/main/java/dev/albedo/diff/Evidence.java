package dev.albedo.diff;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
     * new one is in the model and not there, and nothing else fits.
     */
    public List<Rename> tables() {
        return renames(place -> place.column() == null);
    }

    /** The same of columns and attributes, in tables that have one name. */
    public List<Rename> columns() {
        return renames(place -> place.column() != null);
    }

    private List<Rename> renames(Predicate<Place> kind) {
        List<Rename> renames = new ArrayList<>();
        Map<String, List<Place>> placesNow = now.placesByOrigin();
        for (Place old : before.byPlace().keySet()) {
            if (kind.test(old) && isLeft(old)) {
                List<Place> news = successors(old, placesNow).stream()
                        .filter(place -> isRename(old, place))
                        .toList();
                if (news.size() == 1 && predecessors(news.get(0)).equals(List.of(old))) {
                    Place renamed = news.get(0);
                    String column = renamed.column();
                    renames.add(new Rename(old, column == null ? renamed.table().name() : column));
                }
            }
        }
        return renames;
    }

    /** Whether what a place has will be nowhere: it is not in the model, or there for another attribute. */
    private boolean isLeft(Place old) {
        return Origins.isIn(from, old) && (!Origins.isIn(to, old) || Collections.disjoint(before.of(old), now.of(old)));
    }

    private boolean isNew(Place place) {
        return Origins.isIn(to, place) && !Origins.isIn(from, place);
    }

    /** The new places of what was at an old one. */
    private List<Place> successors(Place old, Map<String, List<Place>> placesNow) {
        return before.of(old).stream()
                .flatMap(origin -> placesNow.getOrDefault(origin, List.of()).stream())
                .distinct()
                .filter(place -> (place.column() == null) == (old.column() == null))
                .filter(this::isNew)
                .toList();
    }

    private List<Place> predecessors(Place renamed) {
        return sameKind(renamed, before.places(now.of(renamed))).stream()
                .filter(old -> isRename(old, renamed) && isLeft(old))
                .toList();
    }

    private static List<Place> sameKind(Place place, Collection<Place> others) {
        return others.stream()
                .filter(other -> (other.column() == null) == (place.column() == null))
                .toList();
    }

    private static boolean isRename(Place old, Place renamed) {
        return old.column() == null
                ? renamed.equals(Place.of(old.table().sibling(renamed.table().name())))
                : renamed.table().equals(old.table());
    }

    /**
     * Whether nobody need be asked about one of these renames. One must be if the model has another attribute under the old
     * name, which may be the old attribute under another name; and if a column gets so different a type that what is in the
     * one will hardly be wanted in the other: a name that became a reference.
     */
    public boolean isCertain(Rename rename) {
        return !Origins.isIn(to, rename.from())
                && column(from, rename.from())
                        .flatMap(old ->
                                column(to, rename.to()).map(renamed -> Candidates.areAlike(old.type(), renamed.type())))
                        .orElse(true);
    }

    private static Optional<Column> column(Schema schema, Place place) {
        String name = place.column();
        return name == null ? Optional.empty() : schema.table(place.table()).flatMap(table -> table.column(name));
    }

    /**
     * What a drop and an add would lose although the model keeps it: a table that goes to another schema, a column that goes
     * to another table.
     *
     * @param origin the class and attribute
     * @param from where it is
     * @param to where it will be
     */
    public record Move(String origin, Place from, List<Place> to) {}

    /** What moves, tables first, and without the columns of a table that moves. */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        Map<String, List<Place>> placesNow = now.placesByOrigin();
        before.byPlace().forEach((old, origins) -> {
            boolean withItsTable = moves.stream().anyMatch(move -> move.from().equals(Place.of(old.table())));
            if (!withItsTable && Origins.isIn(from, old) && !Origins.isIn(to, old)) {
                List<Place> others = successors(old, placesNow).stream()
                        .filter(place -> !isRename(old, place))
                        .toList();
                if (!others.isEmpty() && !staysElsewhere(old)) {
                    moves.add(new Move(String.join(", ", origins), old, others));
                }
            }
        });
        return moves;
    }

    /** Whether the attribute is also where it was, as in the tables of other classes that inherit it. */
    private boolean staysElsewhere(Place old) {
        return sameKind(old, now.places(before.of(old))).stream()
                .anyMatch(
                        place -> Origins.isIn(from, place) && !Collections.disjoint(before.of(place), before.of(old)));
    }
}
