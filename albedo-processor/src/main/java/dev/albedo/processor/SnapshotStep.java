package dev.albedo.processor;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.processor.report.Reporter;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes the snapshot of a model that has just been compiled, unless there is one already that was made of the same.
 *
 * <p>A copy is kept beside the inputs, because build tools clear the class output before they compile all of it anew.
 *
 * @param inputs the project
 * @param classes the model classes of this module
 * @param output where the snapshot goes
 * @param copy where the copy is, or {@code null} for none
 * @param reporter takes what is wrong
 * @param elements the places in the source
 * @param goalFollows whether all classes of the model are those of an earlier compilation or another compiler, which may be
 *     about to write them anew: what is wrong with them is then said by the goal that reads the model after all compilers
 */
record SnapshotStep(
        Inputs inputs,
        Set<String> classes,
        ClassOutput output,
        @Nullable Path copy,
        Reporter reporter,
        Places elements,
        boolean goalFollows) {

    /** Where a class and an attribute of it are in the source. */
    interface Places {

        /**
         * Returns the nearest element there is, or {@code null} for a class that this compilation does not have.
         *
         * @param className binary name, or {@code null} if it is not known which class is meant
         */
        @Nullable
        Element of(@Nullable String className, @Nullable String attribute);
    }

    void run() throws IOException {
        String fingerprint = Fingerprint.of(inputs, classes);
        String before = output.read(inputs.snapshot());
        if (before != null && before.contains(fingerprint)) {
            return;
        }
        String kept = copy != null && Files.isRegularFile(copy) ? Files.readString(copy) : null;
        if (kept != null && kept.contains(fingerprint)) {
            output.write(inputs.snapshot(), kept);
            return;
        }
        try {
            Snapshot snapshot = ModelReader.read(
                    inputs,
                    classes,
                    fingerprint,
                    warning -> reporter.warn(warning.message(), elements.of(warning.className(), warning.attribute())));
            String text = SnapshotWriter.write(snapshot);
            output.write(inputs.snapshot(), text);
            if (copy != null) {
                Files.writeString(copy, text);
            }
        } catch (ModelException e) {
            output.write(inputs.snapshot(), ""); // an old one would pass for that of these classes
            for (Problem problem : goalFollows ? List.<Problem>of() : e.problems()) {
                reporter.error(problem.message(), elements.of(problem.className(), problem.attribute()));
            }
        }
    }
}
