package dev.albedo.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.tenant.TenantRun.Outcome;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantsTest {

    /** More than a handful, with names that need quotes. */
    private static final List<String> SCHEMAS =
            IntStream.range(0, 1000).mapToObj(i -> "Tenant-" + i).toList();

    private static final MigrationSource MIGRATIONS =
            MigrationSource.of(List.of(new CreatesTable(), new CreatesIndex()));

    private TestDatabase database;

    /** In the tenant's schema, with a type of the public one. */
    @Revision(id = "aaa1")
    public static final class CreatesTable implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create table customer (id int, kind customer_kind)");
        }

        @Override
        public void down(Operations op) {
            op.sql("drop table customer");
        }
    }

    /** A second one. */
    @Revision(id = "bbb2", parent = "aaa1")
    public static final class CreatesIndex implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create index ix_customer_id on customer (id)");
        }

        @Override
        public void down(Operations op) {
            op.sql("drop index ix_customer_id");
        }
    }

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute("create type customer_kind as enum ('a')");
    }

    private void create(List<String> schemas) throws SQLException {
        for (int i = 0; i < schemas.size(); i += 100) {
            database.execute(schemas.subList(i, Math.min(i + 100, schemas.size())).stream()
                    .map(name -> "create schema \"" + name + "\"")
                    .collect(Collectors.joining("; ")));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Tenants tenants(List<String> schemas, boolean stopAtFailure, TenantListener listener) {
        ConnectionSource connections = ConnectionSource.of(database.dataSource());
        return new Tenants(
                schemas.stream()
                        .map(schema -> Tenant.ofSchema(schema, connections))
                        .toList(),
                MIGRATIONS,
                RunSettings.DEFAULT,
                4,
                stopAtFailure,
                listener);
    }

    private static Map<Outcome, Long> outcomes(List<TenantRun> runs) {
        return runs.stream().collect(Collectors.groupingBy(TenantRun::outcome, Collectors.counting()));
    }

    @Test
    void oneThatFailsDoesNotStopTheOthersAndIsFinishedLater() throws SQLException {
        create(SCHEMAS);
        database.execute("create table \"Tenant-7\".customer ()");
        List<Integer> progress = new ArrayList<>();

        List<TenantRun> runs = tenants(SCHEMAS, false, (run, finished, all) -> progress.add(finished))
                .run(migrator -> migrator.migrate("head"));

        assertThat(outcomes(runs)).isEqualTo(Map.of(Outcome.DONE, 999L, Outcome.FAILED, 1L));
        assertThat(runs).extracting(TenantRun::tenant).isEqualTo(SCHEMAS);
        assertThat(runs.get(7).reason()).contains("aaa1", "relation \"customer\" already exists");
        assertThat(progress)
                .isEqualTo(IntStream.rangeClosed(1, SCHEMAS.size()).boxed().toList());
        assertThat(database.query("select count(*) from pg_class where relname = 'ix_customer_id'"))
                .containsExactly("999");
        assertThat(database.query("select count(*) from pg_class where relname = 'albedo_history' and relkind = 'r'"))
                .containsExactly("1000");

        database.execute("drop table \"Tenant-7\".customer");
        List<TenantRun> again = tenants(SCHEMAS, false, TenantListener.NONE).run(migrator -> migrator.migrate("head"));

        assertThat(again).allMatch(run -> run.outcome() == Outcome.DONE);
        assertThat(again.stream().filter(run -> !run.done().isEmpty()))
                .extracting(TenantRun::tenant)
                .containsExactly("Tenant-7");

        List<TenantRun> back = tenants(SCHEMAS, false, TenantListener.NONE).run(migrator -> migrator.rollback(2));
        assertThat(back).allMatch(run -> run.done().size() == 2);
        assertThat(database.query("select count(*) from pg_class where relname = 'customer'"))
                .containsExactly("0");
    }

    @Test
    void stopsAtTheFirstFailureWhereThatIsAskedFor() throws SQLException {
        List<String> schemas = SCHEMAS.subList(0, 100);
        create(schemas);
        database.execute("create table \"Tenant-0\".customer ()");

        List<TenantRun> runs = tenants(schemas, true, TenantListener.NONE).run(migrator -> migrator.migrate("head"));

        assertThat(runs.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcomes(runs).get(Outcome.SKIPPED)).isGreaterThan(50);
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        List<TenantRun> runs =
                tenants(List.of("nobody"), false, TenantListener.NONE).run(migrator -> migrator.migrate("head"));

        assertThat(runs.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(runs.get(0).reason())
                .isEqualTo(
                        "cannot connect to the database: there is no schema nobody in which this user may look; create"
                                + " it, or grant usage on it");
    }

    @Test
    void givesConnectionsBackAsTheyCame() throws SQLException {
        create(SCHEMAS.subList(0, 2));
        try (Connection pooled = database.connect();
                Statement statement = pooled.createStatement()) {
            statement.execute("set search_path to public, pg_temp");
            Connection unclosed = notClosing(pooled);
            Tenant tenant = Tenant.ofSchema("Tenant-1", () -> unclosed);
            Migrator migrator = new Migrator(tenant.connections(), MIGRATIONS, RunSettings.DEFAULT, RunListener.NONE);

            assertThat(migrator.migrate("head")).hasSize(2);

            try (ResultSet rows = statement.executeQuery("show search_path")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("public, pg_temp");
            }
        }
    }

    /** What a pool hands out. */
    private static Connection notClosing(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TenantsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> tenants(List.of("a", "a"), false, TenantListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tenant a is named twice");
    }
}
