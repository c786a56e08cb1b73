package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Key;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
import dev.albedo.maven.random.RandomModel.Sort;
import dev.albedo.maven.random.RandomModel.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes out of a model what refers to something that is not there, says the same twice, or what JPA does not allow. */
final class SoundModel {

    private RandomModel model;
    private final Set<String> tables = new HashSet<>();

    /** The columns of each hierarchy, by the name of the class at its top. */
    private final Map<String, Set<String>> columns = new HashMap<>();

    private SoundModel(RandomModel model) {
        this.model = model;
    }

    static RandomModel of(RandomModel model) {
        SoundModel sound = new SoundModel(model);
        sound.hierarchies();
        sound.each(sound::table);
        sound.each(entity -> entity.role() == Role.EMBEDDABLE ? sound.attributes(entity) : entity);
        sound.each(entity -> entity.role() == Role.EMBEDDABLE ? entity : sound.attributes(entity));
        sound.each(sound::parts);
        return sound.model;
    }

    private void each(java.util.function.UnaryOperator<Entity> change) {
        for (Entity entity : model.entities()) {
            model = model.with(change.apply(model.entity(entity.name()).orElseThrow()));
        }
    }

    private void hierarchies() {
        List<Entity> entities = new ArrayList<>();
        Set<String> possibleParents = new HashSet<>();
        for (Entity entity : model.entities()) {
            Entity sound = entity;
            boolean mapped = entity.role() == Role.MAPPED_SUPERCLASS;
            if (mapped && entity.get(Trait.KEY).equals(Key.COMPOSITE.name())) {
                sound = sound.with(Trait.KEY, Key.LONG.name());
            }
            if (entity.role() != Role.ENTITY || !possibleParents.contains(entity.get(Trait.PARENT))) {
                sound = sound.with(Trait.PARENT, null);
            }
            if (entity.role() != Role.EMBEDDABLE) {
                possibleParents.add(entity.name());
            }
            entities.add(sound);
        }
        model = new RandomModel(List.copyOf(entities), model.enums());
        // Hibernate writes a wrong check where a table of several entities can have no rows.
        for (Entity entity : model.ofRole(Role.ENTITY)) {
            boolean concrete =
                    !entity.has(Trait.ABSTRACT) || model.below(entity).stream().anyMatch(e -> !e.has(Trait.ABSTRACT));
            model = concrete ? model : model.with(entity.with(Trait.ABSTRACT, null));
        }
        // A sequence for all tables of a union: an identity column has only its own.
        for (Entity entity : model.ofRole(Role.ENTITY)) {
            Entity top = model.top(entity);
            if (model.strategy(entity) == Strategy.TABLE_PER_CLASS && model.key(entity) == Key.IDENTITY) {
                model = model.with(top.with(Trait.KEY, Key.SEQUENCE.name()));
            }
        }
    }

    private Entity table(Entity entity) {
        return !model.hasTable(entity) || tables.add(model.qualifiedTable(entity))
                ? entity
                : entity.with(Trait.TABLE, null);
    }

    private Entity attributes(Entity entity) {
        Set<String> taken = columns.computeIfAbsent(
                entity.role() == Role.ENTITY ? model.root(entity).name() : entity.name(),
                top -> new HashSet<>(model.parent(entity)
                        .map(parent -> columns.get(parent.name()))
                        .orElse(Set.of())));
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : entity.attributes()) {
            if (isPossible(entity, attribute)) {
                attributes.add(attribute(entity, attribute, taken));
            }
        }
        if (attributes.isEmpty() && entity.role() == Role.EMBEDDABLE) {
            String name = entity.name().toLowerCase(java.util.Locale.ROOT) + "_text";
            attributes.add(new Attribute(name, Kind.STRING, "", new TreeMap<>()));
        }
        return entity.attributes(attributes);
    }

    private boolean isPossible(Entity entity, Attribute attribute) {
        boolean found = switch (attribute.kind().target()) {
            case NOTHING -> true;
            case ENUM -> !model.constants(attribute.target()).isEmpty();
            case ENTITY -> isOf(attribute.target(), Role.ENTITY);
            case EMBEDDABLE -> isOf(attribute.target(), Role.EMBEDDABLE);
        };
        return found
                && switch (entity.role()) {
                    case ENTITY -> true;
                    case MAPPED_SUPERCLASS -> attribute.kind() != Kind.ONE_TO_MANY_KEY;
                    // Its columns are overridden one by one.
                    case EMBEDDABLE -> (attribute.kind().hasColumn() && !model.hasCompositeKey(attribute.target()));
                };
    }

    private boolean isOf(String name, Role role) {
        return model.entity(name).filter(found -> found.role() == role).isPresent();
    }

    private Attribute attribute(Entity entity, Attribute attribute, Set<String> taken) {
        if (attribute.kind() == Kind.EMBEDDED) {
            Attribute free = taken.stream()
                            .anyMatch(column ->
                                    EmbeddedAttributes.columns(model, attribute).contains(column))
                    ? attribute.with(Trait.PREFIX, attribute.name() + "_")
                    : attribute;
            taken.addAll(EmbeddedAttributes.columns(model, free));
            return free;
        }
        Attribute sound = attribute;
        if (attribute.kind().hasColumn() && !taken.add(attribute.column())) {
            sound = sound.with(Trait.COLUMN, null);
            taken.add(sound.column());
        }
        return switch (entity.role()) {
            case ENTITY -> sound;
            case MAPPED_SUPERCLASS -> sound.with(Trait.COLLECTION_TABLE, null);
            // These name a column or a constraint, which an override does not change.
            case EMBEDDABLE -> sound.with(Trait.CHECK, null).with(Trait.KEY_NAME, null);
        };
    }

    private Entity parts(Entity entity) {
        Set<Object> seen = new HashSet<>();
        entity.attributes().stream()
                .filter(attribute -> attribute.has(Trait.UNIQUE) || attribute.kind() == Kind.ONE_TO_ONE)
                .forEach(attribute -> seen.add(List.of(Sort.UNIQUE, Set.of(attribute.name()))));
        List<Part> parts = new ArrayList<>();
        for (Part part : entity.parts()) {
            boolean possible = part.sort() == Sort.COMPUTED ? entity.role() == Role.ENTITY : model.hasTable(entity);
            List<String> there = part.attributes().stream()
                    .filter(name -> entity.attribute(name)
                            .filter(attribute -> spans(part.sort(), attribute))
                            .isPresent())
                    .toList();
            // Hibernate makes one of a unique index and a unique constraint; Albedo keeps its name, Hibernate not
            // always.
            Sort sort = part.sort() == Sort.UNIQUE_INDEX ? Sort.UNIQUE : part.sort();
            Object sameAs = List.of(sort, Set.copyOf(there));
            if (possible && !there.isEmpty() && seen.add(sameAs)) {
                parts.add(new Part(part.sort(), part.name(), there, part.descending()));
            }
        }
        return entity.parts(parts);
    }

    private boolean spans(Sort sort, Attribute attribute) {
        return attribute.kind().hasColumn()
                && !model.hasCompositeKey(attribute.target())
                && switch (sort) {
                    case LOWER_INDEX -> attribute.kind().family() == Kind.Family.TEXT;
                    case COMPUTED -> attribute.kind() == Kind.INT || attribute.kind() == Kind.SHORT;
                    case INDEX, UNIQUE_INDEX, UNIQUE, CHECK -> true;
                };
    }
}
