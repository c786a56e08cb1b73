package dev.albedo.maven.conformance;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.Statement;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.safety.SafePlan;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.safety.rows.RenamedTexts;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** A database that is read, compared with a model and changed, as the goals do it. */
final class LiveDatabase {

    private final Connection connection;
    private final Dialect dialect;
    private final SchemaFilter filter;

    LiveDatabase(Connection connection, Set<String> schemas) throws SQLException {
        this.connection = connection;
        this.dialect = Dialects.of(connection);
        this.filter = LiveSchema.filter(schemas);
    }

    /** The first part of the server's version. */
    int majorVersion() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Returns why the server's version cannot carry out operations, or nothing if it can. */
    Optional<String> refused(SchemaDiff diff) {
        try {
            diff.operations().forEach(dialect::statements);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    Schema read() throws SQLException {
        return dialect.normalize(LiveSchema.read(connection, filter));
    }

    /** What leads from the database to the model. */
    SchemaDiff plan(Schema model, Renames renames) throws SQLException {
        Schema wanted = dialect.normalize(model);
        Schema database = read();
        SchemaDiff renaming = new SchemaDiff(renames.plan(database, wanted));
        Schema aligned = RenamedTexts.align(dialect, connection, renaming.applyTo(database), renaming, wanted);
        return SchemaDiffer.diff(
                renaming, aligned, NamingConvention.DEFAULT.name(wanted, aligned, dialect.longestName()));
    }

    /** A plan, made safe for tables with rows, as a migration has it. */
    SchemaDiff safe(SchemaDiff plan, Schema from, InitialValues values) {
        SchemaDiff safe = SafePlan.of(plan, from, values, dialect);
        return new SchemaDiff(TimeZones.in(dialect.zone(ZoneOffset.UTC), safe.operations()));
    }

    /** What there is now, in the spelling of what there was where both mean the same. */
    Schema readSpelledLike(Schema before) throws SQLException {
        return dialect.alignTexts(connection, read(), before);
    }

    /** Carries out operations, in one transaction as far as they allow it. */
    void apply(SchemaDiff diff) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (Operation operation : diff.operations()) {
                for (Statement statement : dialect.statements(operation)) {
                    execute(statement);
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void execute(Statement statement) throws SQLException {
        if (!statement.transactional()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.sql());
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin: " + statement.sql(), e.getSQLState(), e);
        }
        connection.setAutoCommit(false);
    }
}
