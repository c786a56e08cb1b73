package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Enumeration;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A model as Java. */
final class ModelSource {

    private final RandomModel model;
    private final StringBuilder text = new StringBuilder();

    private ModelSource(RandomModel model) {
        this.model = model;
    }

    static String of(RandomModel model, String packageName) {
        ModelSource source = new ModelSource(model);
        source.line("package " + packageName + ";");
        source.line("import jakarta.persistence.*;");
        source.line("import org.hibernate.annotations.*;");
        source.line("import org.hibernate.type.SqlTypes;");
        for (String name : List.of("Check", "Index", "Table", "ForeignKey")) {
            String from = name.equals("Check") ? "org.hibernate.annotations." : "jakarta.persistence.";
            source.line("import " + from + name + ";");
        }
        model.entities().forEach(source::entity);
        model.enums().forEach(source::enumeration);
        return source.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void enumeration(Enumeration type) {
        line("\nenum " + type.name() + " { " + String.join(", ", type.constants()) + " }");
    }

    private void entity(Entity entity) {
        line("\n@Entity");
        line("@Table(name = " + quoted(identifier(entity.table())) + arrays(entity) + ")");
        if (entity.traits().containsKey(Trait.TABLE_COMMENT)) {
            line("@Comment(" + quoted(entity.traits().get(Trait.TABLE_COMMENT)) + ")");
        }
        for (Part part : entity.parts()) {
            if (part.sort() == Sort.CHECK) {
                line("@Check(" + chosen(part) + "constraints = " + quoted(condition(entity, part)) + ")");
            }
        }
        if (entity.key() == RandomModel.Key.COMPOSITE) {
            line("@IdClass(" + entity.name() + ".Pair.class)");
        }
        line("class " + entity.name() + " {");
        key(entity);
        entity.attributes().forEach(attribute -> line("    " + attribute(attribute)));
        for (Part part : entity.parts()) {
            if (part.sort() == Sort.COMPUTED) {
                String column = column(entity, part.attributes().get(0));
                line("    @GeneratedColumn(" + quoted(column + " * " + (part.descending() ? 2 : 3)) + ") Long "
                        + part.name() + ";");
            }
        }
        line("}");
    }

    private void key(Entity entity) {
        String generated = "@Id @GeneratedValue(strategy = GenerationType.";
        switch (entity.key()) {
            case LONG -> line("    @Id Long id;");
            case INT -> line("    @Id Integer id;");
            case STRING -> line("    @Id @Column(length = 20) String id;");
            case UUID -> line("    @Id java.util.UUID id;");
            case IDENTITY -> line("    " + generated + "IDENTITY) Long id;");
            case AUTO -> line("    " + generated + "AUTO) Long id;");
            case SEQUENCE -> {
                String name = entity.name().toLowerCase(java.util.Locale.ROOT) + "_numbers";
                line("    " + generated + "SEQUENCE, generator = " + quoted(name) + ")");
                line("    @SequenceGenerator(name = " + quoted(name) + ", sequenceName = " + quoted(name)
                        + ", allocationSize = " + entity.traits().getOrDefault(Trait.ALLOCATION, "50")
                        + ", initialValue = " + entity.traits().getOrDefault(Trait.INITIAL, "1") + ") Long id;");
            }
            case COMPOSITE -> {
                line("    @Id Long id;");
                line("    @Id @Column(length = 20) String place;");
                line("    record Pair(Long id, String place) implements java.io.Serializable {}");
            }
        }
    }

    private String attribute(Attribute attribute) {
        List<String> words = new ArrayList<>();
        switch (attribute.kind().family()) {
            case COLLECTION -> {
                if (attribute.has(Trait.COMMENT)) {
                    words.add("@Comment(" + quoted(attribute.get(Trait.COMMENT)) + ")");
                }
            }
            case REFERENCE -> reference(attribute, words);
            case NUMBER, TEXT, ENUM, OTHER -> column(attribute, words);
        }
        words.add(attribute.kind().declaration(attribute.target()) + " " + attribute.name() + ";");
        return String.join(" ", words);
    }

    private void column(Attribute attribute, List<String> words) {
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
        words.add("@Column(" + String.join(", ", arguments) + ")");
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
        boolean composite = model.entity(attribute.target()).orElseThrow().key() == RandomModel.Key.COMPOSITE;
        if (!composite) {
            String name = attribute.has(Trait.KEY_NAME)
                    ? ", foreignKey = @ForeignKey(name = " + quoted(attribute.get(Trait.KEY_NAME)) + ")"
                    : "";
            words.add("@JoinColumn(name = " + quoted(identifier(attribute.column()))
                    + (attribute.has(Trait.REQUIRED) ? ", nullable = false" : "")
                    + (attribute.has(Trait.UNIQUE) ? ", unique = true" : "") + name + ")");
            common(attribute, words);
        }
        if (attribute.has(Trait.ON_DELETE)) {
            words.add("@OnDelete(action = OnDeleteAction." + attribute.get(Trait.ON_DELETE) + ")");
        }
    }

    private void common(Attribute attribute, List<String> words) {
        if (attribute.has(Trait.DEFAULT)) {
            words.add("@ColumnDefault(" + quoted(attribute.get(Trait.DEFAULT)) + ")");
        }
        if (attribute.has(Trait.COMMENT)) {
            words.add("@Comment(" + quoted(attribute.get(Trait.COMMENT)) + ")");
        }
    }

    private static String arrays(Entity entity) {
        List<String> indexes = new ArrayList<>();
        List<String> uniques = new ArrayList<>();
        for (Part part : entity.parts()) {
            List<String> columns =
                    part.attributes().stream().map(name -> column(entity, name)).toList();
            String list = String.join(", ", columns);
            switch (part.sort()) {
                case INDEX -> indexes.add(index(part, list + (part.descending() ? " desc" : ""), false));
                case UNIQUE_INDEX -> indexes.add(index(part, list, true));
                case LOWER_INDEX -> indexes.add(index(part, "(lower(" + columns.get(0) + "))", false));
                case UNIQUE ->
                    uniques.add("@UniqueConstraint(" + chosen(part) + "columnNames = "
                            + columns.stream().map(ModelSource::quoted).collect(Collectors.joining(", ", "{", "}"))
                            + ")");
                case CHECK, COMPUTED -> {
                    // stand elsewhere
                }
            }
        }
        return (indexes.isEmpty() ? "" : ", indexes = {" + String.join(", ", indexes) + "}")
                + (uniques.isEmpty() ? "" : ", uniqueConstraints = {" + String.join(", ", uniques) + "}");
    }

    private static String index(Part part, String columns, boolean unique) {
        return "@Index(" + chosen(part) + "columnList = " + quoted(columns) + (unique ? ", unique = true" : "") + ")";
    }

    private static String chosen(Part part) {
        return part.name() == null ? "" : "name = " + quoted(part.name()) + ", ";
    }

    private static String condition(Entity entity, Part part) {
        String first = column(entity, part.attributes().get(0));
        String last = column(entity, part.attributes().get(part.attributes().size() - 1));
        return part.descending()
                ? first + " is not null or " + last + " is null"
                : "case when " + first + " is null then 1 else 2 end > 0";
    }

    private static String column(Entity entity, String attribute) {
        return identifier(entity.attribute(attribute).orElseThrow().column());
    }

    /** In quotes where SQL needs them. */
    static String identifier(String name) {
        return name.matches("[a-z][a-z0-9_]*") && !name.equals("order") && !name.equals("user")
                ? name
                : "\"" + name + "\"";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
