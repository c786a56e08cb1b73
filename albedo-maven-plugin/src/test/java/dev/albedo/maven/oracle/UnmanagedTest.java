package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.snapshot.Unmanaged;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hibernate would create and Albedo does not manage is in the snapshot, with the statement. */
class UnmanagedTest {

    @Test
    void rowLevelSecurityOfHibernate8() throws Exception {
        List<Model> models = Model.all().stream()
                .filter(model -> model.name().equals("tenant_rls"))
                .toList();
        try (HibernateRelease release = new HibernateRelease("8.0", "unmanaged", models)) {
            List<Unmanaged> unmanaged = release.read(models.get(0)).unmanaged();
            assertThat(unmanaged)
                    .hasSize(3)
                    .startsWith(
                            new Unmanaged(
                                    "a command for the table Account", "alter table Account enable row level security"),
                            new Unmanaged(
                                    "a command for the table Account", "alter table Account force row level security"));
            assertThat(unmanaged.get(2).sql())
                    .startsWith("create policy hibernate_tenant_isolation on Account using (");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4", "8.0"})
    void viewsAndStorage(String version) throws Exception {
        String options = version.equals("6.6") ? "" : "@Table(options = \"%s\")";
        Model model = new Model("unmanaged_view", """
                package oracle.unmanaged_view;

                import jakarta.persistence.*;
                import jakarta.persistence.Table;
                import org.hibernate.annotations.*;

                @Entity
                %s
                class Customer {
                    @Id Long id;
                    boolean active;
                    @Column(columnDefinition = "varchar compression pglz") String notes;
                }

                @Entity
                @View(query = "select id from Customer where active")
                class Active {
                    @Id Long id;
                }
                """.formatted(options.formatted("with (fillfactor = 70)")));
        try (HibernateRelease release = new HibernateRelease(version, "unmanaged", List.of(model))) {
            ModelBinding.Answer answer = release.read(model);
            List<String> expected = new ArrayList<>(List.of(
                    "the storage of the column notes of the table customer: compression pglz",
                    "the view Active: create view Active as select id from Customer where active"));
            if (!version.equals("6.6")) {
                expected.add("an option of the table customer: with (fillfactor = 70)");
            }
            assertThat(answer.unmanaged())
                    .extracting(Unmanaged::toString)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertIsCreatedAndQuiet(answer);
        }
    }

    /** Hibernate cannot create this table: PostgreSQL refuses its check. 6.6 cannot even bind it. */
    @ParameterizedTest
    @ValueSource(strings = {"7.4", "8.0"})
    void checksOfXml(String version) throws Exception {
        Model model = new Model("unmanaged_xml", """
                package oracle.unmanaged_xml;

                import jakarta.persistence.*;
                import org.hibernate.annotations.JdbcTypeCode;
                import org.hibernate.type.SqlTypes;

                @Entity
                class Paper {
                    @Id Long id;
                    @JdbcTypeCode(SqlTypes.SQLXML) Body body;
                }

                @Embeddable
                class Body {
                    @Column(nullable = false) String title;
                }
                """);
        try (HibernateRelease release = new HibernateRelease(version, "unmanaged", List.of(model))) {
            ModelBinding.Answer answer = release.read(model);
            assertThat(answer.unmanaged()).hasSize(1);
            assertThat(answer.unmanaged().get(0).what())
                    .isEqualTo("a check of the table Paper, which PostgreSQL refuses because of its subquery");
            assertThat(answer.unmanaged().get(0).sql())
                    .startsWith("check (body is null or ((select t.v from xmltable(");
            assertIsCreatedAndQuiet(answer);
        }
    }

    /** Hibernate writes UNIQUE at the column and loses the name, so any name of such a constraint is as good. */
    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4", "8.0"})
    void nameOfAUniqueConstraintOnAOneToOne(String version) throws Exception {
        List<Model> models = Model.all().stream()
                .filter(model -> model.name().equals("uniques_one_to_one"))
                .toList();
        try (HibernateRelease release = new HibernateRelease(version, "unmanaged", models)) {
            assertThat(release.read(models.get(0)).warnings())
                    .extracting(ModelBinding.Problem::message)
                    .containsExactly(
                            "the name uk_named_owner of a unique constraint of the table passport has no effect:"
                                    + " its column is unique already (@OneToOne or unique = true), and Hibernate creates that"
                                    + " constraint without a name. Remove @UniqueConstraint");
        }
    }

    /** What is managed can be created, and a second plan is empty. */
    private static void assertIsCreatedAndQuiet(ModelBinding.Answer answer) throws Exception {
        assertThat(answer.problems()).isEmpty();
        Planning planning = Planning.of(answer.schema());
        try (TestDatabase database = TestDatabases.create()) {
            planning.run(planning.of(database), database);
            assertThat(planning.of(database).operations()).isEmpty();
        }
    }
}
