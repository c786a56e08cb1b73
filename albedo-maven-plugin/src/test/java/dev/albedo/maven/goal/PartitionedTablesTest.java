package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in partitions and tables that inherit stay what they are: adopted, changed with rows, and taken back. */
class PartitionedTablesTest {

    private static final String[] EVENTS = {
        "create table customer (id bigint constraint customer_pkey primary key)",
        "insert into customer select generate_series(1, 9)",
        "create table event (id bigint not null, created_at timestamptz not null, kind varchar(20) not null,"
                + " customer_id bigint, constraint event_pkey primary key (id, created_at, kind))"
                + " partition by range (created_at)",
        "create table event_2024 partition of event for values from ('2024-01-01Z') to ('2025-01-01Z')",
        "create table event_2025 partition of event for values from ('2025-01-01Z') to ('2026-01-01Z')"
                + " partition by list (kind)",
        "create table \"event_2025 A\" partition of event_2025 for values in ('A', 'it''s')",
        "create table event_2025_rest partition of event_2025 default",
        "create index ix_event_kind on event (kind)",
        "insert into event select n, '2024-06-01Z', 'A', n % 9 + 1 from generate_series(1, 50) n",
        "insert into event select n, '2025-06-01Z', case when n % 2 = 0 then 'A' else 'B' end, null"
                + " from generate_series(51, 100) n"
    };

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

    private static Snapshot model(Table... tables) {
        return Snapshots.of(Schema.of(tables));
    }

    private static final Table CUSTOMER = table("customer", column("id", bigint()), primaryKey("customer_pkey", "id"));

    /** As an entity whose id is one column says it. */
    private static Table event(TableElement... more) {
        Table table = table(
                "event",
                column("id", bigint()),
                column("created_at", timestamptz(6)),
                column("kind", varchar(20)),
                column("customer_id", bigint()).nullable(),
                primaryKey("event_pkey", "id"),
                index("ix_event_kind", "kind"));
        for (TableElement element : more) {
            table = table.with(element);
        }
        return table;
    }

    private String dump(TestDatabase of) throws SQLException {
        return CatalogDump.everything()
                .without("albedo_history", "albedo_history_log")
                .of(of);
    }

    /** Each table with its bounds, its key and its parent. */
    private static List<String> partitions(TestDatabase of) throws SQLException {
        return of.query(
                "select concat_ws(' ', c.oid::regclass, h.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid),"
                        + " pg_get_partkeydef(c.oid)) from pg_class c left join pg_inherits h on h.inhrelid = c.oid"
                        + " where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace"
                        + " and c.relname not like 'albedo%' order by 1");
    }

    private String written() throws Exception {
        try (Stream<Path> files = Files.walk(sources)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void aPartitionedTableIsAdoptedWithItsPartitions() throws Exception {
        database.execute(EVENTS);
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, event()));

        assertThat(written())
                .contains(
                        ".partitionBy(\"RANGE (created_at)\")",
                        "primaryKey(\"event_pkey\", \"id\", \"created_at\", \"kind\")",
                        "CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM (");
        project.assertNothingToDo(model(CUSTOMER, event()));
        assertThat(project.said().lines()).noneMatch(line -> line.contains("event_2024"));
        try (TestDatabase empty = TestDatabases.create()) {
            project.migrator(empty).migrate("head");
            assertThat(partitions(empty)).isEqualTo(partitions(database)).hasSize(6);
            assertThat(dump(empty)).isEqualTo(dump(database));
            project.migrator(empty).rollback(1);
            assertThat(partitions(empty)).isEmpty();
        }
    }

