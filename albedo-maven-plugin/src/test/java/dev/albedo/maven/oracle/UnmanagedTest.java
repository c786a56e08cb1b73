package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.snapshot.Unmanaged;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                            new Unmanaged("a command", "alter table Account enable row level security"),
                            new Unmanaged("a command", "alter table Account force row level security"));
            assertThat(unmanaged.get(2).sql())
                    .startsWith("create policy hibernate_tenant_isolation on Account using (");
        }
    }

    @Test
    void viewsAndStorage() throws Exception {
        Model model = new Model("unmanaged_view", """
                package oracle.unmanaged_view;

                import jakarta.persistence.*;
                import org.hibernate.annotations.View;

                @Entity
                @Table(options = "with (fillfactor = 70)")
                class Customer {
                    @Id Long id;
                    boolean active;
                }

                @Entity
                @View(query = "select id from Customer where active")
                class Active {
                    @Id Long id;
                }
                """);
        try (HibernateRelease release = new HibernateRelease("7.4", "unmanaged", List.of(model))) {
            assertThat(release.read(model).unmanaged())
                    .extracting(Unmanaged::toString)
                    .containsExactlyInAnyOrder(
                            "an option of the table customer: with (fillfactor = 70)",
                            "the view Active: create view Active as select id from Customer where active");
        }
    }
}
