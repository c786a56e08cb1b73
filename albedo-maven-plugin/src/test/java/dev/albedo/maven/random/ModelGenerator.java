package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Enumeration;
import dev.albedo.maven.random.RandomModel.Key;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
import dev.albedo.maven.random.RandomModel.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes models, and the pieces of which models are made; the same seed makes the same. */
final class ModelGenerator {

    /** Besides the default one. */
    static final List<String> SCHEMAS = List.of("shop", "Sales Dept");

    /** What may be said of an entity, besides what it is and extends. */
    static final List<Trait> OF_ENTITIES = List.of(
            Trait.TABLE,
            Trait.TABLE_COMMENT,
            Trait.ALLOCATION,
            Trait.INITIAL,
            Trait.STRATEGY,
            Trait.ABSTRACT,
            Trait.SCHEMA);

    private final Random random;
    private int names;

    ModelGenerator(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A name that nothing else has. */
    String fresh(String prefix) {
        names++;
        return prefix + names;
    }

    private @Nullable String chosen(String prefix) {
        return chance(50) ? fresh(prefix + "_named_") : null;
    }

    RandomModel model() {
        List<Enumeration> enums = new ArrayList<>();
        for (int i = below(3); i > 0; i--) {
            enums.add(new Enumeration(
                    fresh("Enum"),
                    IntStream.rangeClosed(0, 1 + below(3))
                            .mapToObj(n -> fresh("C"))
                            .toList()));
        }
        RandomModel model = new RandomModel(List.of(), List.copyOf(enums));
        for (int i = 1 + below(5); i > 0; i--) {
            model = withEntity(model);
        }
        return SoundModel.of(model);
    }

    RandomModel withEntity(RandomModel model) {
        TreeMap<Trait, String> traits = new TreeMap<>();
        traits.put(Trait.KEY, oneOf(List.of(Key.values())).name());
        traits.put(Trait.ROLE, role(model).name());
        Entity entity = new Entity(fresh("E"), traits, List.of(), List.of());
        for (Trait trait : OF_ENTITIES) {
            if (chance(20)) {
                entity = entity.with(trait, value(trait, ""));
            }
        }
        if (!model.entities().isEmpty() && chance(40)) {
            entity = entity.with(Trait.PARENT, oneOf(model.entities()).name());
        }
        List<Entity> entities = new ArrayList<>(model.entities());
        entities.add(entity);
        RandomModel changed = new RandomModel(List.copyOf(entities), model.enums());
        List<Attribute> attributes = new ArrayList<>();
        for (int i = below(7); i > 0; i--) {
            attributes.add(attribute(changed));
        }
        entity = entity.attributes(attributes);
        List<Part> parts = new ArrayList<>();
        for (int i = below(4); i > 0 && !attributes.isEmpty(); i--) {
            parts.add(part(entity));
        }
        return changed.with(entity.parts(parts));
    }

    /** There is always an entity. */
    private Role role(RandomModel model) {
        int number = below(100);
        if (model.entities().isEmpty() || number < 70) {
            return Role.ENTITY;
        }
        return number < 85 ? Role.EMBEDDABLE : Role.MAPPED_SUPERCLASS;
    }

    Attribute attribute(RandomModel model) {
        return attribute(model, fresh("a"));
    }

    Attribute attribute(RandomModel model, String name) {
        Kind kind = oneOf(List.of(Kind.values()));
        List<String> targets = switch (kind.target()) {
            case NOTHING -> List.of("");
            case ENUM -> model.enums().stream().map(Enumeration::name).toList();
            case ENTITY -> names(model.ofRole(Role.ENTITY));
            case EMBEDDABLE -> names(model.ofRole(Role.EMBEDDABLE));
        };
        String target = targets.isEmpty() ? "" : oneOf(targets);
        kind = targets.isEmpty() ? Kind.STRING : kind;
        Attribute attribute = new Attribute(name, kind, target, new TreeMap<>());
        for (Trait trait : Trait.values()) {
            if (chance(20)) {
                attribute = withTrait(model, attribute, trait);
            }
        }
        return attribute;
    }

    /** The attribute with its column as another kind of value, if it is a value. */
    Attribute converted(RandomModel model, Attribute attribute) {
        Attribute other = attribute(model, attribute.name());
        for (int attempt = 0; attempt < 20 && !isValue(other.kind()); attempt++) {
            other = attribute(model, attribute.name());
        }
        if (!isValue(attribute.kind()) || !isValue(other.kind())) {
            return attribute;
        }
        Attribute converted = new Attribute(attribute.name(), other.kind(), other.target(), new TreeMap<>());
        for (Trait trait : List.of(Trait.COLUMN, Trait.REQUIRED, Trait.UNIQUE, Trait.LENGTH, Trait.COMMENT)) {
            if (attribute.has(trait) && applies(trait, other.kind())) {
                converted = converted.with(trait, attribute.get(trait));
            }
        }
        return converted;
    }

    private static boolean isValue(Kind kind) {
        return kind.hasColumn() && kind.family() != Kind.Family.REFERENCE;
    }

    private static List<String> names(List<Entity> entities) {
        return entities.stream().map(Entity::name).toList();
    }

    /** The attribute with another value of a trait, if it can have it. */
    Attribute withTrait(RandomModel model, Attribute attribute, Trait trait) {
        if (!applies(trait, attribute.kind())) {
            return attribute;
        }
        if (trait == Trait.DEFAULT) {
            List<String> defaults = attribute.kind().defaults(model.constants(attribute.target()));
            return attribute.with(trait, oneOf(defaults));
        }
        return attribute.with(trait, value(trait, attribute.column()));
    }

    static boolean applies(Trait trait, Kind kind) {
        return switch (trait) {
            case ROLE, PARENT, STRATEGY, ABSTRACT, SCHEMA, TABLE, TABLE_COMMENT, KEY, ALLOCATION, INITIAL -> false;
            case COLLECTION_TABLE -> kind.hasTable();
            case PREFIX -> kind == Kind.EMBEDDED;
            case COLUMN, REQUIRED, UNIQUE -> kind.hasColumn();
            case COMMENT -> kind != Kind.EMBEDDED;
            case DEFAULT -> kind.hasColumn() && kind.family() != Kind.Family.REFERENCE;
            case LENGTH -> kind == Kind.STRING || kind == Kind.ENUM_BY_NAME;
            case DIGITS -> kind == Kind.DECIMAL;
            case CHECK -> kind.family() == Kind.Family.TEXT || kind.family() == Kind.Family.NUMBER;
            case COLLATION -> kind == Kind.STRING;
            case ON_DELETE -> kind.family() == Kind.Family.REFERENCE || kind == Kind.MANY_TO_MANY;
            case KEY_NAME -> kind.family() == Kind.Family.REFERENCE;
        };
    }

    private String value(Trait trait, String column) {
        return switch (trait) {
            case TABLE ->
                oneOf(List.of(fresh("t_"), fresh("Table "), fresh("a_long_name_".repeat(4)), "user", "order"));
            case TABLE_COMMENT, COMMENT -> oneOf(List.of("what it is for", "in \"quotes\"", "two\nlines", fresh("c")));
            case KEY -> oneOf(List.of(Key.values())).name();
            case STRATEGY -> oneOf(List.of(RandomModel.Strategy.values())).name();
            case SCHEMA -> oneOf(SCHEMAS);
            case COLLECTION_TABLE -> oneOf(List.of(fresh("t_"), fresh("Table ")));
            case PREFIX -> fresh("p") + "_";
            case ALLOCATION -> oneOf(List.of("1", "10", "50", "100"));
            case INITIAL -> oneOf(List.of("1", "5", "1000"));
            case COLUMN ->
                oneOf(List.of(fresh("c_"), fresh("Column "), fresh("a_long_name_".repeat(4)), "order", column));
            case LENGTH -> oneOf(List.of("10", "20", "255", "4000"));
            case DIGITS -> oneOf(List.of("10,2", "12,2", "10,4", "20,0"));
            case CHECK -> chance(50) ? "" : fresh("ck_named_");
            case COLLATION -> oneOf(List.of("C", "POSIX"));
            case ON_DELETE -> oneOf(List.of("CASCADE", "SET_NULL", "SET_DEFAULT", "RESTRICT", "NO_ACTION"));
            case KEY_NAME -> fresh("fk_named_");
            case REQUIRED, UNIQUE, ABSTRACT -> "yes";
            case DEFAULT, ROLE, PARENT -> throw new IllegalArgumentException("it depends on the rest");
        };
    }

    /** Another value for a trait of an entity. */
    Entity withTrait(Entity entity, Trait trait) {
        return entity.with(trait, value(trait, ""));
    }

    /** Something over columns of an entity that has attributes. */
    Part part(Entity entity) {
        Sort sort = oneOf(List.of(Sort.values()));
        List<String> names = new ArrayList<>(new LinkedHashSet<>(IntStream.rangeClosed(0, below(3))
                .mapToObj(i -> oneOf(entity.attributes()).name())
                .toList()));
        String name = switch (sort) {
            case INDEX, LOWER_INDEX -> chosen("ix");
            case UNIQUE, UNIQUE_INDEX -> chosen("uq");
            case CHECK -> chosen("ck");
            case COMPUTED -> fresh("computed");
        };
        return new Part(sort, name, List.copyOf(names), chance(50));
    }
}
