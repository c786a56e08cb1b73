package dev.albedo.diff;

import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for what may have been renamed: which table or column that goes looks like one that comes, so that only a person
 * can tell. It is to find every rename and to ask about little else.
 *
 * <ul>
 *   <li>Two columns of one table are alike if their names and types are, or if they have the same type and are both
 *       nullable or both not. A computed column is like no other, and neither are two that reference different tables.
 *   <li>Two tables of one schema are alike if at least half of all their columns have a counterpart in the other one, of a
 *       like name and type, and at least two of them do or the names of the tables are alike, too.
 *   <li>Two sequences of one schema with the same owner or none are alike if their names are, apart from the word for a
 *       sequence, or if they count in the same way.
 *   <li>Two names are alike if one contains the other, if they share a word of three letters or more, or if a third of
 *       their letters or less has to change.
 *   <li>Two types are alike if they are the same but for length and precision, or both hold text, numbers, or points in
 *       time.
 * </ul>
 *
 * <p>Each thing is in one pair at most, in that with the most in common.
 */
public final class Candidates {

    /** Shorter names and words say too little. */
    private static final int TELLING_LENGTH = 3;

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("varchar", "char", "text"),
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp", "timestamptz"));

    private Candidates() {}

    private record Pair(Rename rename, double alike) {}

    /**
     * The renames that may have been, tables first: as long as there are tables, no columns.
     *
     * @param from the schema after the renames that are known
     * @param to what the model expects
     * @param refused pairs that are not the same thing, as is known
     */
    public static List<Rename> of(Schema from, Schema to, Collection<Rename> refused) {
        List<Pair> pairs = new ArrayList<>();
        for (Table old : from.tables().values()) {
            for (Table renamed : to.tables().values()) {
                boolean sameSchema = old.name().sibling(renamed.name().name()).equals(renamed.name());
                if (sameSchema
                        && !to.tables().containsKey(old.name())
                        && !from.tables().containsKey(renamed.name())) {
                    double alike = alike(old, renamed);
                    pairs.add(new Pair(
                            new Rename(Place.of(old.name()), renamed.name().name()), alike));
                }
            }
        }
        List<Rename> tables = best(pairs, refused);
        if (!tables.isEmpty()) {
            return tables;
        }
        pairs.clear();
        for (Table old : from.tables().values()) {
            to.table(old.name()).ifPresent(renamed -> pairs.addAll(columns(old, renamed)));
        }
        return best(pairs, refused);
    }

    /**
     * The sequences that may have been renamed.
     *
     * @param renaming the renames that are known, which sequences follow by their names
     * @param from the schema after them
     * @param to what the model expects
     * @param refused pairs that are not the same thing, as is known
     */
    public static List<Rename> ofSequences(SchemaDiff renaming, Schema from, Schema to, Collection<Rename> refused) {
        Schema followed = Followers.ofSequences(renaming, from, to).applyTo(from);
        List<Pair> pairs = new ArrayList<>();
        for (Sequence old : followed.sequences().values()) {
            for (Sequence renamed : to.sequences().values()) {
                Place place = Place.ofSequence(old.name());
                boolean sameSchema = place.isSibling(Place.ofSequence(renamed.name()));
                if (sameSchema
                        && !to.sequences().containsKey(old.name())
                        && !followed.sequences().containsKey(renamed.name())) {
                    pairs.add(new Pair(new Rename(place, renamed.name().name()), alike(old, renamed)));
                }
            }
        }
        return best(pairs, refused);
    }

    private static List<Pair> columns(Table from, Table to) {
        List<Pair> pairs = new ArrayList<>();
        for (Column old : from.columns()) {
            for (Column renamed : to.columns()) {
                if (to.column(old.name()).isEmpty()
                        && from.column(renamed.name()).isEmpty()) {
                    Optional<QualifiedName> oldTarget = target(from, old);
                    Optional<QualifiedName> target = target(to, renamed);
                    boolean others = oldTarget.isPresent() && target.isPresent() && !oldTarget.equals(target);
                    pairs.add(new Pair(
                            new Rename(Place.of(from.name(), old.name()), renamed.name()),
                            others ? 0 : alike(old, renamed)));
                }
            }
        }
        return pairs;
    }

