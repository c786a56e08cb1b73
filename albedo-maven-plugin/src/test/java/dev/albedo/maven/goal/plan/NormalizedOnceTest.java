package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.origin.Origins;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a goal brings a schema to the dialect's spelling: each schema that there is, once. */
class NormalizedOnceTest extends HookFixture {

    private static final SchemaFilter READ = LiveSchema.FILTER;
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

    private static Comparison comparison(Dialect dialect) {
        return new Comparison(
                dialect,
                NamingConvention.DEFAULT,
                Renames.NONE,
                ObjectFilter.of("public", List.of(), List.of("table:albedo_history")));
    }

    private void plan() throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(counting(Dialects.of(connection)));
            Plan plan = FromDatabase.plan(
                            connection,
                            LiveSchema.read(connection, READ),
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

    @Test
    void whatIsComparedWithADatabaseAndWithMigrations() throws Exception {
        database.execute("create table t (id int constraint pk_t primary key, name text not null)");
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(counting(Dialects.of(connection)));
            Comparison.Given given =
                    comparison.given(LiveSchema.read(connection, READ), MODEL, Optional.of(Schema.EMPTY));

            FoundDifference inDatabase = comparison.ofDatabase(connection, given, Snapshots.NO_SEARCH);
            FoundDifference inMigrations = comparison.ofMigrations(
                    new Comparison.Given(given.created().orElseThrow(), given.model(), Optional.empty()),
                    Snapshots.NO_SEARCH);

            assertThat(inDatabase.diff().isEmpty()).isTrue();
            assertThat(inMigrations.diff().operations()).hasSize(1);
        }

        // The database, the model, and what migrations created.
        assertThat(normalized).hasSize(3);
    }
}
