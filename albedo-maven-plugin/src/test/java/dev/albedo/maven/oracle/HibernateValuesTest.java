package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.origin.Origins;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.safety.SafePlan;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns whose value for existing rows Hibernate itself defines: it loads and changes these rows afterwards. */
class HibernateValuesTest {

    private static final String BEFORE = """
            package oracle.values_before;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity(name = "Item") @Table(name = "item") class Item {
                @Id Long id;
                @ElementCollection @CollectionTable(name = "tags") Set<String> tags;
                public String toString() { return id + " " + new TreeSet<>(tags); }
            }
            @Entity(name = "Active") @Table(name = "active") class Active { @Id Long id; public String toString() { return "" + id; } }
            @Entity(name = "Worded") @Table(name = "worded") class Worded { @Id Long id; public String toString() { return "" + id; } }
            """;

    private static final String AFTER = """
            package oracle.values_after;
            import jakarta.persistence.*;
            import java.util.*;
            import org.hibernate.annotations.SoftDelete;
            import org.hibernate.annotations.SoftDeleteType;
            @Entity(name = "Item") @Table(name = "item") @SoftDelete @Inheritance class Item {
                @Id Long id;
                @Version Integer version;
                String note;
                @ElementCollection @CollectionTable(name = "tags") @SoftDelete Set<String> tags;
                public String toString() {
                    return getClass().getSimpleName() + " " + id + " " + version + " " + new TreeSet<>(tags);
                }
            }
            @Entity(name = "Special") class Special extends Item {}
            @Entity(name = "Active") @Table(name = "active") @SoftDelete(strategy = SoftDeleteType.ACTIVE) class Active {
                @Id Long id;
                @Version long version;
                public String toString() { return id + " " + version; }
            }
            @Entity(name = "Worded") @Table(name = "worded")
            @SoftDelete(converter = org.hibernate.type.YesNoConverter.class, columnName = "gone") class Worded {
                @Id Long id;
                @Version java.time.Instant changed;
                public String toString() { return id + " " + (changed != null); }
            }
            public class Program {
                public static void run(String url) {
                    org.hibernate.cfg.Configuration configuration = new org.hibernate.cfg.Configuration()
                            .setProperty("hibernate.connection.url", url)
                            .setProperty("hibernate.connection.driver_class", "org.postgresql.Driver")
                            .addAnnotatedClass(Item.class)
                            .addAnnotatedClass(Special.class);
                    try (org.hibernate.SessionFactory factory = configuration.buildSessionFactory()) {
                        factory.inTransaction(session -> session.find(Item.class, 1L).note = "changed");
                        factory.inTransaction(session -> session.remove(session.find(Item.class, 2L)));
                    }
                }
            }
            """;

    private static final String UNKNOWN_BEFORE = """
            package oracle.unknown_before;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity(name = "Item") @Table(name = "item") @Inheritance(strategy = InheritanceType.JOINED) class Item { @Id Long id; }
            @Entity(name = "Special") @Table(name = "special") class Special extends Item {}
            @Entity(name = "Owner") @Table(name = "owner") class Owner {
                @Id Long id;
                @OneToMany @JoinColumn(name = "owner_id") List<Line> lines;
                @OneToMany(mappedBy = "owner") List<Note> notes;
                @OneToMany @JoinColumn(name = "owner_id") Set<Word> words;
            }
            @Entity(name = "Line") @Table(name = "line") class Line { @Id Long id; }
            @Entity(name = "Note") @Table(name = "note") class Note { @Id Long id; @ManyToOne Owner owner; }
            @Entity(name = "Word") @Table(name = "word") class Word { @Id Long id; }
            """;

