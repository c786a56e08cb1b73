package dev.albedo.maven.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model as data. A class comes after the class that it extends. */
record RandomModel(List<Entity> entities, List<Enumeration> enums) {

    /** An enum with at least two constants; the first is the default of columns. */
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
        TABLE,
        COMPOSITE
    }

    /** What a class of the model is. */
    enum Role {
        ENTITY,
        MAPPED_SUPERCLASS,
        EMBEDDABLE
    }

    /** How a hierarchy becomes tables. */
    enum Strategy {
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    /**
     * An entity or another class of the model; the columns of its key have the names that {@link ModelSource} gives them.
     * One that extends another has the key of that.
     */
    record Entity(String name, SortedMap<Trait, String> traits, List<Attribute> attributes, List<Part> parts) {

        Role role() {
            return Role.valueOf(traits.getOrDefault(Trait.ROLE, Role.ENTITY.name()));
        }

        boolean has(Trait trait) {
            return traits.containsKey(trait);
        }

        String get(Trait trait) {
            return traits.getOrDefault(trait, "");
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
     * @param target the name of an enum, entity or embeddable, or empty
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

    List<Entity> ofRole(Role role) {
        return entities.stream().filter(entity -> entity.role() == role).toList();
    }

    Optional<Entity> parent(Entity entity) {
        return entity(entity.get(Trait.PARENT));
    }

    /** The class that says what the key is. */
    Entity top(Entity entity) {
        return parent(entity).map(this::top).orElse(entity);
    }

    /** The topmost entity, which says how the hierarchy becomes tables. */
    Entity root(Entity entity) {
        return parent(entity)
                .filter(parent -> parent.role() == Role.ENTITY)
                .map(this::root)
                .orElse(entity);
    }

    Key key(Entity entity) {
        return Key.valueOf(top(entity).get(Trait.KEY));
    }

    /** Whether references to the class, if it is one, take two columns. */
    boolean hasCompositeKey(String entity) {
        return entity(entity).filter(found -> key(found) == Key.COMPOSITE).isPresent();
    }

    Strategy strategy(Entity entity) {
        return Strategy.valueOf(root(entity).traits().getOrDefault(Trait.STRATEGY, Strategy.SINGLE_TABLE.name()));
    }

    /** All that extend an entity, at any distance. */
    List<Entity> below(Entity entity) {
        return entities.stream()
                .filter(other -> other.get(Trait.PARENT).equals(entity.name()))
                .flatMap(child -> Stream.concat(Stream.of(child), below(child).stream()))
                .toList();
    }

    boolean hasTable(Entity entity) {
        return entity.role() == Role.ENTITY
                && switch (strategy(entity)) {
                    case SINGLE_TABLE -> root(entity).equals(entity);
                    case JOINED -> true;
                    case TABLE_PER_CLASS -> !entity.has(Trait.ABSTRACT);
                };
    }

    /** The entity whose table the entity's own columns are in. */
    Entity owner(Entity entity) {
        return strategy(entity) == Strategy.SINGLE_TABLE ? root(entity) : entity;
    }

    /** The name of the table that the entity's own columns are in. */
    String table(Entity entity) {
        Entity owner = owner(entity);
        return owner.traits().getOrDefault(Trait.TABLE, owner.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** The same in SQL, with its schema. */
    String qualifiedTable(Entity entity) {
        Entity owner = owner(entity);
        String schema = owner.has(Trait.SCHEMA) ? "\"" + owner.get(Trait.SCHEMA) + "\"." : "";
        return schema + "\"" + table(entity) + "\"";
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
