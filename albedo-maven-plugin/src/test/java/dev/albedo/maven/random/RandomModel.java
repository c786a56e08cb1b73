package dev.albedo.maven.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model as data. */
record RandomModel(List<Entity> entities, List<Enumeration> enums) {

    /** An enum with at least two constants: rows hold the first two. */
    record Enumeration(String name, List<String> constants) {}

    /** The ways to a primary key. */
    enum Key {
        LONG,
        INT,
        STRING,
        UUID,
        IDENTITY,
        AUTO,
        SEQUENCE,
        COMPOSITE
    }

    /** An entity; the columns of its key have the names that {@link ModelSource} gives them. */
    record Entity(String name, SortedMap<Trait, String> traits, List<Attribute> attributes, List<Part> parts) {

        String table() {
            return traits.getOrDefault(Trait.TABLE, name.toLowerCase(java.util.Locale.ROOT));
        }

        Key key() {
            return Key.valueOf(traits.get(Trait.KEY));
        }

        Entity with(Trait trait, @Nullable String value) {
            return new Entity(name, RandomModel.with(traits, trait, value), attributes, parts);
        }

        Entity attributes(List<Attribute> changed) {
            return new Entity(name, traits, List.copyOf(changed), parts);
        }

        Entity parts(List<Part> changed) {
            return new Entity(name, traits, attributes, List.copyOf(changed));
        }

        Optional<Attribute> attribute(String wanted) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(wanted))
                    .findFirst();
        }
    }

    /**
     * An attribute.
     *
     * @param target the name of an enum or entity, or empty
     */
    record Attribute(String name, Kind kind, String target, SortedMap<Trait, String> traits) {

        boolean has(Trait trait) {
            return traits.containsKey(trait);
        }

        String get(Trait trait) {
            return traits.getOrDefault(trait, "");
        }

        Attribute with(Trait trait, @Nullable String value) {
            return new Attribute(name, kind, target, RandomModel.with(traits, trait, value));
        }

        /** The name of its column, if it has one. */
        String column() {
            String suffix = kind.family() == Kind.Family.REFERENCE ? "_id" : "";
            return traits.getOrDefault(Trait.COLUMN, name + suffix);
        }
    }

    /** What spans columns. */
    enum Sort {
        INDEX,
        UNIQUE_INDEX,
        LOWER_INDEX,
        UNIQUE,
        CHECK,
        COMPUTED
    }

    /**
     * Something over columns of an entity.
     *
     * @param name chosen, or {@code null}; of a computed column that of the attribute
     * @param attributes those it spans
     * @param descending whether the last of them runs backwards; of a check which condition it is
     */
    record Part(Sort sort, @Nullable String name, List<String> attributes, boolean descending) {}

    Optional<Entity> entity(String name) {
        return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    /** The constants of an enum; none if the name is that of something else. */
    List<String> constants(String name) {
        return enums.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .map(Enumeration::constants)
                .orElse(List.of());
    }

    RandomModel with(Entity changed) {
        List<Entity> all = new ArrayList<>(entities);
        all.replaceAll(entity -> entity.name().equals(changed.name()) ? changed : entity);
        return new RandomModel(List.copyOf(all), enums);
    }

    RandomModel with(Enumeration changed) {
        List<Enumeration> all = new ArrayList<>(enums);
        all.replaceAll(type -> type.name().equals(changed.name()) ? changed : type);
        return new RandomModel(entities, List.copyOf(all));
    }

    private static SortedMap<Trait, String> with(SortedMap<Trait, String> traits, Trait trait, @Nullable String value) {
        SortedMap<Trait, String> changed = new TreeMap<>(traits);
        if (value == null) {
            changed.remove(trait);
        } else {
            changed.put(trait, value);
        }
        return changed;
    }
}
