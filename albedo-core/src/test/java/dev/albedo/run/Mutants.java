package dev.albedo.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Copies of a value that are different in one component of one of the records in it. */
final class Mutants {

    /** Components that are left as they are. */
    private final Set<String> untouched;

    /** The components that were met, and of these those that were changed. */
    final Set<String> met = new TreeSet<>();

    final Set<String> changed = new TreeSet<>();

    Mutants(Set<String> untouched) {
        this.untouched = untouched;
    }

    /** Gives each copy that is different, with the component in which it is. */
    void of(Object value, BiConsumer<String, Object> taker) {
        each(value, "", (component, mutant) -> {
            if (!mutant.equals(value)) {
                taker.accept(component, mutant);
            }
        });
    }

    private void each(Object value, String component, BiConsumer<String, @Nullable Object> taker) {
        if (value instanceof Record record) {
            record(record, taker);
        } else if (value instanceof Boolean flag) {
            taker.accept(component, !flag);
        } else if (value instanceof String text) {
            taker.accept(component, text + "x");
        } else if (value instanceof Long number) {
            taker.accept(component, number + 1);
        } else if (value instanceof Integer number) {
            taker.accept(component, number + 1);
        } else if (value instanceof Enum<?> constant) {
            Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != constant)
                    .forEach(other -> taker.accept(component, other));
        } else if (value instanceof List<?> list) {
            list(list, component, taker);
        }
    }

    private void list(List<?> list, String component, BiConsumer<String, @Nullable Object> taker) {
        if (!list.isEmpty()) {
            taker.accept(component, list.subList(0, list.size() - 1));
            List<Object> reversed = new ArrayList<>(list);
            Collections.reverse(reversed);
            taker.accept(component, reversed);
        }
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            each(list.get(i), component, (inner, mutant) -> {
                List<@Nullable Object> copy = new ArrayList<>(list);
                copy.set(place, mutant);
                taker.accept(inner, copy);
            });
        }
    }

    private void record(Record record, BiConsumer<String, @Nullable Object> taker) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = record.getClass().getSimpleName() + "." + components[i].getName();
            if (untouched.contains(name)) {
                continue;
            }
            met.add(name);
            int place = i;
            BiConsumer<String, @Nullable Object> rebuilt = (component, mutant) -> {
                @Nullable Record copy = copy(record, components, place, mutant);
                if (copy != null && !copy.equals(record)) {
                    changed.add(name);
                    taker.accept(component, copy);
                }
            };
            @Nullable Object value = value(record, components[i]);
            if (value != null) {
                each(value, name, rebuilt);
                if (components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    rebuilt.accept(name, null);
                }
            }
        }
    }

    /** The record with another value of one component, or {@code null} if it refuses that value. */
    private static @Nullable Record copy(
            Record record, RecordComponent[] components, int place, @Nullable Object value) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = i == place ? value : value(record, components[i]);
            }
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make " + record.getClass(), e);
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }
}
