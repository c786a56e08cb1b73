package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Enumeration;
import dev.albedo.maven.random.RandomModel.Key;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes models, and the pieces of which models are made; the same seed makes the same. */
final class ModelGenerator {

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
        for (int i = 1 + below(4); i > 0; i--) {
            model = withEntity(model);
        }
        return sound(model);
    }

    RandomModel withEntity(RandomModel model) {
        TreeMap<Trait, String> traits = new TreeMap<>();
        traits.put(Trait.KEY, oneOf(List.of(Key.values())).name());
        Entity entity = new Entity(fresh("E"), traits, List.of(), List.of());
        for (Trait trait : List.of(Trait.TABLE, Trait.TABLE_COMMENT, Trait.ALLOCATION, Trait.INITIAL)) {
            if (chance(25)) {
                entity = entity.with(trait, value(trait, ""));
            }
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

    Attribute attribute(RandomModel model) {
        return attribute(model, fresh("a"));
    }

    Attribute attribute(RandomModel model, String name) {
        Kind kind = oneOf(List.of(Kind.values()));
        if (kind.family() == Kind.Family.ENUM && model.enums().isEmpty()) {
            kind = Kind.STRING;
        }
        String target = switch (kind.family()) {
            case ENUM -> oneOf(model.enums()).name();
            case REFERENCE -> oneOf(model.entities()).name();
            case COLLECTION ->
                kind == Kind.ELEMENTS ? "" : oneOf(model.entities()).name();
            case NUMBER, TEXT, OTHER -> "";
        };
        Attribute attribute = new Attribute(name, kind, target, new TreeMap<>());
        for (Trait trait : Trait.values()) {
            if (chance(20)) {
                attribute = withTrait(model, attribute, trait);
            }
        }
        return attribute;
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
            case TABLE, TABLE_COMMENT, KEY, ALLOCATION, INITIAL -> false;
            case COLUMN, REQUIRED, UNIQUE -> kind.hasColumn();
            case COMMENT -> true;
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
            case REQUIRED, UNIQUE -> "yes";
            case DEFAULT -> throw new IllegalArgumentException("a default depends on the attribute");
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

    /** Without what refers to something that is not there, or says the same twice. */
    static RandomModel sound(RandomModel model) {
        Set<String> tables = new HashSet<>();
        List<Entity> entities = new ArrayList<>();
        for (Entity entity : model.entities()) {
            Entity unique = tables.add(entity.table()) ? entity : entity.with(Trait.TABLE, null);
            entities.add(soundParts(model, soundAttributes(model, unique)));
        }
        return new RandomModel(List.copyOf(entities), model.enums());
    }

    private static Entity soundAttributes(RandomModel model, Entity entity) {
        Set<String> columns = new HashSet<>();
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : entity.attributes()) {
            boolean found = attribute.target().isEmpty()
                    || model.entity(attribute.target()).isPresent()
                    || !model.constants(attribute.target()).isEmpty();
            if (found) {
                attributes.add(columns.add(attribute.column()) ? attribute : attribute.with(Trait.COLUMN, null));
            }
        }
        return entity.attributes(attributes);
    }

    private static Entity soundParts(RandomModel model, Entity entity) {
        Set<Object> seen = new HashSet<>();
        entity.attributes().stream()
                .filter(attribute -> attribute.has(Trait.UNIQUE) || attribute.kind() == Kind.ONE_TO_ONE)
                .forEach(attribute -> seen.add(List.of(Sort.UNIQUE, Set.of(attribute.name()))));
        List<Part> parts = new ArrayList<>();
        for (Part part : entity.parts()) {
            List<String> there = part.attributes().stream()
                    .filter(name -> entity.attribute(name)
                            .filter(attribute -> spans(model, part.sort(), attribute))
                            .isPresent())
                    .toList();
            // Hibernate makes one of a unique index and a unique constraint; Albedo keeps its name, Hibernate not
            // always.
            Sort sort = part.sort() == Sort.UNIQUE_INDEX ? Sort.UNIQUE : part.sort();
            Object sameAs = List.of(sort, Set.copyOf(there));
            if (!there.isEmpty() && seen.add(sameAs)) {
                parts.add(new Part(part.sort(), part.name(), there, part.descending()));
            }
        }
        return entity.parts(parts);
    }

    private static boolean spans(RandomModel model, Sort sort, Attribute attribute) {
        boolean composite = model.entity(attribute.target())
                .filter(target -> target.key() == Key.COMPOSITE)
                .isPresent();
        return attribute.kind().hasColumn()
                && !composite
                && switch (sort) {
                    case LOWER_INDEX -> attribute.kind().family() == Kind.Family.TEXT;
                    case COMPUTED -> attribute.kind() == Kind.INT || attribute.kind() == Kind.SHORT;
                    case INDEX, UNIQUE_INDEX, UNIQUE, CHECK -> true;
                };
    }
}
