package dev.albedo.processor.revision;

import dev.albedo.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What a class must be, so that the runner can make a migration of it. */
final class ClassRules {

    private static final String MIGRATION = "dev.albedo.Migration";

    private final Elements elements;
    private final Types types;

    ClassRules(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Every rule that this class breaks. */
    List<String> broken(TypeElement type) {
        String name = type.getSimpleName().toString();
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return List.of(Message.notAClass(name));
        }
        List<String> broken = new ArrayList<>();
        if (!isMigration(type)) {
            broken.add(Message.notAMigration(name));
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            broken.add(Message.isAbstract(name));
        }
        if (!isPublic(type)) {
            broken.add(Message.notPublic(name));
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.STATIC)) {
            broken.add(Message.isInner(name));
        }
        if (!hasConstructor(type)) {
            broken.add(Message.noConstructor(name));
        }
        return broken;
    }

    private boolean isMigration(TypeElement type) {
        TypeElement migration = elements.getTypeElement(MIGRATION);
        return migration != null && types.isSubtype(types.erasure(type.asType()), migration.asType());
    }

    private static boolean isPublic(TypeElement type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && constructor.getModifiers().contains(Modifier.PUBLIC));
    }
}
