package dev.albedo.maven.goal;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.lint.DataLoss;
import dev.albedo.lint.Readiness;
import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.Status;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the migration that brings the database to what the model expects. */
public final class Create {

    private final Migrator migrator;
    private final ConnectionSource connections;
    private final SchemaFilter filter;
    private final Comparison comparison;
    private final NewMigration place;
    private final Console console;

    /**
     * A goal.
     *
     * @param migrator of the same database as the connections
     * @param filter what of the database is Albedo's business
     */
    public Create(
            Migrator migrator,
            ConnectionSource connections,
            SchemaFilter filter,
            Comparison comparison,
            NewMigration place,
            Console console) {
        this.migrator = migrator;
        this.connections = connections;
        this.filter = filter;
        this.comparison = comparison;
        this.place = place;
        this.console = console;
    }

    /**
     * Compares and writes.
     *
     * @param name what the user calls the migration
     * @return the file, or nothing if there is no difference
     * @throws GoalException if the database is not at head, or the name is no name
     */
    public Optional<Path> run(@Nullable String name, Snapshot snapshot) throws SQLException {
        Schema model = snapshot.schema();
        MigrationName.className(name, place.clock().instant(), "create");
        List<RevisionNode> parents = atHead(migrator.status());
        if (model.isEmpty() && parents.isEmpty()) {
            throw new GoalException(
                    "The model is empty: there is no entity among the project's classes. Is this the module"
                            + " with the entities, and are they in persistence.xml if it lists classes?");
        }
        SchemaDiff diff;
        Schema database;
        try (Connection connection = connections.open()) {
            database = DatabaseReader.read(connection, filter);
            diff = comparison.ofDatabase(connection, database, model);
        }
        if (diff.isEmpty()) {
            console.print("No difference: the database is as the model expects it, so nothing was written");
            return Optional.empty();
        }
        Comparison.Plan plan = comparison.safe(diff, database, snapshot.initialValues());
        List<Operation> up = plan.up().operations();
        up.forEach(this::print);
        MigrationWriter.Draft draft =
                place.draft(name, "create", parents, up, plan.down().operations());
        Path file = place.write(draft);
        console.print("Wrote " + console.strong(file.toString()));
        sayWhatIsLeftToDo(up);
        return Optional.of(file);
    }

    private void sayWhatIsLeftToDo(List<Operation> up) {
        for (Operation.Backfill backfill : Readiness.unfilled(up)) {
            console.warn("Fill in what the rows of " + backfill.table() + " get in column " + backfill.column()
                    + ": nobody knows but you, and until then the migration is not applied");
        }
        if (Readiness.unacknowledged(up).isEmpty()) {
            console.print("Read it, then run mvn albedo:migrate");
        } else {
            console.print(
                    "Read it; where it deletes data and that is meant, say so in it with op.allowDataLoss(...), or run mvn"
                            + " albedo:migrate -Dalbedo.allowDestructive=true");
        }
    }

    private static List<RevisionNode> atHead(Status status) {
        if (!status.unfinished().isEmpty()) {
            throw new GoalException("Revision " + status.unfinished().get(0).id()
                    + " was begun and not finished: run mvn albedo:migrate, which finishes it, then mvn albedo:create"
                    + " again");
        }
        if (!status.unknown().isEmpty()) {
            throw new GoalException(
                    "The database has revision " + status.unknown().get(0).id() + " ("
                            + status.unknown().get(0).name()
                            + "), which this project does not have: get the version of the project that has it, then run mvn"
                            + " albedo:create again");
        }
        if (status.heads().size() > 1) {
            throw new GoalException(Heads.several(status.heads()) + ", then run mvn albedo:create again");
        }
        if (!status.pending().isEmpty()) {
            RevisionNode first = status.pending().get(0);
            int more = status.pending().size() - 1;
            throw new GoalException("The database is behind: " + first.describe()
                    + (more == 0 ? " is" : " and " + more + " more are")
                    + " not applied. Run mvn albedo:migrate, then mvn albedo:create again");
        }
        return status.heads();
    }

    private void print(Operation operation) {
        StringBuilder line = new StringBuilder("  " + operation.describe());
        DataLoss.of(operation).ifPresent(lost -> line.append("  ").append(console.danger("DELETES DATA: " + lost)));
        if (operation instanceof Operation.AlterColumn alter && alter.using() != null) {
            line.append("  ").append(console.danger("PROPOSED: is this how the values shall be converted?"));
        }
        if (operation instanceof Operation.Backfill backfill && backfill.value() == null) {
            line.append("  ").append(console.danger("FILL IN: " + backfill.table() + "." + backfill.column()));
        }
        boolean isMarked = line.length() > operation.describe().length() + 2;
        if (isMarked) {
            console.warn(line.toString());
        } else {
            console.print(line.toString());
        }
    }
}
