package dev.albedo.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything Albedo knows of a database, or of what a model expects of one.
 *
 * @param schemas the named schemas, without the default one
 * @param tables by name
 * @param sequences by name, without those behind identity columns
 * @param enums by name
 * @param composites composite types by name
 */
public record Schema(
        SortedSet<String> schemas,
        SortedMap<QualifiedName, Table> tables,
        SortedMap<QualifiedName, Sequence> sequences,
        SortedMap<QualifiedName, EnumType> enums,
        SortedMap<QualifiedName, CompositeType> composites) {

    /** Nothing at all. */
    public static final Schema EMPTY =
            new Schema(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Schema {
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
        composites = Collections.unmodifiableSortedMap(new TreeMap<>(composites));
    }

    /**
     * A schema of these parts, without composite types.
     *
     * @throws IllegalArgumentException if two tables, two sequences or two enums have the same name
     */
    public static Schema of(
            Collection<String> schemas,
            Collection<Table> tables,
            Collection<Sequence> sequences,
            Collection<EnumType> enums) {
        return new Schema(
                new TreeSet<>(schemas),
                byName("tables", tables, Table::name),
                byName("sequences", sequences, Sequence::name),
                byName("enum types", enums, EnumType::name),
                new TreeMap<>());
    }

    /** A schema of tables in the default schema or schemas that are there already. */
    public static Schema of(Table... tables) {
        return of(Collections.emptySet(), List.of(tables), Collections.emptySet(), Collections.emptySet());
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** A column of a table. */
    public Optional<Column> column(QualifiedName table, String name) {
        return table(table).flatMap(found -> found.column(name));
    }

    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name));
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return Optional.ofNullable(enums.get(name));
    }

    public Optional<CompositeType> composite(QualifiedName name) {
        return Optional.ofNullable(composites.get(name));
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    public Schema with(Table table) {
        TreeMap<QualifiedName, Table> changed = new TreeMap<>(tables);
        changed.put(table.name(), table);
        return tables(changed);
    }

    public Schema with(Sequence sequence) {
        TreeMap<QualifiedName, Sequence> changed = new TreeMap<>(sequences);
        changed.put(sequence.name(), sequence);
        return sequences(changed);
    }

    public Schema with(EnumType enumType) {
        TreeMap<QualifiedName, EnumType> changed = new TreeMap<>(enums);
        changed.put(enumType.name(), enumType);
        return enums(changed);
    }

    public Schema with(CompositeType type) {
        TreeMap<QualifiedName, CompositeType> changed = new TreeMap<>(composites);
        changed.put(type.name(), type);
        return composites(changed);
    }

    public Schema schemas(Collection<String> changed) {
        return new Schema(new TreeSet<>(changed), tables, sequences, enums, composites);
    }

    public Schema tables(SortedMap<QualifiedName, Table> changed) {
        return new Schema(schemas, changed, sequences, enums, composites);
    }

    public Schema sequences(SortedMap<QualifiedName, Sequence> changed) {
        return new Schema(schemas, tables, changed, enums, composites);
    }

    public Schema enums(SortedMap<QualifiedName, EnumType> changed) {
        return new Schema(schemas, tables, sequences, changed, composites);
    }

    public Schema composites(SortedMap<QualifiedName, CompositeType> changed) {
        return new Schema(schemas, tables, sequences, enums, changed);
    }

    /** The same with these composite types. */
    public Schema composites(Collection<CompositeType> changed) {
        return composites(byName("composite types", changed, CompositeType::name));
    }

    private static <T> SortedMap<QualifiedName, T> byName(
            String what, Collection<T> elements, Function<T, QualifiedName> nameOf) {
        TreeMap<QualifiedName, T> map = new TreeMap<>();
        for (T element : elements) {
            if (map.put(nameOf.apply(element), element) != null) {
                throw new IllegalArgumentException("two " + what + " have the name " + nameOf.apply(element));
            }
        }
        return map;
    }
}
