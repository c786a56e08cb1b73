package dev.albedo.maven.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryChangeTest {

    private static final Pattern REFUSED =
            Pattern.compile("which PostgreSQL has since version (\\d+); this is version (\\d+)$");

    private static TestDatabase server;

    @BeforeAll
    static void create() throws SQLException {
        server = TestDatabases.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        server.close();
    }

    /** Cheaper than a database for each case. */
    private static void empty() throws SQLException {
        server.execute("drop schema if exists public, sales cascade", "create schema public");
    }

    static Stream<Change> changes() {
        return Stream.of(
                        TableChanges.all(),
                        ColumnChanges.all(),
                        ComputedChanges.all(),
                        KeyChanges.all(),
                        ForeignKeyChanges.all(),
                        IndexChanges.all(),
                        SequenceChanges.all(),
                        EnumChanges.all(),
                        CompositeChanges.all(),
                        RenameChanges.all(),
                        CombinedChanges.all(),
                        RowChanges.all(),
                        AlembicColumnChanges.all(),
                        AlembicKeyChanges.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void bothWays(Change given) throws SQLException {
        empty();
        try (Connection connection = server.connect()) {
            LiveDatabase database = new LiveDatabase(connection, given.schemas());
            int version = database.majorVersion();
            Change change = recreates(given, version) ? given.movingColumns() : given;
            SchemaDiff made = database.plan(change.from(), Renames.NONE);
            if (isRefused(database.refused(made), version)) {
                return;
            }
            database.apply(made);
            server.execute(change.rows().toArray(String[]::new));
            assertThat(described(database.plan(change.from(), Renames.NONE)))
                    .as("to do before anything has changed")
                    .isEmpty();
            Schema start = database.read();
            String startCatalog = dump(change).of(connection);

            SchemaDiff diff = database.plan(change.to(), Renames.parse(change.renames()));
            assertThat(described(diff)).as("to do").containsExactlyElementsOf(change.operations());
            SchemaDiff up = database.safe(diff, start, change.values());
            SchemaDiff down = database.safe(diff.reverse(), diff.applyTo(start), change.values());
            if (change.safely() != null) {
                assertThat(described(up)).as("to do safely").containsExactlyElementsOf(known(change.safely(), version));
            }
            if (change.safelyBack() != null) {
                assertThat(described(down))
                        .as("to do safely to take it back")
                        .containsExactlyElementsOf(known(change.safelyBack(), version));
            }
            if (isRefused(database.refused(up), version) || isRefused(database.refused(down), version)) {
                return;
            }
            database.apply(up);
            assertThat(described(database.plan(change.to(), Renames.NONE)))
                    .as("still to do when all is done")
                    .isEmpty();

            SchemaDiff back = diff.reverse();
            assertThat(back.reverse()).as("reversed twice").isEqualTo(diff);
            server.execute(change.meanwhile().toArray(String[]::new));
            database.apply(down);
            assertThat(described(database.plan(change.from(), Renames.NONE)))
                    .as("still to do when all is taken back")
                    .isEmpty();
            assertThat(shape(change, database.readSpelledLike(start)))
                    .as("taken back")
                    .isEqualTo(shape(change, start));
            if (!change.respells()) {
                assertThat(shape(change, database.read()))
                        .as("taken back, to the letter")
                        .isEqualTo(shape(change, start));
                assertThat(dump(change).of(connection))
                        .as("the catalogs, taken back")
                        .isEqualTo(startCatalog);
            }
        }
    }

    /** What an older server lacks is refused with the feature and the version that has it, before anything is done. */
    private static boolean isRefused(Optional<String> refusal, int version) {
        refusal.ifPresent(text -> {
            Matcher needed = REFUSED.matcher(text);
            assertThat(needed.find()).as(text).isTrue();
            assertThat(Integer.parseInt(needed.group(1))).as(text).isGreaterThan(version);
            assertThat(needed.group(2)).as(text).isEqualTo(String.valueOf(version));
        });
        return refusal.isPresent();
    }

    /** A generated column gets another expression by a drop and an addition where the server has no other way: before 17. */
    private static boolean recreates(Change change, int version) {
        return version < 17
                && change.operations().stream()
                        .anyMatch(operation ->
                                operation.startsWith("alter column") && operation.contains(": generated "));
    }

    /** Values that a conversion refuses are counted before it where the server can test them: since version 16. */
    private static List<String> known(List<String> operations, int version) {
        return operations.stream()
                .filter(operation -> version >= 16 || !operation.contains("pg_input_is_valid("))
                .toList();
    }

    @Test
    void noTwoChangesHaveTheSameName() {
        assertThat(changes().map(Change::name)).doesNotHaveDuplicates();
    }

    private static List<String> described(SchemaDiff diff) {
        return diff.operations().stream().map(Operation::describe).toList();
    }

    private static CatalogDump dump(Change change) {
        CatalogDump dump = CatalogDump.everything();
        return change.movesColumns() ? dump.withoutColumnOrder() : dump;
    }

    private static Schema shape(Change change, Schema schema) {
        if (!change.movesColumns()) {
            return schema;
        }
        SortedMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> {
            List<Column> columns = new ArrayList<>(table.columns());
            Collections.sort(columns, Comparator.comparing(Column::name));
            return table.columns(columns);
        });
        return schema.tables(tables);
    }
}
