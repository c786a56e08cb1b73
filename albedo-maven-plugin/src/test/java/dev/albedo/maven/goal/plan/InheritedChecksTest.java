package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.maven.goal.AdoptedProject;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks and NOT NULL of a table that others inherit from are its own and reach the children, with their rows. */
class InheritedChecksTest {

    private static final Constraint OLD = check("odd1", "age>=0 and age<=150");
    private static final Constraint NEW = check("odd1", "age<=120");
    private static final Column AGE = column("age", integer());
    private static final Column SEVEN = AGE.defaultTo("7");

    @TempDir
    private Path sources;

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private void persons(String ofManager) throws SQLException {
        database.execute(
                "create table person (id bigint primary key, age integer,"
                        + " constraint odd1 check (age >= 0 and age <= 150))",
                "create table manager (grade integer" + ofManager + ") inherits (person)",
                "alter table manager add primary key (id)",
                "insert into person values (1, 20)",
                "insert into manager values (2, 30, 5)");
    }

    private static Table person(Column age, TableElement... more) {
        return with(table("person", column("id", bigint()), age, primaryKey("person_pkey", "id")), more);
    }

    private static Table manager(Column age, TableElement... more) {
        return with(
                table(
                        "manager",
                        column("id", bigint()),
                        age,
                        column("grade", integer()).nullable(),
                        primaryKey("manager_pkey", "id")),
                more);
    }

    private static Table with(Table table, TableElement... more) {
        Table all = table;
        for (TableElement element : more) {
            all = all.with(element);
        }
        return all;
    }

    private static Snapshot model(Table... tables) {
        return Snapshots.of(Schema.of(tables));
    }

    private static Snapshot checked(List<Constraint> ofPerson, List<Constraint> ofManager) {
        return model(
                person(AGE.nullable(), ofPerson.toArray(TableElement[]::new)),
                manager(AGE.nullable(), ofManager.toArray(TableElement[]::new)));
    }

    private AdoptedProject adopted(Snapshot model) throws Exception {
        return new AdoptedProject(database, sources).baseline(model);
    }

    /** Each check with its table, whether it is local, and its text. */
    private static List<String> checks(TestDatabase of) throws SQLException {
        return of.query("select concat_ws(' ', conrelid::regclass, conname, conislocal, pg_get_expr(conbin, conrelid))"
                + " from pg_constraint where contype = 'c' and conrelid in"
                + " (select oid from pg_class where relname in ('person', 'manager', 'chief')) order by 1");
    }

    private String dump(TestDatabase of) throws SQLException {
        return CatalogDump.everything()
                .without("albedo_history", "albedo_history_log")
                .of(of);
    }

