package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelTypes.Attribute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that are not mapped, so that Hibernate goes on to what else is wrong. A mapping file says so, whose element
 * {@code transient} overrides the annotations (Jakarta Persistence, section 12.2).
 */
final class LeftOut {

    private final ModelTypes types;
    private final Set<Attribute> attributes;

    /** Nothing left out of a model. */
    LeftOut(ModelTypes types) {
        this(types, Set.of());
    }

    private LeftOut(ModelTypes types, Set<Attribute> attributes) {
        this.types = types;
        this.attributes = attributes;
    }

    /** The same and more attributes, those that can be left out. */
    LeftOut and(Collection<Attribute> more) {
        Set<Attribute> all = new LinkedHashSet<>(attributes);
        more.stream().filter(types::isDispensable).forEach(all::add);
        return new LeftOut(types, all);
    }

    int size() {
        return attributes.size();
    }

    /** Returns the mapping file for some classes of the model, or {@code null} if nothing of them is left out. */
    @Nullable
    String overrides(Set<String> classes) {
        Map<String, Set<String>> byClass = new LinkedHashMap<>();
        attributes.stream()
                .filter(attribute -> classes.contains(attribute.owner().getName()))
                .forEach(attribute -> byClass.computeIfAbsent(attribute.owner().getName(), key -> new TreeSet<>())
                        .add("<transient name=\"" + attribute.name() + "\"/>"));
        if (byClass.isEmpty()) {
            return null;
        }
        return Stream.of("mapped-superclass", "entity", "embeddable")
                .flatMap(kind -> byClass.entrySet().stream()
                        .filter(entry -> kind.equals(types.kind(entry.getKey())))
                        .map(entry -> "<" + kind + " class=\"" + entry.getKey() + "\" access=\""
                                + (types.hasFieldAccess(entry.getKey()) ? "FIELD" : "PROPERTY") + "\"><attributes>"
                                + String.join("", entry.getValue()) + "</attributes></" + kind + ">"))
                .collect(Collectors.joining(
                        "",
                        "<entity-mappings xmlns=\"https://jakarta.ee/xml/ns/persistence/orm\" version=\"3.0\">",
                        "</entity-mappings>"));
    }

    /** Whether a message names what is left out, so that it may be about nothing else. */
    boolean isNamedIn(String message) {
        List<String> words = Stream.of(message.split("[^\\w$]+")).toList();
        return attributes.stream()
                .flatMap(attribute ->
                        Stream.concat(Stream.of(attribute.name()), ModelTypes.strings(attribute.element()).stream()))
                .filter(name -> !name.isBlank())
                .anyMatch(name -> words.stream().anyMatch(word -> isCalled(word, name)));
    }

    /** Whether a word is a name, or a column whose name is made of it, such as zone_id of zone. */
    private static boolean isCalled(String word, String name) {
        String column = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return Stream.of(name, column).anyMatch(each -> ("_" + word + "_").contains("_" + each + "_"));
    }
}
