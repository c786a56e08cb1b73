package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.batches;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.row;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the documentation, word for word. */
class DataMigrationExampleTest extends RunFixture {

    @Revision(
            id = "5d1f0c7b9a20",
            parent = {})
    public static final class SplitNames implements Migration {

        @Override
        public void up(Operations op) {
            op.createTable(
                    "country", column("code", varchar(2)), column("name", text()), primaryKey("pk_country", "code"));
            op.bulkInsert("country", List.of("code", "name"), row("DE", "Germany"), row("FR", "France"));

            op.addColumn("customer", column("family_name", text()).nullable());
            op.backfill(
                    "customer",
                    "family_name",
                    "split_part(name, ' ', 2)",
                    batches(10_000).by("id").pause(Duration.ofMillis(50)));

            op.data("tell shouting customers from others", data -> {
                List<Long> loud =
                        data.query("select id from customer where name = upper(name)", row -> row.getLong("id"));
                data.batch(
                        "update customer set mood = ? where id = ?",
                        loud.stream().map(id -> row("LOUD", id)));
            });
        }

        @Override
        public void down(Operations op) {
            op.data("forget the moods", data -> data.update("update customer set mood = ?", "CALM"));
            op.dropColumn("customer", "family_name");
            op.dropTable("country");
        }
    }

    @Test
    void doesWhatIsSaidOfIt() throws SQLException {
        database.execute(
                "create type mood as enum ('CALM', 'LOUD')",
                "create table customer (id bigint primary key, name text not null, mood mood not null default 'CALM')",
                "insert into customer select i, case when i % 10 = 0 then 'ADA NO' else 'Ada No' end || i"
                        + " from generate_series(1, 25000) i");
        MigrationSource migrations = MigrationSource.of(List.of(new SplitNames()));
        Migrator migrator = new Migrator(
                ConnectionSource.of(database.dataSource()),
                migrations,
                RunSettings.DEFAULT.allowDestructive(true),
                RunListener.NONE);
        migrator.migrate("head");
        assertThat(query(
                        "count(*) filter (where family_name is null), count(*) filter (where mood = 'LOUD')",
                        "customer"))
                .containsExactly("0 2500");
        assertThat(query("code, name", "country order by 1")).containsExactly("DE Germany", "FR France");
        assertThat(query("steps, state", "albedo_history")).containsExactly("5 applied");
        migrator.rollback(1);
        assertThat(query("count(*)", "customer where mood = 'LOUD'")).containsExactly("0");
        assertThat(migrator.migrate("head")).hasSize(1);
        assertThat(migrator.migrate("head")).isEmpty();

        Script.Result script = new Script(
                        new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), false, false)
                .up("base", "head");
        assertThat(script.missing())
                .containsExactly("step 5 of revision 5d1f0c7b9a20 (SplitNames) (run step: tell shouting customers from"
                        + " others) is Java code");
    }
}