    private String written() throws Exception {
        try (Stream<Path> files = Files.walk(sources)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Changes and takes back; the rows are the same throughout. */
    private List<String> thereAndBack(AdoptedProject project, Snapshot to, String... checks) throws Exception {
        String before = dump(database);
        List<String> plan = project.create(to);
        assertThat(checks(database)).containsExactly(checks);
        assertThat(people()).containsExactly("1 20", "2 30");
        project.backToBaseline();
        assertThat(dump(database)).isEqualTo(before);
        assertThat(people()).containsExactly("1 20", "2 30");
        return plan;
    }

    private List<String> people() throws SQLException {
        return database.query("select concat_ws(' ', id, age) from person order by id");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCheckOfTheParentIsThatOfTheChild(boolean saidOfBoth) throws Exception {
        persons("");
        Snapshot model = checked(List.of(OLD), saidOfBoth ? List.of(OLD) : List.of());

        AdoptedProject project = adopted(model);

        assertThat(written()).containsOnlyOnce("check(\"odd1\"");
        project.assertNothingToDo(model);
        try (TestDatabase empty = TestDatabases.create()) {
            project.migrator(empty).migrate("head");
            assertThat(checks(empty)).isEqualTo(checks(database)).hasSize(2);
            project.migrator(empty).rollback(1);
            assertThat(checks(empty)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCheckOfTheParentIsChangedThereAlone(boolean saidOfBoth) throws Exception {
        persons("");
        AdoptedProject project = adopted(checked(List.of(OLD), saidOfBoth ? List.of(OLD) : List.of()));

        List<String> plan = thereAndBack(
                project,
                checked(List.of(NEW), saidOfBoth ? List.of(NEW) : List.of()),
                "manager odd1 f (age <= 120)",
                "person odd1 t (age <= 120)");

        assertThat(plan).noneMatch(line -> line.contains("manager"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCheckThatTheChildHasAlsoItselfChangesWithThatOfTheParent(boolean saidOfBoth) throws Exception {
        persons(", constraint odd1 check (age >= 0 and age <= 150)");
        Snapshot model = checked(List.of(OLD), saidOfBoth ? List.of(OLD) : List.of());
        AdoptedProject project = adopted(model);
        project.assertNothingToDo(model);

        thereAndBack(
                project,
                checked(List.of(NEW), saidOfBoth ? List.of(NEW) : List.of()),
                "manager odd1 t (age <= 120)",
                "person odd1 t (age <= 120)");
        thereAndBack(adoptedAgain(model), checked(List.of(), List.of()));
    }

    private AdoptedProject adoptedAgain(Snapshot model) throws Exception {
        database.execute("drop table albedo_history, albedo_history_log");
        return new AdoptedProject(database, Files.createDirectory(sources.resolve("again"))).baseline(model);
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE", "SCRATCH"})
    void aCheckThatTheModelDidNotKnowGetsAnotherText(PlanProof.Place place) throws Exception {
        persons("");
        Snapshot unknown = checked(List.of(), List.of());
        AdoptedProject project = adopted(unknown);
        project.assertNothingToDo(unknown);

        Snapshot model = checked(List.of(NEW), List.of());

        assertThatThrownBy(() -> project.plan(model, place))
                .isInstanceOf(GoalException.class)
                .hasMessageEndingWith("then mvn albedo:create again:\n    ALTER TABLE person DROP CONSTRAINT odd1;");

        database.execute("ALTER TABLE person DROP CONSTRAINT odd1");
        String before = dump(database);
        Plan plan = project.plan(model, place).orElseThrow();

        assertThat(plan.up().stream().map(Operation::describe)).noneMatch(line -> line.contains("manager"));
        run(plan.up());
        assertThat(checks(database)).containsExactly("manager odd1 f (age <= 120)", "person odd1 t (age <= 120)");
        assertThat(project.plan(model)).isEmpty();
        run(plan.down());
        assertThat(dump(database)).isEqualTo(before);
        assertThat(people()).containsExactly("1 20", "2 30");
    }

    private void run(List<Operation> operations) throws SQLException {
        try (Connection connection = database.connect()) {
            for (Operation operation : operations) {
                JdbcSink.run(connection, Dialects.of(connection), operation);
            }
        }
    }

    @Test
    void aCheckThatOnlyTheDatabaseKnowsOfTheParentIsThatOfTheModelsChild() throws Exception {
        persons("");
        Snapshot model = checked(List.of(), List.of(OLD));

        assertThat(adopted(model).plan(model)).isEmpty();
    }

    @Test
    void aCheckMovesUpToTheParent() throws Exception {
        database.execute(
                "create table person (id bigint primary key, age integer)",
                "create table manager (grade integer, constraint odd1 check (age >= 0 and age <= 150))"
                        + " inherits (person)",
                "alter table manager add primary key (id)",
                "insert into person values (1, 20)",
                "insert into manager values (2, 30, 5)");
        AdoptedProject project = adopted(checked(List.of(), List.of(OLD)));

        thereAndBack(
                project, checked(List.of(NEW), List.of()), "manager odd1 t (age <= 120)", "person odd1 t (age <= 120)");
    }

    @Test
    void aCheckReachesGrandchildrenAndHasNoNameInTheModel() throws Exception {
        database.execute(
                "create table person (id bigint primary key, age integer check (age > 0))",
                "create table manager (grade integer) inherits (person)",
                "alter table manager add primary key (id)",
                "create table chief (more integer) inherits (manager)",
                "alter table chief add primary key (id)",
                "insert into person values (1, 20)",
                "insert into chief values (2, 30, 5, 6)");
        Constraint unnamed = check(null, "age > 0");
        Table chief = table(
                "chief",
                column("id", bigint()),
                AGE.nullable(),
                column("grade", integer()).nullable(),
                column("more", integer()).nullable(),
                primaryKey("chief_pkey", "id"));
        Snapshot model = model(person(AGE.nullable(), unnamed), manager(AGE.nullable(), unnamed), chief.with(unnamed));

        AdoptedProject project = adopted(model);

        project.assertNothingToDo(model);
        thereAndBack(
                project,
                model(
                        person(AGE.nullable(), unnamed, NEW),
                        manager(AGE.nullable(), unnamed),
                        chief.with(unnamed).with(NEW)),
                "chief odd1 f (age <= 120)",
                "chief person_age_check f (age > 0)",
                "manager odd1 f (age <= 120)",
                "manager person_age_check f (age > 0)",
                "person odd1 t (age <= 120)",
                "person person_age_check t (age > 0)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void notNullOfTheParentIsThatOfTheChild(boolean saidOfBoth) throws Exception {
        database.execute(
                "create table person (id bigint primary key, age integer not null)",
                "create table manager (grade integer) inherits (person)",
                "alter table manager add primary key (id)",
                "insert into person values (1, 20)",
                "insert into manager values (2, 30, 5)");
        Snapshot required = model(person(AGE), manager(saidOfBoth ? AGE : AGE.nullable()));
        AdoptedProject project = adopted(required);
        project.assertNothingToDo(required);

        thereAndBack(project, checked(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void notNullReachesTheChild(boolean saidOfBoth) throws Exception {
        database.execute(
                "create table person (id bigint primary key, age integer default 7)",
                "create table manager (grade integer) inherits (person)",
                "alter table manager add primary key (id)",
                "insert into person values (1, 20)",
                "insert into manager values (2, 30, 5)");
        AdoptedProject project = adopted(model(person(SEVEN.nullable()), manager(SEVEN.nullable())));

        Snapshot required = model(person(SEVEN), manager(saidOfBoth ? SEVEN : SEVEN.nullable()));
        String before = dump(database);

        Plan plan = project.plan(required).orElseThrow();

        // No row is without a value, so that nothing has to be said of them.
        run(plan.up().stream()
                .filter(operation -> !(operation instanceof Operation.Backfill))
                .toList());
        assertThat(project.plan(required)).isEmpty();
        run(plan.down());
        assertThat(dump(database)).isEqualTo(before);
        assertThat(people()).containsExactly("1 20", "2 30");
    }
}
