package dev.albedo.maven.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that some rows forbid stops before its first statement, up and down; with other rows it goes both ways. */
class GuardedChangesTest {

    private static TestDatabase server;

    @BeforeAll
    static void create() throws SQLException {
        server = TestDatabases.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        server.close();
    }

    static List<GuardedChange> changes() {
        return Stream.of(GuardedChange.all(), GuardedChange.ofEnums(), GuardedChange.ofSomeRows())
                .flatMap(List::stream)
                .toList();
    }

    static Stream<GuardedChange> breakable() {
        return changes().stream().filter(guarded -> !guarded.breaking().isEmpty());
    }

    static Stream<GuardedChange> breakableBack() {
        return changes().stream().filter(guarded -> !guarded.breakingBack().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void goesBothWays(GuardedChange guarded) throws SQLException {
        Change change = guarded.change();
        try (Connection connection = server.connect()) {
            LiveDatabase database = start(connection, change);
            SchemaDiff diff = database.plan(change.to(), Renames.parse(change.renames()));
            SchemaDiff up = database.safe(diff, database.read(), change.values());
            SchemaDiff down = database.safe(diff.reverse(), diff.applyTo(database.read()), change.values());

            if (change.safely() != null) {
                assertThat(described(up)).containsExactlyElementsOf(change.safely());
            }
            if (change.safelyBack() != null) {
                assertThat(described(down)).containsExactlyElementsOf(change.safelyBack());
            }
            database.apply(up);
            assertThat(described(database.plan(change.to(), Renames.NONE)))
                    .as("still to do when all is done")
                    .isEmpty();
            assertThat(Contents.of(connection)).contains(guarded.after());
            server.execute(change.meanwhile().toArray(String[]::new));
            database.apply(down);
            assertThat(described(database.plan(change.from(), Renames.NONE)))
                    .as("still to do when all is taken back")
                    .isEmpty();
            assertThat(Contents.of(connection)).contains(guarded.afterBack());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakable")
    void stopsBeforeItsFirstStatement(GuardedChange guarded) throws SQLException {
        Change change = guarded.change();
        try (Connection connection = server.connect()) {
            LiveDatabase database = start(connection, change);
            server.execute(guarded.breaking().toArray(String[]::new));
            SchemaDiff diff = database.plan(change.to(), Renames.parse(change.renames()));

            assertStopsFirst(database, database.safe(diff, database.read(), change.values()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakableBack")
    void stopsBeforeItsFirstStatementOnTheWayBack(GuardedChange guarded) throws SQLException {
        Change change = guarded.change();
        try (Connection connection = server.connect()) {
            LiveDatabase database = start(connection, change);
            SchemaDiff diff = database.plan(change.to(), Renames.parse(change.renames()));
            SchemaDiff down = database.safe(diff.reverse(), diff.applyTo(database.read()), change.values());
            database.apply(database.safe(diff, database.read(), change.values()));
            server.execute(guarded.breakingBack().toArray(String[]::new));

            assertStopsFirst(database, down);
        }
    }

    private static LiveDatabase start(Connection connection, Change change) throws SQLException {
        server.execute("drop schema if exists public, sales cascade", "create schema public");
        LiveDatabase database = new LiveDatabase(connection, change.schemas());
        database.apply(database.plan(change.from(), Renames.NONE));
        server.execute(change.rows().toArray(String[]::new));
        return database;
    }

    private static void assertStopsFirst(LiveDatabase database, SchemaDiff plan) throws SQLException {
        String stopped = null;
        for (Operation operation : plan.operations()) {
            boolean changesNothing =
                    operation instanceof Operation.Expect || operation instanceof Operation.ExpectUnique;
            assertThat(changesNothing)
                    .as("nothing stops %s before it is to %s", described(plan), operation.describe())
                    .isTrue();
            try {
                database.apply(new SchemaDiff(List.of(operation)));
            } catch (SQLException e) {
                stopped = e.getMessage();
                break;
            }
        }
        assertThat(stopped).as("what %s is stopped by", described(plan)).contains(" has ");
    }

    private static List<String> described(SchemaDiff diff) {
        return diff.operations().stream().map(Operation::describe).toList();
    }
}
