package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Enumeration;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What happens to a model between two releases: a few small things at random. */
final class ModelMutation {

    private enum Change {
        ADD_ENTITY,
        DROP_ENTITY,
        ENTITY_TRAIT,
        NO_ENTITY_TRAIT,
        PARENT,
        NO_PARENT,
        ADD_ATTRIBUTE,
        DROP_ATTRIBUTE,
        RETYPE_ATTRIBUTE,
        CONVERT_ATTRIBUTE,
        ATTRIBUTE_TRAIT,
        NO_ATTRIBUTE_TRAIT,
        ADD_PART,
        DROP_PART,
        CHANGE_PART,
        ENUM,
        RENAME_TABLE,
        RENAME_COLUMN
    }

    private static final List<Trait> LOSABLE =
            List.of(Trait.TABLE_COMMENT, Trait.SCHEMA, Trait.STRATEGY, Trait.ABSTRACT);
    private static final List<Trait> OF_ENTITIES = List.of(
            Trait.TABLE_COMMENT,
            Trait.KEY,
            Trait.ALLOCATION,
            Trait.INITIAL,
            Trait.STRATEGY,
            Trait.ABSTRACT,
            Trait.SCHEMA);

    private final ModelGenerator generator;
    private final List<Rename> renames = new ArrayList<>();
    private RandomModel model;

    private ModelMutation(ModelGenerator generator, RandomModel model) {
        this.generator = generator;
        this.model = model;
    }

    /** Of a table if the attribute is empty. */
    private record Rename(String entity, String attribute, String said, String table, String name) {

        boolean isStillSo(RandomModel model) {
            return model.entity(entity)
                    .filter(found -> model.hasTable(found)
                            && model.qualifiedTable(found).equals(table)
                            && (attribute.isEmpty()
                                    || found.attribute(attribute)
                                            .filter(other -> other.column().equals(name))
                                            .isPresent()))
                    .isPresent();
        }
    }

    /** A changed model, and what was renamed, as a user says it. */
    record Result(RandomModel model, String renames) {}

    static Result of(RandomModel model, ModelGenerator generator) {
        ModelMutation mutation = new ModelMutation(generator, model);
        // Renames come first, so that their old names are those of the model before.
        List<Change> changes = new ArrayList<>();
        for (int i = 1 + generator.below(5); i > 0; i--) {
            changes.add(generator.oneOf(List.of(Change.values())));
        }
        changes.sort(
                (a, b) -> Boolean.compare(a.compareTo(Change.RENAME_TABLE) < 0, b.compareTo(Change.RENAME_TABLE) < 0));
        changes.forEach(mutation::apply);
        RandomModel changed = mutation.model;
        String renames = mutation.renames.stream()
                .filter(rename -> rename.isStillSo(changed))
                .map(Rename::said)
                .collect(Collectors.joining(", "));
        return new Result(changed, renames);
    }

    private void apply(Change change) {
        switch (change) {
            case ADD_ENTITY -> model = generator.withEntity(model);
            case DROP_ENTITY -> dropEntity();
            case ENTITY_TRAIT -> model = model.with(generator.withTrait(entity(), generator.oneOf(OF_ENTITIES)));
            case NO_ENTITY_TRAIT -> model = model.with(entity().with(generator.oneOf(LOSABLE), null));
            case PARENT -> model = model.with(entity().with(Trait.PARENT, entity().name()));
            case NO_PARENT -> model = model.with(entity().with(Trait.PARENT, null));
            case ADD_ATTRIBUTE -> {
                Entity entity = entity();
                List<Attribute> attributes = new ArrayList<>(entity.attributes());
                attributes.add(generator.below(attributes.size() + 1), generator.attribute(model));
                model = model.with(entity.attributes(attributes));
            }
            case DROP_ATTRIBUTE -> changeAttribute(Edit.DROP);
            case RETYPE_ATTRIBUTE -> changeAttribute(Edit.RETYPE);
            case CONVERT_ATTRIBUTE -> changeAttribute(Edit.CONVERT);
            case ATTRIBUTE_TRAIT -> changeAttribute(Edit.TRAIT);
            case NO_ATTRIBUTE_TRAIT -> changeAttribute(Edit.NO_TRAIT);
            case ADD_PART -> changePart(Edit.ADD);
            case DROP_PART -> changePart(Edit.DROP);
            case CHANGE_PART -> changePart(Edit.RETYPE);
            case ENUM -> changeEnum();
            case RENAME_TABLE -> renameTable();
            case RENAME_COLUMN -> changeAttribute(Edit.RENAME);
        }
        model = SoundModel.of(model);
    }

