package dev.albedo.processor.hibernate;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of a model as reflection sees them: their attributes, and which of them need each other. */
final class ModelTypes {

    private static final Map<String, String> KINDS = Map.of(
            "jakarta.persistence.Entity", "entity",
            "jakarta.persistence.MappedSuperclass", "mapped-superclass",
            "jakarta.persistence.Embeddable", "embeddable");

    private final SortedMap<String, Class<?>> types = new TreeMap<>();
    private final SortedMap<String, List<Attribute>> attributes = new TreeMap<>();
    private final Set<String> entities = new TreeSet<>();
    private final SortedMap<String, String> missing = new TreeMap<>();

    /**
     * A field or property of a class.
     *
     * @param element the field or the getter
     */
    record Attribute(Class<?> owner, String name, Type type, AnnotatedElement element) {

        /** Returns the class that a message can name the attribute's type by. */
        Stream<Class<?>> classes() {
            return parts(type);
        }

        private static Stream<Class<?>> parts(Type type) {
            if (type instanceof Class<?> plain) {
                return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
            }
            if (type instanceof GenericArrayType array) {
                return parts(array.getGenericComponentType());
            }
            return type instanceof ParameterizedType generic
                    ? Stream.concat(
                            parts(generic.getRawType()),
                            Arrays.stream(generic.getActualTypeArguments()).flatMap(Attribute::parts))
                    : Stream.empty();
        }
    }

