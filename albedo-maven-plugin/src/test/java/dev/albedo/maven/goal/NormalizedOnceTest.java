package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.ObjectFilter;
import dev.albedo.diff.Renames;
import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.origin.Origins;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.Schema;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a goal brings a schema to the dialect's spelling: each schema that there is, once. */
class NormalizedOnceTest extends HookFixture {

    private static final SchemaFilter READ = SchemaFilter.without("albedo_history");
    private static final Schema MODEL =
            Schema.of(table("t", column("id", integer()), column("name", text()), primaryKey("pk_t", "id")));

    private final List<Schema> normalized = new ArrayList<>();

    private Dialect counting(Dialect dialect) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("normalize")) {
                normalized.add((Schema) arguments[0]);
            }
            return method.invoke(dialect, arguments);
        };
        return (Dialect)
                Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, handler);
    }

    private void plan() throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison = new Comparison(
                    counting(Dialects.of(connection)),
                    NamingConvention.DEFAULT,
                    Renames.NONE,
                    ObjectFilter.of("public", List.of(), List.of("table:albedo_history")));
            Plan plan = FromDatabase.plan(
                            connection,
                            DatabaseReader.read(connection, READ),
                            comparison,
                            DropScope.by(MigrationSource.of(List.of()), said),
                            new Model(Snapshots.of(MODEL), Origins.NONE, said),
                            shown -> {})
                    .orElseThrow();
            proof(PlanProof.Place.DATABASE).of(connection, comparison, READ, plan);
        }
    }

    @Test
    void aPlanThatIsTried() throws Exception {
        database.execute("create table t (id int constraint pk_t primary key)");

        plan();

        // The database, the model, what migrations created, and the database after up and after down.
        assertThat(normalized).hasSize(5);
    }
}
