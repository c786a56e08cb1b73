package dev.albedo.processor.revision;

import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a module says of its migrations to those that run them: the list, and what a native image has to keep. */
public final class MigrationLists {

    private MigrationLists() {}

    /** Returns the texts by the names of the resources; all are empty if there are no migrations. */
    public static Map<String, String> texts(Collection<RevisionNode> revisions) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(MigrationsList.RESOURCE, revisions.isEmpty() ? "" : MigrationsList.write(revisions));
        texts.put(NativeImage.CLASSES, NativeImage.classes(revisions));
        texts.put(NativeImage.RESOURCES, NativeImage.resources(revisions));
        return texts;
    }
}