    /** The classes of these names. One that cannot be loaded is left out: Hibernate has named it already. */
    ModelTypes(ClassLoader loader, Collection<String> names) {
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                types.put(name, type);
                if (hasAnnotation(type, "jakarta.persistence.Entity")) {
                    entities.add(name);
                }
                attributes.put(name, attributesOf(type));
            } catch (ClassNotFoundException | LinkageError | TypeNotPresentException e) {
                attributes.put(name, List.of());
                Reason.missingClass(e)
                        .filter(needed -> !needed.equals(name))
                        .ifPresent(needed -> missing.put(name, needed));
            }
        }
    }

    /** Returns the classes that need another one that is not there, each with that one. */
    SortedMap<String, String> missing() {
        return missing;
    }

    Set<String> entities() {
        return entities;
    }

    Set<String> names() {
        return types.keySet();
    }

    /** Returns what mapping files call a class, or {@code null} for one that has no attributes of its own there. */
    @Nullable
    String kind(String name) {
        Class<?> type = types.get(name);
        return KINDS.entrySet().stream()
                .filter(kind -> type != null && hasAnnotation(type, kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the class of an attribute can be mapped without it: not without an identifier or a part of one, on which other
     * tables depend.
     */
    boolean isDispensable(Attribute attribute) {
        return kind(attribute.owner().getName()) != null
                && !isIdentifier(attribute)
                && attributes.values().stream()
                        .flatMap(List::stream)
                        .filter(ModelTypes::isIdentifier)
                        .flatMap(Attribute::classes)
                        .noneMatch(type -> partsOf(type.getName())
                                .contains(attribute.owner().getName()));
    }

    private static boolean isIdentifier(Attribute attribute) {
        return hasAnnotation(attribute.element(), "jakarta.persistence.Id")
                || hasAnnotation(attribute.element(), "jakarta.persistence.EmbeddedId");
    }

    /** Whether the fields of a class are mapped, not its getters: as its annotations tell, or else those of the identifiers. */
    boolean hasFieldAccess(String name) {
        return Stream.concat(
                        attributes(name).stream().filter(ModelTypes::isAnnotated),
                        attributes.values().stream().flatMap(List::stream).filter(ModelTypes::isIdentifier))
                .findFirst()
                .map(attribute -> attribute.element() instanceof Field)
                .orElse(true);
    }

    private static boolean isAnnotated(Attribute attribute) {
        return Arrays.stream(attribute.element().getAnnotations())
                .anyMatch(present -> present.annotationType().getName().startsWith("jakarta.persistence."));
    }

    /** Returns the attributes of an entity, its superclasses and its embeddables that it can be mapped without, one by one. */
    List<Attribute> dispensable(String entity) {
        List<String> parts = partsOf(entity);
        List<Attribute> declared =
                parts.stream().flatMap(part -> attributes(part).stream()).toList();
        return declared.stream()
                .filter(attribute ->
                        hasFieldAccess(attribute.owner().getName()) == attribute.element() instanceof Field)
                .filter(attribute -> attribute.classes().map(Class::getName).noneMatch(parts::contains))
                .filter(this::isDispensable)
                .toList();
    }

    /** Returns the attributes that a class declares itself. */
    List<Attribute> attributes(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    /**
     * Returns the classes whose attributes can be meant by a message about a class: itself, its superclasses, and the
     * embeddable classes of its attributes.
     */
    List<String> partsOf(String name) {
        Set<String> parts = new LinkedHashSet<>();
        addParts(name, parts);
        return List.copyOf(parts);
    }

    private void addParts(String name, Set<String> parts) {
        Class<?> type = types.get(name);
        if (type == null || !parts.add(name)) {
            return;
        }
        if (type.getSuperclass() != null) {
            addParts(type.getSuperclass().getName(), parts);
        }
        attributes(name).stream()
                .flatMap(Attribute::classes)
                .map(Class::getName)
                .filter(part -> types.containsKey(part) && !entities.contains(part))
                .forEach(part -> addParts(part, parts));
    }

    /** Returns an entity with its superclasses and all classes that are no entities, but no entity that it refers to. */
    Set<String> alone(String entity, Collection<String> all) {
        Set<String> alone =
                all.stream().filter(name -> !entities.contains(name)).collect(Collectors.toCollection(TreeSet::new));
        for (Class<?> type = types.get(entity); type != null; type = type.getSuperclass()) {
            if (types.containsKey(type.getName())) {
                alone.add(type.getName());
            }
        }
        return alone;
    }

    /** Returns an entity with all that it refers to, that they refer to, and so on. */
    Set<String> withTargets(String entity, Collection<String> all) {
        Set<String> closure = alone(entity, all);
        List<String> open = new ArrayList<>(List.of(entity));
        Set<String> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            for (String part : partsOf(open.remove(open.size() - 1))) {
                references(part)
                        .filter(each -> types.containsKey(each) && seen.add(each))
                        .forEach(name -> {
                            closure.addAll(alone(name, List.of()));
                            open.add(name);
                        });
            }
        }
        return closure;
    }

    private Stream<String> references(String name) {
        Stream<Class<?>> supers = Stream.iterate(types.get(name), type -> type != null, type -> type.getSuperclass());
        return Stream.concat(
                supers.map(Class::getName),
                attributes(name).stream()
                        .flatMap(attribute -> Stream.concat(
                                attribute.classes().map(Class::getName), strings(attribute.element()).stream())));
    }

    private static List<Attribute> attributesOf(Class<?> type) {
        List<Attribute> found = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                found.add(new Attribute(type, field.getName(), field.getGenericType(), field));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            String name = property(method);
            if (!name.isEmpty() && method.getParameterCount() == 0 && !method.isSynthetic()) {
                found.add(new Attribute(type, name, method.getGenericReturnType(), method));
            }
        }
        return found;
    }

    private static String property(Method method) {
        String name = method.getName();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : name.length();
        return name.length() <= prefix
                ? ""
                : name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1);
    }

    private static boolean hasAnnotation(AnnotatedElement type, String annotation) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(present -> present.annotationType().getName().equals(annotation));
    }

    /** Returns the texts, and the names of the classes, that the annotations of an element say. */
    static Set<String> strings(AnnotatedElement element) {
        Set<String> strings = new TreeSet<>();
        for (Annotation annotation : element.getAnnotations()) {
            addStrings(annotation, strings);
        }
        return strings;
    }

    private static void addStrings(Object value, Set<String> strings) {
        if (value instanceof String text) {
            strings.add(text);
        } else if (value instanceof Class<?> type) {
            strings.add(type.getName());
        } else if (value instanceof Object[] values) {
            Arrays.stream(values).forEach(each -> addStrings(each, strings));
        } else if (value instanceof Annotation annotation) {
            for (Method member : annotation.annotationType().getDeclaredMethods()) {
                try {
                    addStrings(member.invoke(annotation), strings);
                } catch (ReflectiveOperationException e) {
                    strings.add(""); // names a class that is missing: no text that a message could quote
                }
            }
        }
    }
}
