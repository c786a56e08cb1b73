package dev.albedo.maven.goal.plan;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that the project's migrations created, which may be dropped when they leave the model.
 *
 * @param schema what they created, or nothing if anything may be dropped, whoever created it
 * @param console is told what stays
 */
public record DropScope(Optional<Schema> schema, Console console) {

    private static final int OBJECTS = 10;
    private static final int ATTRIBUTES = 50;

    /** By no one in particular: anything may be dropped. */
    public static DropScope byAnyone(Console console) {
        return new DropScope(Optional.empty(), console);
    }

    /** By migrations. If they cannot be replayed, that is said and nothing is taken for theirs. */
    public static DropScope by(MigrationSource migrations, Console console) {
        Schema schema = Schema.EMPTY;
        try {
            schema = new SchemaReplay(migrations).schema();
        } catch (RunException e) {
            console.warn("Objects that are not in the model are not dropped, because it is unclear whether a"
                    + " migration created them: "
                    + e.getMessage() + ". Declare the effect of SQL: op.sql(\"...\", effect -> ...)");
        }
        return new DropScope(Optional.of(schema), console);
    }

    /** The tables they created. */
    public Set<QualifiedName> tables() {
        return schema.map(known -> Set.copyOf(known.tables().keySet())).orElse(Set.of());
    }

    /** The schemas they created. */
    public Set<String> schemas() {
        return schema.map(Schema::schemas).map(Set::copyOf).orElse(Set.of());
    }

    /** Says what stays as it is: objects in one line, attributes in another, orders in a third. */
    public void sayLeftAlone(FoundDifference found) {
        say("Left unchanged, in neither the model nor the migrations: ", found.leftAlone(), OBJECTS);
        say(
                "Left unchanged, set by neither the model nor the migrations: ",
                found.kept().attributes(),
                ATTRIBUTES);
        say("Column order left as in the database: ", found.kept().orders(), ATTRIBUTES);
    }

    private void say(String words, List<String> leftAlone, int shown) {
        if (!leftAlone.isEmpty()) {
            int more = leftAlone.size() - shown;
            console.print(words
                    + String.join(", ", leftAlone.subList(0, Math.min(shown, leftAlone.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
