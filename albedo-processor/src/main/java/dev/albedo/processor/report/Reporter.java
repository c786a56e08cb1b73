package dev.albedo.processor.report;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Puts messages where they belong: on an element, on its annotation, on a value of that; as near as is known. */
public final class Reporter {

    private final ProcessingEnvironment environment;
    private final Messager messager;
    private final Map<Element, TreePath> kept = new HashMap<>();

    public Reporter(ProcessingEnvironment environment) {
        this.environment = environment;
        this.messager = environment.getMessager();
    }

    /** Takes note where an element stands, for messages after javac has written its class: then it does not know any more. */
    public void keepPlace(Element element) {
        TreePath path = Trees.instance(environment).getPath(element);
        if (path != null) {
            kept.put(element, path);
        }
    }

    public void error(String text, @Nullable Element element) {
        print(Kind.ERROR, text, element, null, null);
    }

    public void error(
            String text, Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        print(Kind.ERROR, text, element, annotation, value);
    }

    public void warn(String text, @Nullable Element element) {
        print(Kind.WARNING, text, element, null, null);
    }

    private void print(
            Kind kind,
            String text,
            @Nullable Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        TreePath path = kept.get(element);
        if (path != null) {
            Trees.instance(environment).printMessage(kind, text, path.getLeaf(), path.getCompilationUnit());
        } else if (element == null) {
            messager.printMessage(kind, text);
        } else if (annotation == null) {
            messager.printMessage(kind, text, element);
        } else if (value == null) {
            messager.printMessage(kind, text, element, annotation);
        } else {
            messager.printMessage(kind, text, element, annotation, value);
        }
    }
}