    /** The table that a column references by itself. */
    private static Optional<QualifiedName> target(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .map(Constraint.ForeignKey::target)
                .findFirst();
    }

    private static List<Rename> best(List<Pair> pairs, Collection<Rename> refused) {
        List<Pair> sorted = pairs.stream()
                .filter(pair -> pair.alike() > 0 && !refused.contains(pair.rename()))
                .sorted(Comparator.comparingDouble(Pair::alike).reversed())
                .toList();
        List<Rename> best = new ArrayList<>();
        Set<Place> paired = new HashSet<>();
        for (Pair pair : sorted) {
            Rename rename = pair.rename();
            if (!paired.contains(rename.from()) && !paired.contains(rename.to())) {
                paired.add(rename.from());
                paired.add(rename.to());
                best.add(rename);
            }
        }
        return best;
    }

    /** From 0, not at all, to 1. */
    static double alike(Table old, Table renamed) {
        int counterparts = 0;
        List<Column> others = new ArrayList<>(renamed.columns());
        for (Column column : old.columns()) {
            Optional<Column> counterpart = others.stream()
                    .filter(other -> areAlike(column.name(), other.name()) && areAlike(column.type(), other.type()))
                    .max(Comparator.comparing(other -> other.name().equals(column.name())));
            if (counterpart.isPresent()) {
                others.remove(counterpart.get());
                counterparts++;
            }
        }
        double share =
                2.0 * counterparts / (old.columns().size() + renamed.columns().size());
        boolean enough =
                counterparts >= 2 || areAlike(old.name().name(), renamed.name().name());
        return share >= 0.5 && enough ? share : 0;
    }

    /** From 0, not at all, to 1. */
    static double alike(Sequence old, Sequence renamed) {
        if (!Objects.equals(old.ownedBy(), renamed.ownedBy())) {
            return 0;
        }
        boolean same = old.type().equals(renamed.type()) && old.options().equals(renamed.options());
        if (areAlike(withoutKind(old), withoutKind(renamed))) {
            return same ? 1 : 0.75;
        }
        return same ? 0.5 : 0;
    }

    private static String withoutKind(Sequence sequence) {
        return sequence.name().name().replaceFirst("(?i)_?(seq|sequence)$", "");
    }

    /** From 0, not at all, to 1. */
    static double alike(Column old, Column renamed) {
        if (old.generated() != null || renamed.generated() != null || !areAlike(old.type(), renamed.type())) {
            return 0;
        }
        boolean same = old.type().equals(renamed.type()) && old.notNull() == renamed.notNull();
        if (areAlike(old.name(), renamed.name())) {
            return same ? 1 : 0.75;
        }
        return same ? 0.5 : 0;
    }

    static boolean areAlike(SqlType one, SqlType other) {
        if (one instanceof SqlType.Simple simple && other instanceof SqlType.Simple otherSimple) {
            return simple.name().equals(otherSimple.name())
                    || FAMILIES.stream()
                            .anyMatch(family -> family.contains(simple.name()) && family.contains(otherSimple.name()));
        }
        if (one instanceof SqlType.Array array && other instanceof SqlType.Array otherArray) {
            return areAlike(array.element(), otherArray.element());
        }
        return one instanceof SqlType.Named && other instanceof SqlType.Named;
    }

    static boolean areAlike(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        if (first.equals(second)) {
            return true;
        }
        int shorter = Math.min(first.length(), second.length());
        int longer = Math.max(first.length(), second.length());
        if (shorter >= TELLING_LENGTH && (first.contains(second) || second.contains(first))) {
            return true;
        }
        Set<String> words = new HashSet<>(words(first));
        words.retainAll(words(second));
        return !words.isEmpty() || distance(first, second) * 3 <= longer;
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(List.of(name.split("[^\\p{L}\\p{N}]+")));
        words.removeIf(word -> word.length() < TELLING_LENGTH);
        return words;
    }

    /** How many letters must change, come or go (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
