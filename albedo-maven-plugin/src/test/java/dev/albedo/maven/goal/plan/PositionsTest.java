package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.AdoptedProject;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of rows that exist are given to no new row, whatever numbers them before and after a migration. */
class PositionsTest {

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

    private static Table t(String name, Column id) {
        return table(name, id, column("name", varchar(20)).nullable(), primaryKey(null, "id"));
    }

    private static Column assigned(SqlType type) {
        return column("id", type);
    }

    private static Column identity(SqlType type) {
        return assigned(type).identity(byDefault());
    }

    /** A model in which each entity draws from the sequence that is said of it. */
    private static Snapshot model(List<Table> tables, List<Sequence> sequences, String... draws) {
        List<String> lines = new ArrayList<>();
        tables.forEach(table -> lines.add(table.name() + ".id = shop." + table.name() + "#id"));
        for (String draw : draws) {
            lines.add(draw);
        }
        return new Snapshot(
                Schema.of(List.of(), tables, sequences, List.of()),
                Origins.parse(lines),
                new TreeMap<>(),
                InitialValues.NONE,
                List.of(),
                new TreeMap<>(),
                "");
    }

    private static Snapshot model(Table... tables) {
        return model(List.of(tables), List.of());
    }

    private String dump() throws SQLException {
        return CatalogDump.everything()
                .without("albedo_history", "albedo_history_log")
                .of(database);
    }

    /** The position of every sequence but that of the log. */
    private List<String> positions() throws SQLException {
        return database.query(
                "select sequencename || ' ' || coalesce(last_value::text, '-') from pg_sequences where sequencename"
                        + " not like 'albedo%' order by 1");
    }

    private String insert(String table) throws SQLException {
        return database.query("insert into " + table + " (name) values ('new') returning id")
                .get(0);
    }

    private AdoptedProject adopt(Snapshot model) throws Exception {
        return new AdoptedProject(database, sources).baseline(model);
    }

    @Test
    void everyFormOfSerialIsAnIdentityAndIsAdoptedAsItIs() throws Exception {
        database.execute(
                "create table a (id bigserial primary key, name varchar(20))",
                "create table b (id serial primary key, name varchar(20))",
                "create table c (id smallserial primary key, name varchar(20))",
                "create sequence by_hand start 7",
                "create table d (id bigint primary key default nextval('by_hand'), name varchar(20))",
                "create table \"Odd.Name\" (id bigserial primary key, name varchar(20))",
                "insert into a (name) select 'x' from generate_series(1, 9)");
        Snapshot model = model(
                t("a", identity(bigint())),
                t("b", identity(integer())),
                t("c", identity(smallint())),
                t("d", identity(bigint())),
                t("\"Odd.Name\"", identity(bigint())));
        String before = dump();

        AdoptedProject project = adopt(model);

        assertThat(project.said().lines()).contains("Review it; the database matches the model");
        project.assertNothingToDo(model);
        assertThat(dump()).isEqualTo(before);
        assertThat(insert("a")).isEqualTo("10");
        try (TestDatabase empty = TestDatabases.create()) {
            project.migrator(empty).migrate("head");
            assertThat(CatalogDump.everything()
                            .without("albedo_history", "albedo_history_log")
                            .of(empty))
                    .isEqualTo(before);
        }
    }

    @Test
    void anIdentityOfTheDatabaseIsASerialOfTheMigrationsAndTheOtherWayRound() throws Exception {
        database.execute(
                "create table a (id bigint generated always as identity (start 5) primary key, name varchar(20))");
        AdoptedProject project = adopt(model(t("a", identity(bigint()))));
        database.execute(
                "alter table a alter id drop identity",
                "create sequence a_id_seq owned by a.id",
                "alter table a alter id set default nextval('a_id_seq')");

        project.assertNothingToDo(model(t("a", identity(bigint()))));
    }

    @Test
    void anOptionConvertsSerialAndThePositionIsCarriedOverBothWays() throws Exception {
        database.execute(
                "create table a (id bigserial primary key, name varchar(20))",
                "insert into a (name) select 'x' from generate_series(1, 9)",
                "delete from a where id = 9");
        Snapshot model = model(t("a", identity(bigint())));
        AdoptedProject project =
                new AdoptedProject(database, sources, new ComparisonPolicy(false, true)).baseline(model);
        String before = dump();

        assertThat(project.create(model))
                .containsExactly(
                        "alter sequence a_id_seq: owner a.id -> none",
                        "alter column a.id: default nextval('a_id_seq'::regclass) -> none, identity none -> by default",
                        "advance the numbers of column a.id behind sequence a_id_seq, column a.id",
                        "drop sequence a_id_seq");
        assertThat(project.said().warnings()).as("nothing deletes data").isEmpty();
        assertThat(insert("a")).isEqualTo("10");
        project.backToBaseline();

        assertThat(dump()).isEqualTo(before);
        assertThat(positions()).containsExactly("a_id_seq 10");
        assertThat(insert("a")).isEqualTo("11");
    }

