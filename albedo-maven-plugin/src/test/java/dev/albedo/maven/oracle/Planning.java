package dev.albedo.maven.oracle;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.Statement;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Albedo's way from a model to a database, without Maven and files.
 *
 * @param schemas which are looked at, besides those of the model
 */
public record Planning(Schema model, Dialect dialect, Set<String> schemas) {

    /** For the newest PostgreSQL, which the tests run on. */
    public static Planning of(Schema model) {
        return new Planning(model, Dialects.of("PostgreSQL", 18), Set.of());
    }

    /** The same, where migrations have made these schemas already. */
    public Planning withSchemas(Set<String> made) {
        return new Planning(model, dialect, made);
    }

    /** What the database lacks. */
    public SchemaDiff of(TestDatabase database) throws SQLException {
        return of(database, Renames.NONE);
    }

    /** What the database lacks, some of which it has under another name. */
    public SchemaDiff of(TestDatabase database, Renames renames) throws SQLException {
        try (Connection connection = database.connect()) {
            Schema wanted = dialect.normalize(model);
            Set<String> read = new HashSet<>(schemas);
            read.addAll(model.schemas());
            Schema there = dialect.normalize(LiveSchema.read(connection, new SchemaFilter(read, Set.of())));
            SchemaDiff renaming = new SchemaDiff(renames.plan(there, wanted));
            Schema aligned = dialect.alignTexts(connection, renaming.applyTo(there), wanted);
            return SchemaDiffer.diff(
                    renaming, aligned, NamingConvention.DEFAULT.name(wanted, aligned, dialect.longestName()));
        }
    }

    /** What the migrations lack, without a database. */
    SchemaDiff of(SchemaDiff migrations) {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(migrations.applyTo(Schema.EMPTY));
        return SchemaDiffer.diff(there, NamingConvention.DEFAULT.name(wanted, there, dialect.longestName()));
    }

    /** Carries out a plan, in one transaction as far as its statements allow it. */
    public void run(SchemaDiff plan, TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Operation operation : plan.operations()) {
                for (Statement sql : dialect.statements(operation)) {
                    if (!sql.transactional()) {
                        connection.commit();
                    }
                    connection.setAutoCommit(!sql.transactional());
                    execute(statement, operation, sql);
                }
            }
            connection.setAutoCommit(true);
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
