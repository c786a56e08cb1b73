package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.tenant.Tenant;
import dev.albedo.tenant.TenantListener;
import dev.albedo.tenant.TenantRun;
import dev.albedo.tenant.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table under the name of the history, or on it, that is not Albedo's own: nothing is written to it. */
class HistoryTrustTest extends RunFixture {

    /** As Albedo makes it, in the schema public. */
    private static final String HISTORY =
            "create table public.albedo_history (revision varchar(64) primary key, name text"
                    + " not null, state text not null, steps integer not null, in_doubt boolean not null, checksum text not null,"
                    + " applied_at timestamptz not null default clock_timestamp(), duration_ms bigint not null,"
                    + " applied_by text not null default session_user, position text)";

    private String mallory = "";

    @BeforeEach
    void role() throws SQLException {
        mallory = "mallory_of_" + database.name();
        database.execute("create role " + mallory + " login", "grant create, usage on schema public to " + mallory);
    }

    @AfterEach
    void dropRole() throws SQLException {
        database.execute(
                "reassign owned by " + mallory + " to postgres", "drop owned by " + mallory, "drop role " + mallory);
    }

    private static TestMigrations migrations() {
        return new TestMigrations().add("aaa1", "create table a (id int)", "drop table a");
    }

    private Migrator migrator() {
        return migrator(migrations());
    }

    private Migrator as(String role) {
        String url = database.url().replace("user=postgres", "user=" + role);
        return new Migrator(
                () -> DriverManager.getConnection(url), migrations(), RunSettings.DEFAULT, RunListener.NONE);
    }

    /** What of it writes. */
    static Map<String, Consumer<Migrator>> writing() {
        return Map.of(
                "migrate", migrator -> migrator.migrate("head"),
                "rollback", migrator -> migrator.rollback(1),
                "stamp", migrator -> migrator.stamp(List.of("head"), true),
                "repair", migrator -> migrator.repair(List.of()),
                "settle", migrator -> migrator.settle(StepOutcome.DONE),
                "ensure-history", Migrator::ensureHistory);
    }

    static List<String> goals() {
        return writing().keySet().stream().sorted().toList();
    }

