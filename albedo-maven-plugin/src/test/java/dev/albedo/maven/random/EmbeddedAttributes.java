package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import java.util.List;

/** The attributes of an embeddable where it is embedded. */
final class EmbeddedAttributes {

    private EmbeddedAttributes() {}

    /** The attributes with the names and columns that they have there. */
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
}
