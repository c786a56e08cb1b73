package dev.albedo.processor.hibernate.bridge;

import dev.albedo.RenamedFrom;
import dev.albedo.origin.Place;
import dev.albedo.processor.hibernate.ModelBinding.Problem;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what {@code @RenamedFrom} says, wherever the model has it. */
final class OldNames {

    private final ClassLoader loader;
    private final Report report;
    private final SortedMap<Place, String> byPlace = new TreeMap<>();
    private final Set<AnnotatedElement> used = new HashSet<>();

    OldNames(ClassLoader loader, Report report) {
        this.loader = loader;
        this.report = report;
    }

    SortedMap<Place, String> byPlace() {
        return byPlace;
    }

    /** Takes what stands on an entity, unless it has no class. */
    void ofClass(@Nullable String className, Place table) {
        if (className != null) {
            put(load(className), table);
        }
    }

    /**
     * Takes what stands on an attribute.
     *
     * @param className the class that has or inherits it; nothing is taken if there is none
     * @param places what the attribute is mapped to
     */
    void ofAttribute(@Nullable String className, String attribute, List<Place> places) {
        if (className != null && places.size() == 1) {
            members(load(className), attribute).forEach(member -> put(member, places.get(0)));
        }
    }

    private void put(AnnotatedElement annotated, Place place) {
        RenamedFrom renamed = annotated.getAnnotation(RenamedFrom.class);
        if (renamed != null) {
            used.add(annotated);
            byPlace.put(place, renamed.value());
        }
    }

    /** Warns of what stands where it says nothing. */
    void warnOfOthers(Collection<String> classes) {
        for (String name : classes) {
            if (name.endsWith(".package-info")) {
                continue;
            }
            Class<?> type = load(name);
            List<AnnotatedElement> annotated = new ArrayList<>(List.of(type));
            annotated.addAll(List.of(type.getDeclaredFields()));
            annotated.addAll(List.of(type.getDeclaredMethods()));
            for (AnnotatedElement element : annotated) {
                if (element.isAnnotationPresent(RenamedFrom.class) && !used.contains(element)) {
                    String place = described(element);
                    report.warn(new Problem(
                            name,
                            element instanceof Member member ? attribute(member) : null,
                            "@RenamedFrom on " + place + " has no effect: " + place
                                    + " is not mapped to a single column or to its own table. Remove it"));
                }
            }
        }
    }

    private static String described(AnnotatedElement element) {
        if (element instanceof Field field) {
            return field.getDeclaringClass().getName() + "#" + field.getName();
        }
        if (element instanceof Method method) {
            return method.getDeclaringClass().getName() + "#" + method.getName() + "()";
        }
        return ((Class<?>) element).getName();
    }

    private static String attribute(Member member) {
        String name = member.getName();
        int prefix =
                member instanceof Field || !name.matches("(get|is)\\p{Upper}.*") ? 0 : name.startsWith("is") ? 2 : 3;
        return name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1);
    }

    /** The fields and getters of an attribute in a class and what it extends. */
    private static List<AnnotatedElement> members(Class<?> type, String attribute) {
        String suffix = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
        Set<String> getters = Set.of(attribute, "get" + suffix, "is" + suffix);
        List<AnnotatedElement> members = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    members.add(field);
                }
            }
            for (Method method : each.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && getters.contains(method.getName())) {
                    members.add(method);
                }
            }
        }
        return members;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class " + name + " is not in the class output or on the class path", e);
        }
    }
}
