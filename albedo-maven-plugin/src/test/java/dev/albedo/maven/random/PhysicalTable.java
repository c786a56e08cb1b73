package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Key;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
import dev.albedo.maven.random.RandomModel.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What entities become in the database.
 *
 * @param owner the entity whose table it is
 * @param name in SQL, with its schema
 * @param place what says where the owner stands among its classes
 * @param attributes those with a column, of embeddables and of other classes of the hierarchy too
 * @param parts those of the same classes
 * @param kinds the concrete entities in a table of several
 */
record PhysicalTable(
        String owner,
        String name,
        Key key,
        String place,
        List<Attribute> attributes,
        List<Part> parts,
        List<String> kinds) {

    static List<PhysicalTable> of(RandomModel model) {
        return model.entities().stream()
                .filter(model::hasTable)
                .map(entity -> of(model, entity))
                .toList();
    }

    private static PhysicalTable of(RandomModel model, Entity owner) {
        List<Entity> classes = new ArrayList<>(List.of(owner));
        List<String> kinds = List.of();
        Strategy strategy = model.strategy(owner);
        for (Entity parent = owner; model.parent(parent).isPresent(); ) {
            parent = model.parent(parent).get();
            boolean joined = strategy == Strategy.JOINED && !model.root(owner).equals(owner);
            if (parent.role() == Role.MAPPED_SUPERCLASS ? !joined : strategy == Strategy.TABLE_PER_CLASS) {
                classes.add(parent);
            }
        }
        List<Entity> below = model.below(owner);
        if (strategy == Strategy.SINGLE_TABLE && !below.isEmpty()) {
            classes.addAll(below);
            kinds = Stream.concat(Stream.of(owner), below.stream())
                    .filter(entity -> !entity.has(Trait.ABSTRACT))
                    .map(Entity::name)
                    .toList();
        }
        return new PhysicalTable(
                owner.name(),
                model.qualifiedTable(owner),
                model.key(owner),
                owner.get(Trait.PARENT) + " " + strategy + " " + (kinds.isEmpty() ? "one" : "several"),
                classes.stream().flatMap(entity -> flat(model, entity)).toList(),
                classes.stream().flatMap(entity -> entity.parts().stream()).toList(),
                kinds);
    }

    private static Stream<Attribute> flat(RandomModel model, Entity entity) {
        return entity.attributes().stream()
                .flatMap(attribute ->
                        attribute.kind() == Kind.EMBEDDED ? inside(model, attribute).stream() : Stream.of(attribute));
    }

    /** The attributes of the embeddable with the names and columns that they have where it is embedded. */
    static List<Attribute> inside(RandomModel model, Attribute embedded) {
        return model.entity(embedded.target()).map(Entity::attributes).orElse(List.of()).stream()
                .map(attribute -> new Attribute(
                        embedded.name() + "." + attribute.name(),
                        attribute.kind(),
                        attribute.target(),
                        attribute
                                .with(Trait.COLUMN, embedded.get(Trait.PREFIX) + attribute.column())
                                .traits()))
                .toList();
    }

    /** The columns that an embedded attribute has. */
    static List<String> columns(RandomModel model, Attribute embedded) {
        return inside(model, embedded).stream().map(Attribute::column).toList();
    }

    Optional<Attribute> attribute(String wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(wanted))
                .findFirst();
    }

    List<String> keyColumns() {
        return key == Key.COMPOSITE ? List.of("id", "place") : List.of("id");
    }
}
