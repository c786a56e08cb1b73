package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.AdoptedProject;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A team adopts a database that was made by hand-written SQL and then works on: ten changes of its entities, an application
 * that writes and reads after each, and all the way back. The application works on copies, so that what is left at the end must
 * be what was there at the beginning, rows and positions included.
 */
class AdoptionTest {

    private static final Path RESOURCES = Path.of("src/test/resources/adoption");

    /** A change of the source: what is replaced by what, and what {@code create} plans for it. */
    private record Edit(String before, String after, List<String> operations) {}

    private static Edit edit(String before, String after, String... operations) {
        return new Edit(before, after, List.of(operations));
    }

    private static final List<Edit> EDITS = List.of(
            edit(
                    "/* more of customer */",
                    "String nickname; /* more of customer */",
                    "add column customer.nickname varchar(255)"),
            edit(
                    "@Table(name = \"customer\")",
                    "@Table(name = \"customer\", indexes = @Index(columnList = \"nickname\"))",
                    "create index (nickname) on customer (ix_customer_nickname)"),
            edit(
                    "@Column(length = 20) String status",
                    "@Column(length = 40) String status",
                    "alter column customer.status: type varchar(20) -> varchar(40)"),
            edit(
                    "precision = 10, scale = 2",
                    "precision = 14, scale = 2",
                    "alter column orders.total: type numeric(10, 2) -> numeric(14, 2)"),
            edit(
                    "/* more entities */",
                    "@Entity @Table(name = \"tag\") class Tag { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long"
                            + " id; @ManyToOne Customer customer; }",
                    "create table tag"),
            edit(
                    "/* more of customer */",
                    "@org.hibernate.annotations.ColumnDefault(\"false\") @Column(nullable = false) boolean vip; /* more of customer */",
                    "add column customer.vip boolean"),
            edit(
                    "@Column(columnDefinition = \"text\")",
                    "@Column(name = \"remark\", columnDefinition = \"text\")",
                    "rename column customer.note to remark"),
            edit(
                    "/* orders */ @GeneratedValue(strategy = GenerationType.IDENTITY)",
                    "@GeneratedValue(strategy = GenerationType.SEQUENCE)",
                    "create sequence orders_seq",
                    "advance the numbers of sequence orders_seq behind sequence orders_id_seq, column orders.id",
                    "alter column orders.id: default nextval('orders_id_seq'::regclass) -> none",
                    "drop sequence orders_id_seq"),
            edit(
                    "/* customer */ @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id",
                    "@GeneratedValue(strategy = GenerationType.IDENTITY) Long id",
                    "drop foreign key (customer_id) to customer (id) on tag (fk_tag_customer_id)",
                    "alter sequence customer_id_seq: type integer -> bigint",
                    "alter column customer.id: type integer -> bigint",
                    "alter column orders.customer_id: type integer -> bigint",
                    "alter column tag.customer_id: type integer -> bigint",
                    "add foreign key (customer_id) to customer (id) on tag (fk_tag_customer_id)"),
            edit(
                    "Integer points;",
                    "@Column(unique = true, length = 60) String code; Long points;",
                    "add column customer.code varchar(60)",
                    "alter column customer.points: type integer -> bigint",
                    "add unique (code) on customer (uq_customer_code)"));

    private static final String LIST =
            "ARRAY[('new'::character varying)::text, ('active'::character varying)::text, ('gone'::character varying)::text]";

    @TempDir
    private Path sources;

    @Test
    void tenChangesOfADatabaseMadeByHandAndAllTheWayBack() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            database.execute(Files.readString(RESOURCES.resolve("by_hand.sql")));
            String source = Files.readString(RESOURCES.resolve("adopted.java"));
            List<String> start = everything(database);
            AdoptedProject project = new AdoptedProject(database, sources).answering("none");
            try (HibernateRelease release = release(source, 0)) {
                Snapshot model = read(release);
                project.baseline(model);
                project.assertNothingToDo(model);
                work(release, database);
            }
            List<List<String>> planned = new ArrayList<>();
            for (Edit edit : EDITS) {
                assertThat(source).contains(edit.before());
                source = source.replace(edit.before(), edit.after());
                try (HibernateRelease release = release(source, EDITS.indexOf(edit) + 1)) {
                    planned.add(project.create(read(release)));
                    work(release, database);
                }
            }

            project.backToBaseline();

            assertThat(everything(database)).isEqualTo(start);
            assertThat(planned)
                    .containsExactlyElementsOf(
                            EDITS.stream().map(Edit::operations).toList());
            try (HibernateRelease release =
                    release(Files.readString(RESOURCES.resolve("adopted.java")), EDITS.size() + 1)) {
                work(release, database);
            }
        }
    }

    private static HibernateRelease release(String source, int number) throws Exception {
        return new HibernateRelease("7.4", "adoption-" + number, List.of(new Model("adopted", source)));
    }

    private static Snapshot read(HibernateRelease release) throws Exception {
        ModelBinding.Answer answer = release.read(release.models().get(0));
        return new Snapshot(
                answer.schema(),
                answer.origins(),
                answer.oldNames(),
                answer.initialValues(),
                answer.unmanaged(),
                answer.madeBy(),
                "");
    }

    /** The application inserts and reads, in a copy. */
    private static void work(HibernateRelease release, TestDatabase database) throws Exception {
        try (TestDatabase copy = database.copy()) {
            release.run(release.models().get(0), "Application", copy);
        }
    }

    /** The catalog, all positions, the number of rows of each table, and a digest of all rows. */
    private static List<String> everything(TestDatabase database) throws SQLException {
        List<String> everything = new ArrayList<>();
        // The server prints a check over an IN list otherwise once the type of the column has changed.
        everything.add(CatalogDump.everything()
                .without("albedo_history", "albedo_history_log")
                .of(database)
                .replace(
                        "(ARRAY['new'::character varying, 'active'::character varying, 'gone'::character varying])::text[]",
                        LIST));
        everything.addAll(database.query("select sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where"
                + " sequencename not like 'albedo%' order by 1"));
        for (String table : List.of("customer", "orders", "status_change")) {
            everything.addAll(database.query(
                    "select '" + table + " ' || count(*) || ' ' || md5(string_agg(row_to_json(t)::jsonb::text,"
                            + " ',' order by id)) from " + table + " t"));
        }
        everything.addAll(database.query("select definition from pg_views where schemaname = 'public' order by 1"));
        everything.addAll(
                database.query("select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1"));
        everything.addAll(
                database.query("select grantee || ' ' || privilege_type from information_schema.table_privileges"
                        + " where table_name = 'open_orders' order by 1"));
        return everything;
    }
}
