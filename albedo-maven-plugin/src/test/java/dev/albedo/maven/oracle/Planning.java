package dev.albedo.maven.oracle;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.Statement;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import dev.albedo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Albedo's way from a model to a database, without Maven and files. */
public record Planning(Schema model, Dialect dialect) {

    /** For the newest PostgreSQL. */
    public static Planning of(Schema model) {
        return new Planning(model, Dialects.of("PostgreSQL", 18));
    }

    /** What the database lacks. */
    public SchemaDiff of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Schema wanted = dialect.normalize(model);
            Schema there =
                    dialect.normalize(DatabaseReader.read(connection, new SchemaFilter(model.schemas(), Set.of())));
            Schema aligned = dialect.alignTexts(connection, there, wanted);
            return SchemaDiffer.diff(aligned, NamingConvention.DEFAULT.name(wanted, aligned));
        }
    }

    /** What the migrations lack, without a database. */
    SchemaDiff of(SchemaDiff migrations) {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(migrations.applyTo(Schema.EMPTY));
        return SchemaDiffer.diff(there, NamingConvention.DEFAULT.name(wanted, there));
    }

    /** Carries out a plan in one transaction. */
    public void run(SchemaDiff plan, TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Operation operation : plan.operations()) {
                for (Statement sql : dialect.statements(operation)) {
                    execute(statement, operation, sql);
                }
            }
            connection.commit();
        }
    }

    private static void execute(java.sql.Statement statement, Operation operation, Statement sql) throws SQLException {
        try {
            statement.execute(sql.sql());
        } catch (SQLException e) {
            throw new SQLException(operation.describe() + ": " + sql.sql() + "\n" + e.getMessage(), e);
        }
    }
}
