package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One change of each kind in a model of 500 entities: each is found, and nothing else is. */
class LargeModelTest {

    private static final int ENTITIES = 500;

    /**
     * A change of one entity's source.
     *
     * @param entity which one
     * @param before what is replaced
     * @param after by what
     * @param operations what must be found
     */
    private record Change(int entity, String before, String after, List<String> operations) {}

    private static Change change(int entity, String before, String after, String... operations) {
        return new Change(entity, before, after, List.of(operations));
    }

    private static final List<Change> CHANGES = List.of(
            // add column
            change(10, "int count;", "int count; String added;", "add column entity010.added varchar(255)"),
            // drop column
            change(20, "Double weight;", "", "drop column entity020.weight"),
            // add table
            change(
                    ENTITIES,
                    "",
                    "@Entity class Extra { @Id Long id; @ManyToOne Entity000 parent; }",
                    "create table extra"),
            // drop table
            change(499, source(499), "", "drop table entity499", "drop sequence entity499_numbers"),
            // add foreign key
            change(
                    50,
                    "Long other;",
                    "@ManyToOne @JoinColumn(name = \"other\") Entity000 other;",
                    "add foreign key (other) to entity000 (id) on entity050 (fk_entity050_other)"),
            // drop foreign key
            change(
                    60,
                    "@ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = \"fk_named_60\")) Entity059 parent;",
                    "@Column(name = \"parent_id\") Long parent;",
                    "drop foreign key (parent_id) to entity059 (id) on entity060 (fk_named_60)"),
            // add unique constraint
            change(
                    70,
                    "int count;",
                    "@Column(unique = true, nullable = false) int count;",
                    "add unique (count) on entity070 (uq_entity070_count)"),
            // drop unique constraint
            change(
                    80,
                    "@UniqueConstraint(name = \"uq_named_80\", columnNames = {\"code\", \"count\"})",
                    "",
                    "drop unique (code, count) on entity080 (uq_named_80)"),
            // add index
            change(
                    90,
                    "indexes = {",
                    "indexes = {@Index(columnList = \"weight\"), ",
                    "create index (weight) on entity090 (ix_entity090_weight)"),
            // drop index
            change(
                    100,
                    "@Index(name = \"ix_named_100\", columnList = \"born, count desc\")",
                    "",
                    "drop index (born, count desc) on entity100 (ix_named_100)"),
            // enum check
            change(
                    110,
                    "{ OPEN, CLOSED }",
                    "{ OPEN, CLOSED, LOST }",
                    "drop check ((status)::text = ANY ((ARRAY['OPEN'::character varying, 'CLOSED'::character varying])::text[])) on entity110 (ck_entity110_status)",
                    "add check (status in ('OPEN','CLOSED','LOST')) on entity110 (ck_entity110_status)"),
            // delete rule
            change(
                    120,
                    "Entity119 parent;",
                    "@OnDelete(action = OnDeleteAction.CASCADE) Entity119 parent;",
                    "drop foreign key (parent_id) to entity119 (id) on entity120 (fk_named_120)",
                    "add foreign key (parent_id) to entity119 (id) on delete cascade on entity120 (fk_named_120)"),
            // index columns
            change(
                    130,
                    "\"born, count desc\"",
                    "\"count desc, born\"",
                    "drop index (born, count desc) on entity130 (ix_named_130)",
                    "create index (count desc, born) on entity130 (ix_named_130)"),
            // unique columns
            change(
                    140,
                    "{\"code\", \"count\"}",
                    "{\"count\", \"code\"}",
                    "drop unique (code, count) on entity140 (uq_named_140)",
                    "add unique (count, code) on entity140 (uq_named_140)"),
            // nullability
            change(
                    150,
                    "Double weight;",
                    "@Column(nullable = false) Double weight;",
                    "alter column entity150.weight: not null"),
            // sequence increment
            change(
                    160,
                    "allocationSize = 50",
                    "allocationSize = 20",
                    "alter sequence entity160_numbers: increment 50 -> 20"),
            // primary key
            change(
                    170,
                    "Long keyless;",
                    "@Id Long keyless;",
                    "drop primary key (id) on entity170 (pk_entity170)",
                    "add primary key (id, keyless) on entity170 (pk_entity170)"),
            // identity
            change(
                    180,
                    "@Id Long id;",
                    "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;",
                    "alter column entity180.id: identity none -> by default"),
            // default
            change(
                    190,
                    "@ColumnDefault(\"0\")",
                    "@ColumnDefault(\"1\")",
                    "alter column entity190.amount: default 0 -> 1"),
            // type
            change(200, "int count;", "long count;", "alter column entity200.count: type integer -> bigint"),
            // length
            change(210, "length = 50", "length = 60", "alter column entity210.code: type varchar(50) -> varchar(60)"));

