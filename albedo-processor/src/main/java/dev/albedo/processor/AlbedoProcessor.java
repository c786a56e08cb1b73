package dev.albedo.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.albedo.processor.report.Message;
import dev.albedo.processor.report.Reporter;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Albedo inside the compiler. In the rounds it takes note of model classes and revisions; when javac has written the classes
 * it has Hibernate read the model. It claims no annotation and generates no class.
 */
public final class AlbedoProcessor extends AbstractProcessor {

    private @Nullable Compilation compilation;

    /** Made by the compiler. */
    public AlbedoProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*"); // to hear of a compilation in which the last model class lost its annotation, too
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Compilation.INPUTS_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        environment.getOptions().keySet().stream()
                .filter(option -> option.startsWith("albedo.") && !option.equals(Compilation.INPUTS_OPTION))
                .sorted()
                .forEach(option -> report(Message.unknownOption(option)));
        Compilation started = new Compilation(environment, listen(environment));
        compilation = started;
    }

    private boolean listen(ProcessingEnvironment environment) {
        try {
            JavacTask.instance(environment).addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
                        guarded(current -> current.generated(event.getTypeElement()));
                    } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
                        guarded(Compilation::finish);
                        compilation = null;
                    }
                }
            });
            return true;
        } catch (IllegalArgumentException | LinkageError e) {
            return false; // another compiler, or one whose environment a build tool has wrapped
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        guarded(current -> {
            current.take(round.getRootElements());
            if (round.processingOver()) {
                current.endRounds(round.errorRaised());
            }
        });
        return false;
    }

    @FunctionalInterface
    private interface Step {
        void run(Compilation compilation) throws IOException;
    }

    /** A compiler that gets an exception from a processor prints a stack trace that helps nobody. */
    private void guarded(Step step) {
        Compilation current = compilation;
        if (current == null) {
            return;
        }
        try {
            step.run(current);
        } catch (IOException e) {
            compilation = null;
            report(Message.notReadable(e));
        } catch (RuntimeException e) {
            compilation = null;
            report(Message.defect(e));
        }
    }

    private void report(String text) {
        new Reporter(processingEnv).error(text, null);
    }
}