    @Test
    void aSerialColumnThatGetsWiderHasAWiderSequence() throws Exception {
        database.execute(
                "create table a (id serial primary key, name varchar(20))", "insert into a (name) values ('x')");
        AdoptedProject project = adopt(model(t("a", identity(integer()))));
        String before = dump();

        project.create(model(t("a", identity(bigint()))));
        assertThat(database.query("select max_value from pg_sequences where sequencename = 'a_id_seq'"))
                .containsExactly(Long.toString(Long.MAX_VALUE));
        assertThat(insert("a")).isEqualTo("2");
        project.backToBaseline();

        assertThat(dump()).isEqualTo(before);
        assertThat(insert("a")).isEqualTo("3");
    }

    @Test
    void aSequenceThatTakesOverFromAnIdentityGoesOnBehindIt() throws Exception {
        database.execute(
                "create table a (id bigint generated by default as identity primary key, name varchar(20))",
                "insert into a (name) select 'x' from generate_series(1, 120)",
                "delete from a where id > 100");
        AdoptedProject project = adopt(model(t("a", identity(bigint()))));
        String before = dump();
        List<String> positions = positions();
        Snapshot pooled = model(
                List.of(t("a", assigned(bigint()))),
                List.of(sequence("a_seq").incrementBy(50)),
                "a_seq = shop.a#id.sequence()");

        assertThat(project.create(pooled))
                .containsExactly(
                        "create sequence a_seq",
                        "advance the numbers of sequence a_seq behind column a.id",
                        "alter column a.id: identity by default -> none");
        assertThat(positions()).containsExactly("a_seq 120");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before);
        assertThat(positions()).isEqualTo(positions);

