package dev.albedo.run;

import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation.Custom;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of an operation of a project's own kind: of a record its simple name and its components, in the names
 * that the project gave them, without those that are null, false or empty; of any other class its description.
 */
final class CustomText {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().trySetAccessible(); // a project's own record need not be public to be run
            }
            return components;
        }
    };

    static final String COMPONENT = "component";

    private CustomText() {}

    static TextNode of(Custom operation) {
        CustomOperation custom = operation.operation();
        if (custom instanceof Record record) {
            return new TextNode("custom", custom.getClass().getSimpleName(), components(record));
        }
        return TextNode.of("custom", null, TextNode.of("description", operation.said(custom.describe(), "describe()")));
    }

    private static List<TextNode> components(Record record) {
        List<TextNode> components = new ArrayList<>();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            @Nullable Object value = value(record, component);
            if (value != null && !value.equals(false) && !isEmpty(value)) {
                components.add(TextNode.of(COMPONENT, component.getName(), text(value)));
            }
        }
        return components;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static TextNode text(Object value) {
        if (value instanceof Record record) {
            return new TextNode("record", value.getClass().getSimpleName(), components(record));
        }
        if (value instanceof CustomOperation operation) {
            return TextNode.of("description", operation.describe());
        }
        if (value instanceof Map<?, ?> map) {
            return list(map.values());
        }
        if (value instanceof Collection<?> collection) {
            return list(collection);
        }
        if (value instanceof Enum<?> constant) {
            return TextNode.of("constant", constant.name());
        }
        if (value instanceof Boolean) {
            return TextNode.of("boolean", value.toString());
        }
        if (value instanceof Number) {
            return TextNode.of("number", value.toString());
        }
        if (value instanceof String string) {
            return TextNode.of("text", string);
        }
        throw new RunException("a checksum of " + value.getClass()
                + " is not known: an operation of your own can have texts, numbers, booleans, enum constants, lists and"
                + " records of them");
    }

    private static TextNode list(Collection<?> values) {
        return new TextNode("list", null, values.stream().map(CustomText::text).toList());
    }
}