    @Test
    void aPartitionedTableIsChangedAndChangedBack() throws Exception {
        database.execute(EVENTS);
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, event()));
        String before = dump(database);
        List<String> rowsBefore = database.query("select e::text from event e order by id");
        Column required = column("weight", integer()).defaultTo("3");

        List<String> plan = project.create(model(
                CUSTOMER,
                event(
                        required,
                        column("note", varchar(30)).nullable(),
                        check("ck_event_kind", "kind <> ''"),
                        index("ix_event_note", "note"),
                        foreignKey("fk_event_customer", "customer_id").references("customer", "id"))));

        assertThat(plan).noneMatch(line -> line.contains("event_2") || line.contains("primary key"));
        assertThat(database.query("select distinct weight::text from event")).containsExactly("3");
        assertThat(database.query("select count(*)::text from event")).containsExactly("100");
        assertThat(
                        database.query(
                                "select count(*)::text from pg_indexes where tablename like 'event%' and indexdef like '%(note)'"))
                .containsExactly("5");
        project.backToBaseline();
        assertThat(dump(database)).isEqualTo(before);
        assertThat(database.query("select e::text from event e order by id")).isEqualTo(rowsBefore);
    }

    private static Snapshot named(String column, Table event) {
        Schema schema = Schema.of(CUSTOMER, event);
        return new Snapshot(
                schema,
                Origins.parse(List.of("event = shop.Event", "event." + column + " = shop.Event#createdAt")),
                new TreeMap<>(),
                InitialValues.NONE,
                List.of(),
                new TreeMap<>(),
                "");
    }

    @Test
    void typesAndRenamesOfAPartitionedTable() throws Exception {
        database.execute(EVENTS);
        AdoptedProject project = new AdoptedProject(database, sources).baseline(named("created_at", event()));
        String before = dump(database);
        List<String> rowsBefore = database.query("select e::text from event e order by id");
        Table changed = table(
                "event",
                column("id", bigint()),
                column("happened_at", timestamptz(6)),
                column("kind", varchar(20)),
                column("customer_id", varchar(30)).nullable(),
                primaryKey("event_pkey", "id"),
                index("ix_event_kind", "kind"));

        project.create(named("happened_at", changed));

        assertThat(database.query("select pg_get_partkeydef('event'::regclass)"))
                .containsExactly("RANGE (happened_at)");
        assertThat(database.query("select count(*)::text from event where customer_id = '5'"))
                .containsExactly("6");
        project.backToBaseline();
        assertThat(dump(database)).isEqualTo(before);
        assertThat(database.query("select e::text from event e order by id")).isEqualTo(rowsBefore);
    }

    @Test
    void aUniqueConstraintThatHasThePartitionKeyIsThatOfTheModel() throws Exception {
        Table visit = table(
                "visit",
                column("id", bigint()),
                column("day", integer()),
                column("mail", varchar(20)).nullable(),
                primaryKey("visit_pkey", "id"));
        database.execute(
                "create table visit (id bigint not null, day int not null, mail varchar(20), constraint visit_pkey"
                        + " primary key (day, id)) partition by hash (day)",
                "create table visit_0 partition of visit for values with (modulus 1, remainder 0)",
                "insert into visit values (1, 1, 'a'), (2, 1, 'b')");
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(visit));
        Snapshot unique = model(visit.with(unique("uq_visit", "mail")));

        assertThatThrownBy(() -> project.create(unique))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("unique constraint on partitioned table must include all partitioning columns");

        database.execute("alter table visit add constraint uq_visit unique (mail, day)");
        assertThat(project.plan(unique)).isEmpty();
    }

    private static Table person(String name, TableElement... more) {
        Table table = table(
                name, column("id", bigint()), column("name", varchar(20)).nullable(), primaryKey(name + "_pkey", "id"));
        for (TableElement element : more) {
            table = table.with(element);
        }
        return table;
    }

    private static final String[] PERSONS = {
        "create table person (id bigint constraint person_pkey primary key, name varchar(20))",
        "create table customer (discount int, constraint customer_pkey primary key (id)) inherits (person)",
        "create table stranger () inherits (person)",
        "insert into person values (1, 'a')",
        "insert into customer values (2, 'b', 5)",
        "insert into stranger values (3, 'c')"
    };

    private static Snapshot persons(Column... more) {
        Column discount = column("discount", integer()).nullable();
        Table customer = person("customer", discount);
        for (Column column : more) {
            customer = customer.with(column);
        }
        return model(person("person", more), customer);
    }

    @Test
    void aTableThatInheritsIsAdoptedAsOneAndChangedWithItsParent() throws Exception {
        database.execute(PERSONS);
        AdoptedProject project = new AdoptedProject(database, sources).baseline(persons());
        String before = dump(database);

        assertThat(written()).contains(".inherits(\"person\")").doesNotContain("stranger");
        project.assertNothingToDo(persons());
        try (TestDatabase empty = TestDatabases.create()) {
            project.migrator(empty).migrate("head");
            assertThat(partitions(empty)).containsExactly("customer person", "person");
            project.migrator(empty).rollback(1);
            assertThat(partitions(empty)).isEmpty();
        }

        project.create(persons(
                column("mail", varchar(30)).nullable(), column("age", integer()).defaultTo("7")));

        assertThat(database.query("select concat_ws(' ', id, name, age) from person order by id"))
                .containsExactly("1 a 7", "2 b 7", "3 c 7");
        assertThat(database.query("select attinhcount::text from pg_attribute where attname = 'mail' order by 1"))
                .containsExactly("0", "1", "1");
        project.backToBaseline();
        assertThat(dump(database)).isEqualTo(before);
        assertThat(database.query("select discount::text from customer")).containsExactly("5");
    }

    @Test
    void aTableThatInheritsFromWhatNoEntityIsMappedToIsRefused() throws Exception {
        database.execute(PERSONS);

        assertThatThrownBy(() -> new AdoptedProject(database, sources)
                        .baseline(model(
                                person("customer", column("discount", integer()).nullable()))))
                .isInstanceOf(GoalException.class)
                .hasMessage("Table customer inherits from person, which no entity is mapped to, so a migration cannot"
                        + " create it: map an entity to person, end the inheritance with ALTER TABLE ... NO"
                        + " INHERIT, or exclude the table with -Dalbedo.excludes=table:customer. Nothing was written");
    }
}
