package dev.albedo.maven.random;

import static dev.albedo.maven.random.ModelSource.identifier;
import static dev.albedo.maven.random.ModelSource.quoted;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Key;
import java.util.ArrayList;
import java.util.List;

/** An attribute as Java. */
record AttributeSource(RandomModel model) {

    String of(Entity entity, Attribute attribute) {
        List<String> words = new ArrayList<>();
        switch (attribute.kind().family()) {
            case COLLECTION -> collection(entity, attribute, words);
            case REFERENCE -> reference(attribute, words);
            case EMBEDDED -> overrides(attribute, words);
            case NUMBER, TEXT, ENUM, OTHER -> column(attribute, words);
        }
        words.add(attribute.kind().declaration(attribute.target()) + " " + attribute.name() + ";");
        return String.join(" ", words);
    }

    private void collection(Entity entity, Attribute attribute, List<String> words) {
        if (attribute.has(Trait.COMMENT)) {
            words.add("@Comment(" + quoted(attribute.get(Trait.COMMENT)) + ")");
        }
        if (attribute.kind() == Kind.ONE_TO_MANY_KEY && model.key(entity) != Key.COMPOSITE) {
            words.add("@JoinColumn(name = " + quoted(attribute.name() + "_back") + ")");
        }
        if (attribute.has(Trait.COLLECTION_TABLE)) {
            boolean elements = attribute.kind().target() != Kind.Target.ENTITY;
            words.add((elements ? "@CollectionTable" : "@JoinTable") + "(name = "
                    + quoted(identifier(attribute.get(Trait.COLLECTION_TABLE))) + ")");
        }
    }

    private void overrides(Attribute embedded, List<String> words) {
        if (!embedded.has(Trait.PREFIX)) {
            return;
        }
        for (Attribute inside : EmbeddedAttributes.inside(model, embedded)) {
            String name = quoted(inside.name().substring(embedded.name().length() + 1));
            words.add(
                    inside.kind().family() == Kind.Family.REFERENCE
                            ? "@AssociationOverride(name = " + name + ", joinColumns = " + joinColumn(inside) + ")"
                            : "@AttributeOverride(name = " + name + ", column = " + columnOf(inside) + ")");
        }
    }

    private static String columnOf(Attribute attribute) {
        List<String> arguments = new ArrayList<>();
        arguments.add("name = " + quoted(identifier(attribute.column())));
        if (attribute.has(Trait.REQUIRED)) {
            arguments.add("nullable = false");
        }
        if (attribute.has(Trait.UNIQUE)) {
            arguments.add("unique = true");
        }
        if (attribute.has(Trait.LENGTH)) {
            arguments.add("length = " + attribute.get(Trait.LENGTH));
        }
        if (attribute.has(Trait.DIGITS)) {
            String[] digits = attribute.get(Trait.DIGITS).split(",");
            arguments.add("precision = " + digits[0] + ", scale = " + digits[1]);
        }
        return "@Column(" + String.join(", ", arguments) + ")";
    }

    private static void column(Attribute attribute, List<String> words) {
        words.add(columnOf(attribute));
        if (attribute.has(Trait.COLLATION)) {
            words.add("@Collate(" + quoted(attribute.get(Trait.COLLATION)) + ")");
        }
        if (attribute.has(Trait.CHECK)) {
            String name = attribute.get(Trait.CHECK);
            String column = identifier(attribute.column());
            String condition = attribute.kind().family() == Kind.Family.TEXT
                    ? "length(" + column + ") < 1000"
                    : column + " > -1000";
            words.add("@Check(" + (name.isEmpty() ? "" : "name = " + quoted(name) + ", ") + "constraints = "
                    + quoted(condition) + ")");
        }
        common(attribute, words);
    }

    private void reference(Attribute attribute, List<String> words) {
        if (!model.hasCompositeKey(attribute.target())) {
            words.add(joinColumn(attribute));
            common(attribute, words);
        }
        if (attribute.has(Trait.ON_DELETE)) {
            words.add("@OnDelete(action = OnDeleteAction." + attribute.get(Trait.ON_DELETE) + ")");
        }
    }

    private static String joinColumn(Attribute attribute) {
        String key = attribute.has(Trait.KEY_NAME)
                ? ", foreignKey = @ForeignKey(name = " + quoted(attribute.get(Trait.KEY_NAME)) + ")"
                : "";
        return "@JoinColumn(name = " + quoted(identifier(attribute.column()))
                + (attribute.has(Trait.REQUIRED) ? ", nullable = false" : "")
                + (attribute.has(Trait.UNIQUE) ? ", unique = true" : "") + key + ")";
    }

    private static void common(Attribute attribute, List<String> words) {
        if (attribute.has(Trait.DEFAULT)) {
            words.add("@ColumnDefault(" + quoted(attribute.get(Trait.DEFAULT)) + ")");
        }
        if (attribute.has(Trait.COMMENT)) {
            words.add("@Comment(" + quoted(attribute.get(Trait.COMMENT)) + ")");
        }
    }
}
