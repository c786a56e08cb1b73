package dev.albedo.maven.goal.project;

import dev.albedo.diff.rename.Rename;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The renames that {@code @RenamedFrom} declares, pending or applied. */
public final class DeclaredRenames {

    private DeclaredRenames() {}

    /**
     * The next that is to be done, a table before its columns.
     *
     * @param oldNames what the annotations say
     * @param from the database, after the renames that are known
     * @param to what the model expects
     * @throws GoalException if the old and the new thing are both there
     */
    public static Optional<Rename> next(SortedMap<Place, String> oldNames, Schema from, Schema to) {
        Optional<Rename> next = oldNames.entrySet().stream()
                .map(renamed -> new Rename(
                        renamed.getKey().sibling(renamed.getValue()),
                        renamed.getKey().lastName()))
                .filter(rename -> Origins.isIn(from, rename.from()) && !Origins.isIn(from, rename.to()))
                .findFirst();
        if (next.isEmpty()) {
            oldNames.entrySet().forEach(renamed -> refuseBoth(renamed, from, to));
        }
        return next;
    }

    private static void refuseBoth(Map.Entry<Place, String> renamed, Schema from, Schema to) {
        Place place = renamed.getKey();
        Place old = place.sibling(renamed.getValue());
        if (Origins.isIn(from, old) && Origins.isIn(from, place) && !Origins.isIn(to, old)) {
            throw new GoalException(annotation(renamed) + " contradicts the database, which has both " + old + " and "
                    + place + ": write a migration (mvn albedo:create-empty) that copies the data of " + old + " to "
                    + place + " and drops " + old + ", or remove the annotation,"
                    + " so that mvn albedo:create drops it");
        }
    }

    /** A line for each that has been done, where the old thing is gone and the new one there. */
    public static List<String> done(SortedMap<Place, String> oldNames, Schema from) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Place, String> renamed : oldNames.entrySet()) {
            Place place = renamed.getKey();
            if (Origins.isIn(from, place) && !Origins.isIn(from, place.sibling(renamed.getValue()))) {
                lines.add(annotation(renamed) + " is applied and can be removed");
            }
        }
        return lines;
    }

    private static String annotation(Map.Entry<Place, String> renamed) {
        return "@RenamedFrom(\"" + renamed.getValue() + "\") for " + renamed.getKey();
    }
}