    private enum Edit {
        ADD,
        DROP,
        RETYPE,
        CONVERT,
        TRAIT,
        NO_TRAIT,
        RENAME
    }

    private Entity entity() {
        return generator.oneOf(model.entities());
    }

    private void dropEntity() {
        List<Entity> entities = new ArrayList<>(model.entities());
        Entity entity = entity();
        if (entity.role() != Role.ENTITY || model.ofRole(Role.ENTITY).size() > 1) {
            entities.remove(entity);
        }
        model = new RandomModel(List.copyOf(entities), model.enums());
    }

    private void changeAttribute(Edit edit) {
        Entity entity = entity();
        if (entity.attributes().isEmpty()) {
            return;
        }
        List<Attribute> attributes = new ArrayList<>(entity.attributes());
        int index = generator.below(attributes.size());
        Attribute attribute = attributes.get(index);
        List<Trait> traits = List.copyOf(attribute.traits().keySet());
        switch (edit) {
            case DROP -> attributes.remove(index);
            case RETYPE, ADD -> attributes.set(index, generator.attribute(model, attribute.name()));
            case CONVERT -> attributes.set(index, generator.converted(model, attribute));
            case TRAIT -> {
                List<Trait> possible = Arrays.stream(Trait.values())
                        .filter(trait -> trait != Trait.COLUMN && ModelGenerator.applies(trait, attribute.kind()))
                        .toList();
                attributes.set(index, generator.withTrait(model, attribute, generator.oneOf(possible)));
            }
            case NO_TRAIT -> {
                if (!traits.isEmpty()) {
                    attributes.set(index, attribute.with(generator.oneOf(traits), null));
                }
            }
            case RENAME -> rename(entity, attributes, index);
        }
        model = model.with(entity.attributes(attributes));
    }

    /** Where the column has the attribute's name, in one table. */
    private void rename(Entity entity, List<Attribute> attributes, int index) {
        Attribute attribute = attributes.get(index);
        if (attribute.kind().hasColumn() && !model.hasCompositeKey(attribute.target()) && canRename(entity)) {
            String name = generator.fresh("moved_");
            String table = model.qualifiedTable(entity);
            String said = table + "." + quoted(attribute.column()) + "->" + name;
            renames.add(new Rename(entity.name(), attribute.name(), said, table, name));
            attributes.set(index, attribute.with(Trait.COLUMN, name));
        }
    }

    private boolean canRename(Entity entity) {
        return model.hasTable(entity)
                && model.strategy(entity) != RandomModel.Strategy.TABLE_PER_CLASS
                && renames.stream().noneMatch(other -> other.entity().equals(entity.name()));
    }

    private void renameTable() {
        Entity entity = entity();
        if (canRename(entity)) {
            String name = generator.fresh("moved_");
            Entity renamed = entity.with(Trait.TABLE, name);
            String said = model.qualifiedTable(entity) + "->" + name;
            model = model.with(renamed);
            renames.add(new Rename(entity.name(), "", said, model.qualifiedTable(renamed), name));
        }
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private void changePart(Edit edit) {
        Entity entity = entity();
        List<Part> parts = new ArrayList<>(entity.parts());
        if (edit == Edit.ADD) {
            if (!entity.attributes().isEmpty()) {
                parts.add(generator.part(entity));
            }
        } else if (!parts.isEmpty()) {
            int index = generator.below(parts.size());
            Part part = parts.remove(index);
            if (edit == Edit.RETYPE) {
                List<String> attributes = new ArrayList<>(part.attributes());
                if (generator.chance(50)) {
                    java.util.Collections.reverse(attributes);
                } else {
                    String more = generator.oneOf(entity.attributes()).name();
                    if (!attributes.remove(more)) {
                        attributes.add(more);
                    }
                }
                parts.add(index, new Part(part.sort(), part.name(), List.copyOf(attributes), generator.chance(50)));
            }
        }
        model = model.with(entity.parts(parts));
    }

    private void changeEnum() {
        if (model.enums().isEmpty()) {
            return;
        }
        Enumeration type = generator.oneOf(model.enums());
        List<String> constants = new ArrayList<>(type.constants());
        if (constants.size() > 2 && generator.chance(50)) {
            constants.remove(1 + generator.below(constants.size() - 1));
        } else {
            constants.add(1 + generator.below(constants.size()), generator.fresh(generator.oneOf(List.of("A", "Z"))));
        }
        model = model.with(new Enumeration(type.name(), List.copyOf(constants)));
    }
}