    private static String source(int number) {
        String name = "Entity%03d".formatted(number);
        // Two of the changes need a key without a sequence. Every tenth entity has no reference from the next one.
        boolean keyless = number % 10 == 0 && number >= 170 && number <= 180;
        String key = keyless
                ? "@Id Long id; @Column(nullable = false) Long keyless;"
                : "@Id @GeneratedValue(generator = \"g%1$d\") @SequenceGenerator(name = \"g%1$d\", sequenceName = \"%2$s_numbers\", allocationSize = 50) Long id;"
                        .formatted(number, name.toLowerCase(java.util.Locale.ROOT));
        String parent = number == 0 || (number - 1) % 10 == 0
                ? ""
                : "@ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = \"fk_named_%d\")) Entity%03d parent;"
                        .formatted(number, number - 1);
        return """
            @Entity
            @Table(indexes = {@Index(name = "ix_named_%1$d", columnList = "born, count desc")}, uniqueConstraints = {@UniqueConstraint(name = "uq_named_%1$d", columnNames = {"code", "count"})})
            class %2$s {
                enum Status { OPEN, CLOSED }
                %3$s
                @Column(length = 50, nullable = false) String code;
                @Column(precision = 12, scale = 2) @ColumnDefault("0") java.math.BigDecimal amount;
                int count;
                java.time.LocalDate born;
                Double weight;
                Long other;
                @Enumerated(EnumType.STRING) Status status;
                %4$s
            }
            """.formatted(number, name, key, parent);
    }

    private static Model model(String name, boolean changed) {
        List<String> sources = new ArrayList<>();
        for (int number = 0; number < ENTITIES; number++) {
            sources.add(source(number));
        }
        sources.add("");
        if (changed) {
            for (Change change : CHANGES) {
                String before = sources.get(change.entity());
                String after = before.isEmpty() ? change.after() : before.replace(change.before(), change.after());
                assertThat(after).as("the source after the change").isNotEqualTo(before);
                sources.set(change.entity(), after);
            }
        }
        String imports = """
                import jakarta.persistence.*;
                import jakarta.persistence.ForeignKey;
                import jakarta.persistence.Index;
                import jakarta.persistence.Table;
                import org.hibernate.annotations.ColumnDefault;
                import org.hibernate.annotations.OnDelete;
                import org.hibernate.annotations.OnDeleteAction;
                """;
        return new Model(name, "package oracle." + name + ";\n" + imports + String.join("\n", sources));
    }

    @Test
    void eachChangeIsFoundAndNothingElse() throws Exception {
        assertThat(CHANGES).hasSize(21);
        Model before = model("large_before", false);
        Model after = model("large_after", true);
        try (HibernateRelease release = new HibernateRelease("7.4", "large", List.of(before, after));
                TestDatabase database = TestDatabases.create();
                TestDatabase expected = TestDatabases.create()) {
            Planning start = Planning.of(release.read(before).schema());
            Planning end = Planning.of(release.read(after).schema());
            start.run(start.of(database), database);
            assertThat(described(start.of(database)))
                    .as("before anything changes")
                    .isEmpty();

            SchemaDiff plan = end.of(database);
            assertThat(described(plan))
                    .containsExactlyInAnyOrderElementsOf(CHANGES.stream()
                            .flatMap(change -> change.operations().stream())
                            .toList());
            end.run(plan, database);
            assertThat(described(end.of(database))).as("when all is done").isEmpty();
            release.create(after, expected);
            CatalogDump dump =
                    CatalogDump.everything().withoutColumnOrder().withoutNames(name -> !name.contains("named"));
            assertThat(dump.of(database)).as("what Hibernate creates").isEqualTo(dump.of(expected));

            end.run(plan.reverse(), database);
            assertThat(described(start.of(database)))
                    .as("when all is taken back")
                    .isEmpty();
        }
    }

    private static List<String> described(SchemaDiff plan) {
        return plan.operations().stream().map(Operation::describe).collect(Collectors.toList());
    }
}
