package dev.albedo.maven.goal.proof;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database in which plans are tried, and what was said. */
public abstract class ProofFixture {

    public static final SchemaFilter FILTER = LiveSchema.FILTER;
    public static final QualifiedName CUSTOMER = QualifiedName.of("customer");

    /** What is read of the database. */
    public SchemaFilter filter = FILTER;

    public final Said said = new Said();
    public TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    public Comparison comparison(Connection connection) throws SQLException {
        return new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
    }

    public PlanProof proof(PlanProof.Place place) {
        return proof(place, ScratchServer.beside(drivers(), this::settings));
    }

    public PlanProof proof(PlanProof.Place place, ScratchServer scratch) {
        return new PlanProof(place, Duration.ofMillis(300), Duration.ofMillis(800), scratch, said);
    }

    static Drivers drivers() {
        return new Drivers(ProofFixture.class.getClassLoader());
    }

    ConnectionSettings settings() {
        return ConnectionSettings.of(database.url(), "the test");
    }

    /** Plans what leads to the model, and proves it. */
    void prove(PlanProof proof, Schema model) throws Exception {
        prove(proof, model, Origins.NONE);
    }

    void prove(PlanProof proof, Schema model, Origins origins) throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(connection);
            Schema start = LiveSchema.read(connection, FILTER);
            FoundDifference found =
                    comparison.ofDatabase(connection, start, model, Optional.empty(), Snapshots.NO_SEARCH);
            assertThat(found.diff().isEmpty()).as("no plan").isFalse();
            proveAll(proof, comparison.plan(found, InitialValues.NONE).origins(origins));
        }
    }

    /** Proves, and looks whether anything of it is left in the database. */
    public void proveAll(PlanProof proof, Plan plan) throws Exception {
        String before = CatalogDump.everything().of(database);
        try (Connection connection = database.connect()) {
            proof.of(connection, comparison(connection), filter, plan);
            assertThat(connection.getAutoCommit()).isTrue();
        } finally {
            assertThat(CatalogDump.everything().of(database)).isEqualTo(before);
            assertThat(scratchDatabases()).isZero();
        }
    }

    public long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    public long scratchDatabases() throws SQLException {
        return number("select count(*) from pg_database where datname like 'albedo\\_scratch%'");
    }

    public static Table customer(Column... more) {
        Table table = table(
                "customer",
                column("id", integer()),
                column("email", varchar(50)).nullable());
        for (Column column : more) {
            table = table.with(column);
        }
        return table.with(primaryKey("customer_pkey", "id"));
    }

    public void customers() throws SQLException {
        database.execute(
                "create table customer (id int primary key, email varchar(50))",
                "insert into customer values (1, 'a@example.org'), (2, 'a@example.org'), (3, null)");
    }
}
