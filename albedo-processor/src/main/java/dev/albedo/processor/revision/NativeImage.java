package dev.albedo.processor.revision;

import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a GraalVM native image must keep so that an application in it finds and makes its migrations, in the form that all
 * versions of native-image read (GraalVM manual, "Reachability Metadata").
 */
public final class NativeImage {

    private static final String DIRECTORY = "META-INF/native-image/dev.albedo/migrations/";

    /** Where the classes stand that are made by reflection. */
    public static final String CLASSES = DIRECTORY + "reflect-config.json";

    /** Where the resources stand that are read. */
    public static final String RESOURCES = DIRECTORY + "resource-config.json";

    private NativeImage() {}

    /** The classes of these revisions; empty if there are none. */
    public static String classes(Collection<RevisionNode> revisions) {
        if (revisions.isEmpty()) {
            return "";
        }
        return revisions.stream()
                .map(RevisionNode::className)
                .sorted()
                .map(name ->
                        "  {\"name\": \"" + name + "\", \"methods\": [{\"name\": \"<init>\", \"parameterTypes\": []}]}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** The list of these revisions; empty if there are none. */
    public static String resources(Collection<RevisionNode> revisions) {
        return revisions.isEmpty()
                ? ""
                : "{\"resources\": {\"includes\": [{\"pattern\": \"\\\\Q" + MigrationsList.RESOURCE + "\\\\E\"}]}}\n";
    }
}
