package dev.albedo.diff.evidence;

import dev.albedo.diff.ImpliedRenames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.rename.Rename;
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
import java.util.function.Predicate;

/**
 * The rule for what may have been renamed: which table or column that goes looks like one that comes, so that only a person
 * can tell. It is to find every rename, to propose those that are likely, and to ask about little else.
 *
 * <ul>
 *   <li>Two columns of one table: likely if their names and types are alike, possible if they have the same type and are both
 *       nullable or both not. A computed column is like no other, and neither are two that reference different tables.
 *   <li>Two tables of one schema: what counts are columns of the same name and a like type, less those of a like name, least
 *       the key that every table has. Likely if most of them are the same, or half of them and the names of the tables are
 *       alike, or if they are the only two and each column has a counterpart. Possible if a good third is the same, and at
 *       least one column besides the key, or the names.
 *   <li>Two sequences of one schema with the same owner or none: likely if their names are alike apart from the word for a
 *       sequence, possible if they count in the same way and are the only two.
 *   <li>Two types are alike if they are the same but for length and precision, or both hold text, numbers, or points in
 *       time.
 * </ul>
 *
 * <p>What is about as like to another thing is possible only.
 */
public final class RenameSuggestions {

    private static final double LIKELY = 0.7;
    private static final double LIKELY_WITH_NAME = 0.5;
    private static final double POSSIBLE = 0.35;

    /** How much likelier than any other pair of the same things a pair must be. */
    private static final double MARGIN = 0.1;

    private static final double LIKE_NAME = 0.5;
    private static final double KEY_WEIGHT = 0.3;

    /** Columns that say nothing of what a table is. */
    private static final Set<String> KEYS = Set.of("id", "uuid", "version");

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("varchar", "char", "text"),
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp", "timestamptz"));

    private RenameSuggestions() {}

    /** A pair; likely if nothing else comes near. */
    private record Pair(Rename rename, double alike, boolean likely) {}

    /**
     * The renames that may have been, tables first: as long as there are tables, no columns.
     *
     * @param from the schema after the renames that are known
     * @param to what the model expects
     * @param refused pairs that are not the same thing, as is known
     * @return the likeliest first
     */
    public static List<Candidate> of(Schema from, Schema to, Collection<Rename> refused) {
        List<Table> olds =
                missing(from.tables().values(), table -> to.table(table.name()).isPresent());
        List<Table> news =
                missing(to.tables().values(), table -> from.table(table.name()).isPresent());
        boolean only = olds.size() == 1 && news.size() == 1;
        List<Pair> pairs = new ArrayList<>();
        for (Table old : olds) {
            for (Table renamed : news) {
                if (old.name().sibling(renamed.name().name()).equals(renamed.name())) {
                    pairs.add(pair(old, renamed, only));
                }
            }
        }
        List<Candidate> tables = ranked(pairs, refused);
        if (!tables.isEmpty()) {
            return tables;
        }
        pairs.clear();
        for (Table old : from.tables().values()) {
            to.table(old.name()).ifPresent(renamed -> pairs.addAll(columns(old, renamed)));
        }
        return ranked(pairs, refused);
    }

    private static <T> List<T> missing(Collection<T> things, Predicate<T> isThere) {
        return things.stream().filter(thing -> !isThere.test(thing)).toList();
    }

    /**
     * The sequences that may have been renamed.
     *
     * @param renaming the renames that are known, which sequences follow by their names
     * @param from the schema after them
     * @param to what the model expects
     * @param refused pairs that are not the same thing, as is known
     */
    public static List<Candidate> ofSequences(SchemaDiff renaming, Schema from, Schema to, Collection<Rename> refused) {
        Schema followed = ImpliedRenames.ofSequences(renaming, from, to).applyTo(from);
        List<Sequence> olds = missing(
                followed.sequences().values(),
                sequence -> to.sequence(sequence.name()).isPresent());
        List<Sequence> news = missing(
                to.sequences().values(),
                sequence -> followed.sequence(sequence.name()).isPresent());
        boolean only = olds.size() == 1 && news.size() == 1;
        List<Pair> pairs = new ArrayList<>();
        for (Sequence old : olds) {
            for (Sequence renamed : news) {
                Place place = Place.ofSequence(old.name());
                if (place.isSibling(Place.ofSequence(renamed.name()))
                        && Objects.equals(old.ownedBy(), renamed.ownedBy())) {
                    pairs.add(pair(place, old, renamed, only));
                }
            }
        }
        return ranked(pairs, refused);
    }

