package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Enumeration;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
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
        source.line("// set: hibernate.hbm2ddl.create_namespaces=true");
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
        line("");
        switch (entity.role()) {
            case EMBEDDABLE -> line("@Embeddable");
            case MAPPED_SUPERCLASS -> line("@MappedSuperclass");
            case ENTITY -> mapping(entity);
        }
        boolean top = model.parent(entity).isEmpty() && entity.role() != Role.EMBEDDABLE;
        if (top && model.key(entity) == RandomModel.Key.COMPOSITE) {
            line("@IdClass(" + entity.name() + ".Pair.class)");
        }
        line((isAbstract(entity) ? "abstract " : "") + "class " + entity.name()
                + model.parent(entity)
                        .map(parent -> " extends " + parent.name())
                        .orElse("") + " {");
        if (top) {
            key(entity);
        }
        AttributeSource attributes = new AttributeSource(model);
        entity.attributes().forEach(attribute -> line("    " + attributes.of(entity, attribute)));
        for (Part part : entity.parts()) {
            if (part.sort() == Sort.COMPUTED) {
                String column = column(entity, part.attributes().get(0));
                line("    @GeneratedColumn(" + quoted("cast(" + column + " as bigint) * " + (part.descending() ? 2 : 3))
                        + ") Long " + part.name() + ";");
            }
        }
        line("}");
    }

    private static boolean isAbstract(Entity entity) {
        return switch (entity.role()) {
            case EMBEDDABLE -> false;
            case MAPPED_SUPERCLASS -> true;
            case ENTITY -> entity.has(Trait.ABSTRACT);
        };
    }

    private void mapping(Entity entity) {
        line("@Entity");
        if (entity.has(Trait.STRATEGY) && model.root(entity).equals(entity)) {
            line("@Inheritance(strategy = InheritanceType." + entity.get(Trait.STRATEGY) + ")");
        }
        if (!model.hasTable(entity)) {
            return;
        }
        String schema = entity.has(Trait.SCHEMA) ? ", schema = " + quoted(identifier(entity.get(Trait.SCHEMA))) : "";
        line("@Table(name = " + quoted(identifier(model.table(entity))) + schema + arrays(entity) + ")");
        if (entity.has(Trait.TABLE_COMMENT)) {
            line("@Comment(" + quoted(entity.get(Trait.TABLE_COMMENT)) + ")");
        }
        for (Part part : entity.parts()) {
            if (part.sort() == Sort.CHECK) {
                line("@Check(" + chosen(part) + "constraints = " + quoted(condition(entity, part)) + ")");
            }
        }
    }

    private void key(Entity entity) {
        String generated = "@Id @GeneratedValue(strategy = GenerationType.";
        switch (model.key(entity)) {
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
            case TABLE -> {
                String name = quoted(entity.name().toLowerCase(java.util.Locale.ROOT) + "_counter");
                line("    " + generated + "TABLE, generator = " + name + ")");
                line("    @TableGenerator(name = " + name
                        + (entity.has(Trait.ALLOCATION)
                                ? ", table = " + name + ", allocationSize = " + entity.get(Trait.ALLOCATION)
                                : "")
                        + ") Long id;");
            }
            case COMPOSITE -> {
                line("    @Id Long id;");
                line("    @Id @Column(length = 20) String place;");
                line("    record Pair(Long id, String place) implements java.io.Serializable {}");
            }
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

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
