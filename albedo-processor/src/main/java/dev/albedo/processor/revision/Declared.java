package dev.albedo.processor.revision;

import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.RevisionProblem.Attribute;
import dev.albedo.revision.StepCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A class with {@code @Revision} in this compilation.
 *
 * @param type the class
 * @param annotation its annotation
 * @param node what it declares
 */
record Declared(TypeElement type, AnnotationMirror annotation, RevisionNode node) {

    private static final String REVISION = "dev.albedo.Revision";

    /** The revision this class declares, or {@code null} if it declares none. */
    static @Nullable Declared of(TypeElement type, Elements elements) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(REVISION)) {
                Map<? extends ExecutableElement, ? extends AnnotationValue> values =
                        elements.getElementValuesWithDefaults(annotation);
                return new Declared(
                        type,
                        annotation,
                        new RevisionNode(
                                text(values, "id"),
                                elements.getBinaryName(type).toString(),
                                texts(values, "parent"),
                                texts(values, "dependsOn"),
                                texts(values, "labels"),
                                text(values, "created")));
            }
        }
        return null;
    }

    /** The same with what its data steps say. */
    Declared with(StepCode code) {
        return new Declared(
                type,
                annotation,
                new RevisionNode(
                        node.id(),
                        node.className(),
                        node.parents(),
                        node.dependsOn(),
                        node.labels(),
                        node.created(),
                        code));
    }

    /** Where in the source an attribute has this value; the attribute itself if it is not an array. */
    @Nullable
    AnnotationValue find(Attribute attribute, String wanted) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute.element())) {
                if (entry.getValue().getValue() instanceof List<?> items) {
                    for (Object item : items) {
                        if (item instanceof AnnotationValue value && wanted.equals(value.getValue())) {
                            return value;
                        }
                    }
                }
                return entry.getValue();
            }
        }
        return null;
    }

    private static String text(Map<? extends ExecutableElement, ? extends AnnotationValue> values, String attribute) {
        List<String> texts = texts(values, attribute);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static List<String> texts(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values, String attribute) {
        List<String> texts = new ArrayList<>();
        values.forEach((method, value) -> {
            if (method.getSimpleName().contentEquals(attribute)) {
                if (value.getValue() instanceof List<?> items) {
                    items.forEach(item -> texts.add(String.valueOf(((AnnotationValue) item).getValue())));
                } else {
                    texts.add(String.valueOf(value.getValue()));
                }
            }
        });
        return texts;
    }
}