    private static Pair pair(Place place, Sequence old, Sequence renamed, boolean only) {
        boolean same = old.type().equals(renamed.type()) && old.options().equals(renamed.options());
        boolean likely = NameLikeness.areAlike(withoutKind(old), withoutKind(renamed));
        double alike = likely ? (same ? 1 : 0.75) : same && only ? 0.5 : 0;
        return new Pair(new Rename(place, renamed.name().name()), alike, likely);
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
                            others ? 0 : alike(old, renamed),
                            NameLikeness.areAlike(old.name(), renamed.name())));
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

    /** All pairs, except those of a thing that has a likely one. */
    private static List<Candidate> ranked(List<Pair> pairs, Collection<Rename> refused) {
        List<Pair> open = pairs.stream()
                .filter(pair -> pair.alike() > 0 && !refused.contains(pair.rename()))
                .sorted(Comparator.comparingDouble(Pair::alike).reversed())
                .toList();
        Set<Place> paired = new HashSet<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Pair pair : open) {
            if (pair.likely()
                    && open.stream().noneMatch(other -> rivals(pair, other))
                    && !paired.contains(pair.rename().from())
                    && !paired.contains(pair.rename().to())) {
                paired.add(pair.rename().from());
                paired.add(pair.rename().to());
                candidates.add(new Candidate(pair.rename(), true));
            }
        }
        for (Pair pair : open) {
            if (!paired.contains(pair.rename().from())
                    && !paired.contains(pair.rename().to())) {
                candidates.add(new Candidate(pair.rename(), false));
            }
        }
        return candidates;
    }

    private static boolean rivals(Pair pair, Pair other) {
        boolean shares = pair.rename().from().equals(other.rename().from())
                || pair.rename().to().equals(other.rename().to());
        return shares && !pair.equals(other) && other.alike() > pair.alike() - MARGIN;
    }

    private static Pair pair(Table old, Table renamed, boolean only) {
        double common = 0;
        int counterparts = 0;
        int telling = 0;
        List<Column> others = new ArrayList<>(renamed.columns());
        for (Column column : old.columns()) {
            Optional<Column> counterpart = others.stream()
                    .filter(other ->
                            NameLikeness.areAlike(column.name(), other.name()) && areAlike(column.type(), other.type()))
                    .max(Comparator.comparing(other -> other.name().equals(column.name())));
            if (counterpart.isPresent()) {
                others.remove(counterpart.get());
                boolean same = counterpart.get().name().equals(column.name());
                common += weight(column) * (same ? 1 : LIKE_NAME);
                counterparts++;
                telling += same && weight(column) == 1 ? 1 : 0;
            }
        }
        double all =
                old.columns().stream().mapToDouble(RenameSuggestions::weight).sum()
                        + renamed.columns().stream()
                                .mapToDouble(RenameSuggestions::weight)
                                .sum();
        double alike = all == 0 ? 0 : 2 * common / all;
        boolean name = NameLikeness.areAlike(old.name().name(), renamed.name().name());
        boolean complete = counterparts == old.columns().size()
                && counterparts == renamed.columns().size()
                && counterparts > 1;
        boolean likely = (name && alike >= LIKELY_WITH_NAME)
                || (alike >= LIKELY && telling > 1)
                || (only && complete && alike >= LIKELY_WITH_NAME);
        boolean possible = alike >= POSSIBLE && (telling > 0 || name);
        return new Pair(
                new Rename(Place.of(old.name()), renamed.name().name()), likely || possible ? alike : 0, likely);
    }

    private static double weight(Column column) {
        return KEYS.contains(column.name().toLowerCase(Locale.ROOT)) ? KEY_WEIGHT : 1;
    }

    private static String withoutKind(Sequence sequence) {
        return sequence.name().name().replaceFirst("(?i)_?(seq|sequence)$", "");
    }

    /** From 0, not at all, to 1. */
    private static double alike(Column old, Column renamed) {
        if (old.generated() != null || renamed.generated() != null || !areAlike(old.type(), renamed.type())) {
            return 0;
        }
        boolean same = old.type().equals(renamed.type()) && old.notNull() == renamed.notNull();
        if (NameLikeness.areAlike(old.name(), renamed.name())) {
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
}
