package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Hibernate creates on one database, Albedo creates on another; a second plan is empty; undone, nothing is left. */
class OracleTest {

    /**
     * Without the names that nobody chose, see {@link Model}. Without the casts between varchar and enum types that
     * Hibernate also creates: it sends parameters of these types as such and never needs them.
     */
    private static final CatalogDump DUMP = CatalogDump.everything()
            .withoutNames(name -> !name.toLowerCase(Locale.ROOT).contains("named"))
            .withoutCasts();

    /** Emptied after each model: that, and no longer having to fill the caches of new ones, takes a third of the time. */
    private static TestDatabase expected;

    private static TestDatabase actual;

    private static String empty;

    @BeforeAll
    static void createDatabases() throws SQLException {
        expected = TestDatabases.create();
        actual = TestDatabases.create();
        empty = dump(actual);
    }

    @AfterAll
    static void dropDatabases() throws SQLException {
        expected.close();
        actual.close();
    }

    @TestFactory
    Stream<DynamicTest> hibernate80() throws IOException {
        return tests("8.0");
    }

    @TestFactory
    Stream<DynamicTest> hibernate74() throws IOException {
        return tests("7.4");
    }

    @TestFactory
    Stream<DynamicTest> hibernate66() throws IOException {
        return tests("6.6");
    }

    /** With {@code -Doracle=enum,lob} only the models with one of these in their name. */
    private static Stream<DynamicTest> tests(String version) throws IOException {
        List<String> parts = List.of(System.getProperty("oracle", "").split(","));
        List<Model> models = Model.all().stream()
                .filter(model -> parts.stream().anyMatch(model.name()::contains))
                .toList();
        HibernateRelease release = new HibernateRelease(version, "oracle", models);
        return release.models().stream()
                .map(model -> DynamicTest.dynamicTest(model.name(), () -> compare(release, model)));
    }

    private static void compare(HibernateRelease release, Model model) throws Exception {
        ModelBinding.Answer answer = release.read(model);
        assertThat(answer.problems()).isEmpty();
        Planning planning = Planning.of(answer.schema());
        try {
            release.create(model, expected);

            SchemaDiff plan = planning.of(actual);
            planning.run(plan, actual);
            assertThat(dump(actual)).isEqualTo(dump(expected));
            assertNothingLeft("a second plan", planning.of(actual));
            assertNothingLeft("a plan for the database that Hibernate made", planning.of(expected));
            assertNothingLeft("a plan for the migrations replayed in memory", planning.of(plan));

            planning.run(plan.reverse(), actual);
            assertThat(dump(actual)).as("after the way back").isEqualTo(empty);
        } finally {
            expected.clear();
            actual.clear();
        }
    }

    /** "default null" is what a column without a default has, but PostgreSQL keeps the words. */
    private static String dump(TestDatabase database) throws SQLException {
        return DUMP.of(database).replaceAll(" default NULL::[a-z ]+", "");
    }

    private static void assertNothingLeft(String what, SchemaDiff plan) {
        assertThat(plan.operations()).extracting(Operation::describe).as(what).isEmpty();
    }
}