    private static final String UNKNOWN_AFTER = """
            package oracle.unknown_after;
            import jakarta.persistence.*;
            import java.util.*;
            import org.hibernate.annotations.TenantId;
            @Entity(name = "Item") @Table(name = "item") @Inheritance class Item { @Id Long id; }
            @Entity(name = "Special") class Special extends Item {}
            @Entity(name = "Owner") @Table(name = "owner") class Owner {
                @Id Long id;
                @TenantId String tenant;
                @OneToMany @JoinColumn(name = "owner_id") @OrderColumn(name = "place") List<Line> lines;
                @OneToMany(mappedBy = "owner") @OrderColumn(name = "rank") List<Note> notes;
                @OneToMany @JoinColumn(name = "owner_id") @MapKey(name = "code") Map<String, Word> words;
            }
            @Entity(name = "Line") @Table(name = "line") class Line { @Id Long id; }
            @Entity(name = "Note") @Table(name = "note") class Note { @Id Long id; @ManyToOne Owner owner; }
            @Entity(name = "Word") @Table(name = "word") class Word { @Id Long id; String code; }
            """;

    private static Schema read(TestDatabase database, Planning planning) throws Exception {
        try (Connection connection = database.connect()) {
            return planning.dialect().normalize(LiveSchema.read(connection, new SchemaFilter(Set.of(), Set.of())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void rowsAreLiveOfTheClassOfBeforeAndOfTheFirstVersion(String version) throws Exception {
        Model before = new Model("values_before", BEFORE);
        Model after = new Model("values_after", AFTER);
        try (HibernateRelease release = new HibernateRelease(version, "values", List.of(before, after));
                TestDatabase database = TestDatabases.create()) {
            release.create(before, database);
            database.execute(
                    "insert into item values (1), (2)",
                    "insert into tags (item_id, tags) values (1, 'a'), (1, 'b')",
                    "insert into active values (1)",
                    "insert into worded values (1)");
            ModelBinding.Answer model = release.read(after);
            Origins past =
                    Origins.parse(List.of("item = oracle.values_after.Item", "item.id = oracle.values_after.Item#id"));
            Planning planning = Planning.of(model.schema());
            Schema start = read(database, planning);
            SchemaDiff diff = planning.of(database);
            SchemaDiff up = SafePlan.of(diff, start, model.initialValues().since(past, start), planning.dialect());
            SchemaDiff down =
                    SafePlan.of(diff.reverse(), diff.applyTo(start), model.initialValues(), planning.dialect());

            assertThat(Readiness.unfilled(up.operations())).isEmpty();
            planning.run(up, database);

            assertThat(planning.of(database).operations()).isEmpty();
            assertThat(release.load(after, "from Item order by id", database))
                    .containsExactly("Item 1 0 [a, b]", "Item 2 0 []");
            assertThat(release.load(after, "from Active", database)).containsExactly("1 0");
            assertThat(release.load(after, "from Worded", database)).containsExactly("1 true");
            release.run(after, "Program", database);
            assertThat(release.load(after, "from Item order by id", database)).containsExactly("Item 1 1 [a, b]");
            planning.run(down, database);
            assertThat(release.load(before, "from Item order by id", database)).containsExactly("1 [a, b]", "2 []");
            assertThat(release.load(before, "from Active", database)).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void whatHibernateDoesNotKnowIsToBeFilledIn(String version) throws Exception {
        Model before = new Model("unknown_before", UNKNOWN_BEFORE);
        Model after = new Model("unknown_after", UNKNOWN_AFTER);
        try (HibernateRelease release = new HibernateRelease(version, "unknown", List.of(before, after));
                TestDatabase database = TestDatabases.create()) {
            release.create(before, database);
            ModelBinding.Answer model = release.read(after);
            Origins past = Origins.parse(
                    List.of("item = oracle.unknown_after.Item", "special = oracle.unknown_after.Special"));
            Planning planning = Planning.of(model.schema());
            Schema start = read(database, planning);
            SchemaDiff up = SafePlan.of(
                    planning.of(database), start, model.initialValues().since(past, start), planning.dialect());

            assertThat(Readiness.unfilled(up.operations()))
                    .extracting(fill -> fill.table() + "." + fill.column() + " where " + fill.where())
                    .containsExactlyInAnyOrder(
                            "item.dtype where null",
                            "line.place where owner_id IS NOT NULL",
                            "note.rank where owner_id IS NOT NULL",
                            "owner.tenant where null");
        }
    }
}
