package dev.albedo.maven.goal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.maven.goal.origins.RowMeanings;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans with statements to review, run both ways on a database with rows. */
abstract class DataSkeletonFixture extends ProofFixture {

    Origins before = Origins.NONE;
    Origins now = Origins.NONE;
    RowMeanings constants = RowMeanings.NONE;
    InitialValues initial = InitialValues.NONE;

    Snapshot model(Schema schema) {
        return new Snapshot(schema, now, new TreeMap<>(), initial, List.of(), new TreeMap<>(), "");
    }

    Optional<Plan> plan(Connection connection, Schema schema, Origins past) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        Comparison comparison = comparison(connection);
        Schema start = LiveSchema.read(connection, filter);
        Model model = new Model(model(schema), past, constants, Fills.NONE, said);
        FoundDifference found = comparison.ofDatabase(connection, start, schema, Optional.empty(), model);
        return comparison.isDone(found, model)
                ? Optional.empty()
                : Optional.of(comparison.plan(found, model).in(connection, dialect));
    }

    void run(Connection connection, List<Operation> operations, Map<String, String> fills) throws SQLException {
        connection.setAutoCommit(false);
        for (Operation operation : operations) {
            Operation filled = operation instanceof Operation.Backfill backfill && backfill.value() == null
                    ? backfill.value(fills.get(backfill.table().name() + "." + backfill.column()))
                    : operation;
            JdbcSink.run(connection, Dialects.of(connection), filled);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                StringBuilder all = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    all.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                rows.add(all.toString());
            }
        }
        return rows;
    }

    /** Goes there and back with rows; what is between is checked there. */
    void bothWays(Schema model, Map<String, String> up, Map<String, String> down, Check there) throws Exception {
        String start = CatalogDump.everything().of(database);
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, before).orElseThrow();
            assertThat(plan.up().stream().filter(Operation.RunSql.class::isInstance))
                    .allSatisfy(
                            sql -> assertThat(((Operation.RunSql) sql).sql()).startsWith(DataSkeleton.REVIEW));
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), up);
            there.check();
            assertThat(plan(connection, model, now)).as("a second plan").isEmpty();
            run(connection, plan.down(), down);
        }
        assertThat(sorted(CatalogDump.everything().of(database))).isEqualTo(sorted(start));
    }

    /** Columns that come again are the last ones of their tables. */
    private static List<String> sorted(String dump) {
        return dump.lines().sorted().toList();
    }

    interface Check {
        void check() throws Exception;
    }
}
