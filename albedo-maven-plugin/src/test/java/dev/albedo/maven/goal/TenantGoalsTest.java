package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.connect.TenantList;
import dev.albedo.maven.connect.TenantList.Kind;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunSettings;
import dev.albedo.tenant.Tenant;
import dev.albedo.tenant.Tenants;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantGoalsTest {

    private final Said said = new Said();
    private final Drivers drivers = new Drivers(TenantGoalsTest.class.getClassLoader());
    private TestDatabase database;

    /** The tenants' table. */
    @Revision(id = "aaa1")
    public static final class CreatesTable implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create table customer (id int)");
        }

        @Override
        public void down(Operations op) {
            op.sql("drop table customer");
        }
    }

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute("create schema tenant_a", "create schema tenant_b", "create schema \"tenantXc\"");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private List<Tenant> find(TenantList list) throws SQLException {
        return list.find(ConnectionSettings.of(database.url(), "test"), drivers);
    }

    private static List<String> names(List<Tenant> tenants) {
        return tenants.stream().map(Tenant::name).toList();
    }

    private TenantRuns runs(List<Tenant> tenants) {
        return new TenantRuns(
                listener -> new Tenants(
                        tenants,
                        MigrationSource.of(List.of(new CreatesTable())),
                        RunSettings.DEFAULT,
                        2,
                        false,
                        listener),
                said);
    }

    @Test
    void findsThemByNameQueryAndPattern() throws SQLException {
        assertThat(names(find(new TenantList(Kind.SCHEMA, List.of("tenant_b"), null, null))))
                .containsExactly("tenant_b");
        assertThat(names(find(new TenantList(Kind.SCHEMA, null, "values ('tenant_b'), ('tenant_a')", null))))
                .containsExactly("tenant_b", "tenant_a");
        assertThat(names(find(new TenantList(Kind.SCHEMA, null, null, "tenant_*"))))
                .containsExactly("tenant_a", "tenant_b");
        assertThat(names(find(new TenantList(Kind.SCHEMA, null, null, "tenant?*"))))
                .hasSize(3);
        assertThat(names(find(new TenantList(Kind.DATABASE, null, null, database.name()))))
                .containsExactly(database.name());
    }

    @Test
    void saysWhatIsWrongWithTheList() {
        assertThatThrownBy(() -> find(new TenantList(Kind.SCHEMA, List.of("a"), "select 1", null)))
                .isInstanceOf(SetupException.class)
                .hasMessage("More than one of albedo.tenants, albedo.tenants.query and albedo.tenants.pattern"
                        + " is set: keep one");
        assertThatThrownBy(() -> find(new TenantList(Kind.SCHEMA, null, null, "shop_*")))
                .isInstanceOf(SetupException.class)
                .hasMessage("There is no tenant: no name matches shop_*");
        assertThatThrownBy(() -> Kind.parse("table"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("albedo.tenants.kind is table: use schema");
    }

    @Test
    void saysWhatBecameOfThem() throws SQLException {
        database.execute("create table tenant_b.customer ()");
        TenantList list = new TenantList(Kind.SCHEMA, null, null, "tenant_*");

        assertThatThrownBy(() -> runs(find(list)).run(migrator -> migrator.migrate("head")))
                .isInstanceOf(GoalException.class)
                .hasMessage("1 tenant of 2 failed: tenant_b. Correct the causes and run the goal again; it skips"
                        + " tenants that are up to date");
        assertThat(said.lines()).containsExactly("2 tenants: 1 with 1 revision, 1 failed");
        assertThat(said.warnings()).singleElement().asString().contains("tenant_b", "already exists");

        database.execute("drop table tenant_b.customer");
        runs(find(list)).run(migrator -> migrator.migrate("head"));
        assertThat(said.lines()).endsWith("2 tenants: 1 with nothing to do, 1 with 1 revision");
    }

    @Test
    void worksOnDatabasesToo() throws SQLException {
        try (TestDatabase other = TestDatabases.create()) {
            TenantList list = new TenantList(Kind.DATABASE, List.of(database.name(), other.name()), null, null);

            runs(find(list)).run(Rollback.work(null, "base").compose(migrator -> {
                migrator.migrate("head");
                return migrator;
            }));

            assertThat(said.lines()).containsExactly("2 tenants: 2 with 1 revision");
        }
    }
}