    private void plant(String sql) throws SQLException {
        String url = database.url().replace("user=postgres", "user=" + mallory);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aPlantedTableIsRefusedByNameBeforeAnythingIsWritten(String goal) throws SQLException {
        plant(HISTORY);
        plant("create table loot (who text)");
        plant("create function grab() returns trigger language plpgsql as"
                + " $$ begin insert into public.loot values (current_user); return new; end $$");
        plant("create trigger grab before insert or delete or update on albedo_history for each statement execute"
                + " function grab()");
        assertThatThrownBy(() -> writing().get(goal).accept(migrator()))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("table public.albedo_history belongs to role " + mallory
                        + ", which is neither postgres, nor a role that postgres is a member of,")
                .hasMessageEndingWith("Nothing was changed");
        assertThat(query("count(*)", "loot")).containsExactly("0");
        assertThat(query(
                        "relname", "pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1"))
                .as("not even the log was made")
                .containsExactly("albedo_history", "loot");
        assertThat(migrator().status().pending())
                .as("reading runs nothing of it")
                .hasSize(1);
    }

    @Test
    void aPlantedLogIsRefusedToo() throws SQLException {
        migrator().ensureHistory();
        String log = database.query(
                        "select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by"
                                + " attnum) from pg_attribute where attrelid = 'albedo_history_log'::regclass and attnum > 0")
                .get(0);
        database.execute("drop table albedo_history_log");
        plant("create table albedo_history_log (" + log + ")");
        assertThatThrownBy(() -> migrator().migrate("head"))
                .hasMessageStartingWith("table public.albedo_history_log belongs to role " + mallory);
    }

    @Test
    void aPlantedTableInATenantsSchemaIsRefused() throws SQLException {
        database.execute("create schema tenant authorization " + mallory);
        plant(HISTORY.replace("public.", "tenant."));
        Tenants tenants = new Tenants(
                List.of(Tenant.ofSchema("tenant", ConnectionSource.of(database.dataSource()))),
                migrations(),
                RunSettings.DEFAULT,
                1,
                false,
                TenantListener.NONE);
        assertThat(tenants.run(migrator -> migrator.migrate("head")))
                .singleElement()
                .extracting(TenantRun::reason)
                .asString()
                .startsWith("table tenant.albedo_history belongs to role " + mallory);
    }

    @Test
    void theApplicationThatStartsRefusesIt() throws SQLException {
        plant(HISTORY);
        assertThatThrownBy(() -> Migrator.of(database.dataSource()).ensureHistory())
                .hasMessageStartingWith("table public.albedo_history belongs to role " + mallory);
    }

    @Test
    void anOwnerWhomTheRoleIsAMemberOfIsTrusted() throws SQLException {
        plant(HISTORY);
        String member = "member_of_" + database.name();
        database.execute("create role " + member + " login", "grant " + mallory + " to " + member);
        assertThat(as(member).migrate("head")).hasSize(1);
        assertThat(as(mallory).status().pending()).isEmpty();
        database.execute("drop owned by " + member, "drop role " + member);
    }

    @Test
    void theOwnerOfTheDatabaseAndASuperuserAreTrusted() throws SQLException {
        plant(HISTORY);
        database.execute("alter database " + database.name() + " owner to " + mallory);
        assertThat(migrator().migrate("head")).hasSize(1);
        String other = "other_of_" + database.name();
        database.execute(
                "alter database " + database.name() + " owner to postgres",
                "alter table albedo_history owner to postgres",
                "create role " + other + " login",
                "alter table a owner to " + other,
                "grant all on albedo_history, albedo_history_log to " + other);
        assertThat(as(other).rollback(1)).hasSize(1);
        database.execute("drop owned by " + other, "drop role " + other);
    }

    @Test
    void aTriggerOfAnotherRoleOnATableOfOnesOwnIsRefused() throws SQLException {
        migrator().ensureHistory();
        database.execute("grant trigger on albedo_history to " + mallory);
        plant("create function grab() returns trigger language plpgsql as $$ begin return null; end $$");
        plant("create trigger grab before insert on albedo_history for each row execute function grab()");
        assertThatThrownBy(() -> migrator().migrate("head"))
                .hasMessage("table public.albedo_history is not used: its trigger grab runs a function of " + mallory
                        + ", and that is not of Albedo; drop it, or give the history table another name with"
                        + " -Dalbedo.history=schema.table. Nothing was changed");
        database.execute("alter function grab() owner to postgres", "alter table albedo_history disable trigger grab");
        assertThat(migrator().migrate("head")).as("an auditor's own trigger").hasSize(1);
    }

    @Test
    void aFunctionOfAnotherRoleInADefaultOrACheckIsRefused() throws SQLException {
        migrator().ensureHistory();
        plant("create function grab(text) returns boolean language sql immutable as 'select true'");
        for (String planted : List.of(
                "add column grabbed boolean default grab('x')", "add constraint grabbing check (grab(event))")) {
            database.execute("alter table albedo_history_log " + planted);
            assertThatThrownBy(() -> migrator().migrate("head"))
                    .as(planted)
                    .hasMessageStartingWith("table public.albedo_history_log is not used: its default, check or index"
                            + " calls a function of " + mallory);
            database.execute(
                    "alter table albedo_history_log drop column if exists grabbed, drop constraint if exists grabbing");
        }
        database.execute("create index grabbing on albedo_history_log ((grab(event)))");
        assertThatThrownBy(() -> migrator().migrate("head")).hasMessageContaining("calls a function of " + mallory);
        database.execute("drop index grabbing");
        assertThat(migrator().migrate("head")).hasSize(1);
    }

    @Test
    void aRuleIsRefused() throws SQLException {
        migrator().ensureHistory();
        database.execute("create rule swallow as on insert to albedo_history_log do instead nothing");
        assertThatThrownBy(() -> migrator().migrate("head"))
                .hasMessageStartingWith(
                        "table public.albedo_history_log is not used: its rule swallow changes what is written");
    }

    @Test
    void hiddenRowsAreSaidToBeHidden() throws SQLException {
        migrator().migrate("head");
        database.execute(
                "grant all on albedo_history, albedo_history_log to " + mallory,
                "alter table albedo_history enable row level security");
        assertThatThrownBy(() -> as(mallory).status())
                .hasMessageStartingWith("row-level security hides rows of public.albedo_history from role " + mallory);
        assertThat(migrator().status().pending()).as("not from a superuser").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table albedo_history (id int)                                     | has not the columns of one (applied_at,
            create view albedo_history as select 1 as revision                       | is a view
            create sequence albedo_history                                           | is a sequence
            create table x (id int); create index albedo_history on x (id)           | is an index
            create table albedo_history (id int) partition by range (id)             | is a partitioned table
            create type albedo_history as (id int)                                   | is a composite type
            create table albedo_history (revision varchar(64), name text, state text, steps text, in_doubt boolean, checksum text, applied_at timestamptz, duration_ms bigint, applied_by text) | has not the columns of one (steps)
            create schema s; create domain s.text as pg_catalog.text; create table albedo_history (revision varchar(64), name s.text, state text, steps int, in_doubt boolean, checksum text, applied_at timestamptz, duration_ms bigint, applied_by text) | has not the columns of one (name)
            """)
    void whatIsNoHistoryIsNotUsedAsOne(String sql, String reason) throws SQLException {
        database.execute(sql);
        for (Consumer<Migrator> use :
                List.<Consumer<Migrator>>of(Migrator::status, Migrator::ensureHistory, m -> m.migrate("head"))) {
            assertThatThrownBy(() -> use.accept(migrator()))
                    .isInstanceOf(RunException.class)
                    .hasMessageStartingWith("public.albedo_history is not the history table of Albedo: it " + reason)
                    .hasMessageEndingWith("Nothing was changed");
        }
        assertThat(query("relname", "pg_class where relname = 'albedo_history_log'"))
                .isEmpty();
    }

    @Test
    void aRoleThatOnlyReadsIsToldTheGrant() throws SQLException {
        migrator().ensureHistory();
        assertThatThrownBy(() -> as(mallory).status())
                .hasMessage("role " + mallory
                        + " may not read the history: let the owner of the tables run \"grant select on"
                        + " public.albedo_history to " + mallory + "\". Nothing was changed");
        database.execute("grant select on albedo_history, albedo_history_log to " + mallory);
        assertThat(as(mallory).status().pending()).hasSize(1);
        assertThatThrownBy(() -> as(mallory).migrate("head"))
                .hasMessage("role " + mallory
                        + " may not write to the history: let the owner of the tables run \"grant select,"
                        + " insert, update, delete on public.albedo_history to " + mallory
                        + "; grant select, insert on public.albedo_history_log to " + mallory
                        + "\". Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadOnlyRoleIsNamed(boolean isMadeBefore) throws SQLException {
        if (isMadeBefore) {
            migrator().ensureHistory();
            database.execute("grant all on albedo_history, albedo_history_log to " + mallory);
        }
        database.execute("alter role " + mallory + " set default_transaction_read_only = on");
        assertThatThrownBy(() -> as(mallory).migrate("head"))
                .hasMessage("the database is read-only for role " + mallory
                        + ": default_transaction_read_only, or the connection itself, says so; connect with a role and a"
                        + " connection that may write. Nothing was changed");
    }
}