        project.migrator(database).migrate("head");
        assertThat(database.query("select nextval('a_seq')")).containsExactly("170"); // Hibernate gives 121 to 170
        database.execute("insert into a (id) values (121), (170)");
        project.backToBaseline();
        assertThat(insert("a")).isEqualTo("171");
    }

    @Test
    void severalSequencesThatTakeThePlaceOfOneGoOnBehindItAndItBehindAllOfThem() throws Exception {
        database.execute(
                "create sequence shared increment 50",
                "create table a (id bigint primary key, name varchar(20))",
                "create table b (id integer primary key, name varchar(20))",
                "create table c (id bigint primary key, name varchar(20))",
                "do $$ begin perform setval('shared', 101); end $$",
                "insert into a values (1), (60)",
                "insert into b values (500)");
        List<Table> tables =
                List.of(t("a", assigned(bigint())), t("b", assigned(integer())), t("c", assigned(bigint())));
        Snapshot one = model(
                tables,
                List.of(sequence("shared").incrementBy(50)),
                "shared = shop.a#id.sequence(), shop.b#id.sequence(), shop.c#id.sequence()");
        Snapshot each = model(
                tables,
                List.of(
                        sequence("a_seq").incrementBy(50),
                        sequence("b_seq"),
                        sequence("c_seq").options(counting(-1))),
                "a_seq = shop.a#id.sequence()",
                "b_seq = shop.b#id.sequence()",
                "c_seq = shop.c#id.sequence()");
        AdoptedProject project = adopt(one).answering("none");
        String before = dump();

        assertThat(project.create(each))
                .containsExactly(
                        "create sequence a_seq",
                        "advance the numbers of sequence a_seq behind sequence shared, column a.id",
                        "create sequence b_seq",
                        "advance the numbers of sequence b_seq behind sequence shared, column b.id",
                        "create sequence c_seq",
                        "advance the numbers of sequence c_seq behind sequence shared, column c.id",
                        "drop sequence shared");
        assertThat(positions()).containsExactly("a_seq 101", "b_seq 500", "c_seq -");
        database.execute("insert into a values (nextval('a_seq')), (700)", "insert into b values (nextval('b_seq'))");
        assertThat(database.query("select max(id) from b")).containsExactly("501");
        project.backToBaseline();

        assertThat(dump()).isEqualTo(before);
        assertThat(database.query("select nextval('shared')")).containsExactly("750");
    }

    private static SequenceOptions counting(long step) {
        return new SequenceOptions(-1, step, null, null, 1, false);
    }

    @Test
    void anIdentityThatIsAddedToRowsGoesOnBehindThem() throws Exception {
        database.execute(
                "create table a (id bigint primary key, name varchar(20))",
                "create table b (id integer primary key, name varchar(20))",
                "insert into a values (41), (42)");
        AdoptedProject project = adopt(model(t("a", assigned(bigint())), t("b", assigned(integer()))));
        String before = dump();

        project.create(model(t("a", identity(bigint())), t("b", identity(integer()))));
        assertThat(insert("a")).isEqualTo("43");
        assertThat(insert("b")).isEqualTo("1");
        project.backToBaseline();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aSequenceThatCountsDownGoesOnBelowTheRowsAndNeverBeyondItsBound() throws Exception {
        database.execute(
                "create sequence down increment -10 start -1",
                "create table a (id bigint primary key, name varchar(20))",
                "create table b (id bigint primary key, name varchar(20))",
                "insert into a values (-205)",
                "insert into b values (300)");
        Snapshot unsaid = model(t("a", assigned(bigint())), t("b", assigned(bigint())));
        AdoptedProject project = adopt(unsaid);
        Snapshot numbered = model(
                List.of(t("a", assigned(bigint())), t("b", assigned(bigint()))),
                List.of(
                        sequence("lower").options(new SequenceOptions(-1, -10, null, null, 1, false)),
                        sequence("narrow").options(new SequenceOptions(1, 1, null, 200L, 1, false))),
                "lower = shop.a#id.sequence()",
                "narrow = shop.b#id.sequence()");

        project.create(numbered);

        assertThat(database.query("select nextval('lower')")).containsExactly("-215");
        assertThat(positions()).contains("narrow 200");
    }

    @Test
    void aSequenceWithSmallerStepsGoesOnBehindTheRows() throws Exception {
        database.execute(
                "create sequence a_seq increment 50",
                "create table a (id bigint primary key, name varchar(20))",
                "do $$ begin perform setval('a_seq', 51); end $$",
                "insert into a values (100)");
        String draws = "a_seq = shop.a#id.sequence()";
        AdoptedProject project = adopt(model(
                List.of(t("a", assigned(bigint()))), List.of(sequence("a_seq").incrementBy(50)), draws));

        project.create(model(List.of(t("a", assigned(bigint()))), List.of(sequence("a_seq")), draws));

        assertThat(database.query("select nextval('a_seq')")).containsExactly("101");
    }

    @Test
    void aSequenceGoesOnBehindTheNumbersInTexts() throws Exception {
        database.execute(
                "create table a (id varchar(20) primary key, name varchar(20))", "insert into a values ('9'), ('10')");
        AdoptedProject project = adopt(model(t("a", assigned(varchar(20)))));
        Snapshot drawn =
                model(List.of(t("a", assigned(bigint()))), List.of(sequence("a_seq")), "a_seq = shop.a#id.sequence()");

        assertThat(project.create(drawn))
                .containsSubsequence(
                        "create sequence a_seq",
                        "alter column a.id: type varchar(20) -> bigint, using id::text::bigint",
                        "advance the numbers of sequence a_seq behind column a.id");
        assertThat(database.query("select nextval('a_seq')")).containsExactly("11");
    }

    @Test
    void aSequenceThatIsThereGoesOnBehindRowsThatItBeginsToNumber() throws Exception {
        database.execute(
                "create sequence a_seq increment by 50",
                "create table a (id bigint primary key, name varchar(20))",
                "create table b (id integer primary key, name varchar(20))",
                "insert into b values (70)");
        Snapshot before = model(
                List.of(t("a", assigned(bigint())), t("b", assigned(integer()))),
                List.of(sequence("a_seq").incrementBy(50)),
                "a_seq = shop.a#id.sequence()");
        AdoptedProject project = adopt(before);
        Snapshot both = model(
                List.of(t("a", assigned(bigint())), t("b", assigned(bigint()))),
                List.of(sequence("a_seq").incrementBy(50)),
                "a_seq = shop.a#id.sequence(), shop.b#id.sequence()");

        assertThat(project.create(both)).contains("advance the numbers of sequence a_seq behind column b.id");
        assertThat(database.query("select nextval('a_seq')")).containsExactly("120");
    }

    @Test
    void aClassThatBeginsToExtendAnotherTakesItsNumbersWithIt() throws Exception {
        database.execute(
                "create sequence a_seq",
                "create sequence b_seq",
                "create table a (id bigint primary key, name varchar(20))",
                "create table b (id bigint primary key, name varchar(20))",
                "insert into b select nextval('b_seq') from generate_series(1, 5)");
        List<Table> tables = List.of(t("a", assigned(bigint())), t("b", assigned(bigint())));
        AdoptedProject project = adopt(model(
                tables,
                List.of(sequence("a_seq"), sequence("b_seq")),
                "a_seq = shop.a#id.sequence()",
                "b_seq = shop.b#id.sequence()"));
        Snapshot inherited = new Snapshot(
                Schema.of(List.of(), tables, List.of(sequence("a_seq")), List.of()),
                Origins.parse(List.of("a.id = shop.a#id", "b.id = shop.a#id", "a_seq = shop.a#id.sequence()")),
                new TreeMap<>(),
                InitialValues.NONE,
                List.of(),
                new TreeMap<>(),
                "");

        assertThat(project.create(inherited))
                .anyMatch(line -> line.startsWith("advance the numbers of sequence a_seq behind"));
        assertThat(insert("b", "nextval('a_seq')")).isEqualTo("6");
        project.backToBaseline();
        assertThat(insert("b", "nextval('b_seq')")).isEqualTo("7");
    }

    private String insert(String table, String id) throws SQLException {
        return database.query("insert into " + table + " (id) values (" + id + ") returning id")
                .get(0);
    }
}
