package dev.albedo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Finds the component, the kind or the constant that {@link Everything} forgets. */
class EverythingTest {

    private final Set<Class<?>> kinds = new HashSet<>();
    private final Set<Class<? extends Enum<?>>> enums = new HashSet<>();
    private final Set<Object> constants = new HashSet<>();
    private final Set<String> components = new TreeSet<>();
    private final Set<String> set = new TreeSet<>();

    @Test
    void everyComponentHasAValueThatIsNotItsDefault() {
        walk(Everything.SCHEMA);
        walk(Everything.OPERATIONS);

        Set<String> leftOut = new TreeSet<>(components);
        leftOut.removeAll(set);
        assertThat(leftOut).as("components that only have their default value").isEmpty();
        assertThat(components).hasSizeGreaterThan(90);
    }

    @Test
    void everyKindAndEveryConstantOccurs() {
        walk(Everything.SCHEMA);
        walk(Everything.OPERATIONS);

        for (Class<?> sealed : new Class<?>[] {Operation.class, Constraint.class, SqlType.class}) {
            assertThat(kinds).contains(Everything.kinds(sealed));
        }
        for (Class<? extends Enum<?>> type : enums) {
            assertThat(constants).contains((Object[]) type.getEnumConstants());
        }
    }

    @Test
    void theOperationsCanBeAppliedInTheirOrder() {
        Schema schema = Everything.SCHEMA;
        for (Operation operation : Everything.OPERATIONS) {
            schema = operation.applyTo(schema);
        }
        assertThat(schema).isNotEqualTo(Everything.SCHEMA);
    }

    @SuppressWarnings("unchecked")
    private void walk(Object start) {
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            Object next = waiting.remove();
            if (next instanceof Collection<?> collection) {
                collection.stream().filter(Objects::nonNull).forEach(waiting::add);
            } else if (next instanceof Map<?, ?> map) {
                waiting.addAll(map.values());
            } else if (next instanceof Enum<?> constant) {
                enums.add((Class<? extends Enum<?>>) constant.getDeclaringClass());
                constants.add(constant);
            } else if (next.getClass().isRecord()) {
                kinds.add(next.getClass());
                components(next, waiting);
            }
        }
    }

    private void components(Object record, Deque<Object> waiting) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = record.getClass().getSimpleName() + "." + component.getName();
            components.add(name);
            Object value = value(record, component);
            if (value != null) {
                waiting.add(value);
                if (!isDefault(value)) {
                    set.add(name);
                }
            }
        }
    }

    private static Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }

    private static boolean isDefault(Object value) {
        return Arrays.asList(false, 0L, 1L, "").contains(value)
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Enum<?> constant
                        && constant == constant.getDeclaringClass().getEnumConstants()[0]);
    }
}
