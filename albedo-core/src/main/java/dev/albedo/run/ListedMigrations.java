package dev.albedo.run;

import dev.albedo.Migration;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Migrations whose classes are loaded one by one, when they are needed. */
record ListedMigrations(RevisionGraph graph, ClassLoader loader) implements MigrationSource {

    @Override
    public Migration load(RevisionNode revision) {
        try {
            return Class.forName(revision.className(), true, loader)
                    .asSubclass(Migration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw failure(
                    revision, "is in the list of migrations but not on the class path; compile the project again", e);
        } catch (InvocationTargetException e) {
            throw failure(revision, "fails in its constructor: " + e.getCause(), e.getCause());
        } catch (ClassCastException e) {
            throw failure(revision, "does not implement " + Migration.class.getName(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failure(
                    revision,
                    "cannot be made: it must be public with a public constructor without parameters; " + e,
                    e);
        }
    }

    private static RunException failure(RevisionNode revision, String reason, @Nullable Throwable cause) {
        return new RunException(
                "the class " + revision.className() + " of revision " + revision.id() + " " + reason, cause);
    }
}
