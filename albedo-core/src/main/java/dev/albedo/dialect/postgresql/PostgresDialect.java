package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.BatchStatements;
import dev.albedo.dialect.BulkCopy;
import dev.albedo.dialect.Capability;
import dev.albedo.dialect.ColumnDefinition;
import dev.albedo.dialect.CurrentSchema;
import dev.albedo.dialect.Databases;
import dev.albedo.dialect.Dependent;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.ErrorKind;
import dev.albedo.dialect.HistoryStore;
import dev.albedo.dialect.RunLock;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.dialect.ScratchPlace;
import dev.albedo.dialect.Scripts;
import dev.albedo.dialect.Sessions;
import dev.albedo.dialect.Statement;
import dev.albedo.dialect.StoredData;
import dev.albedo.dialect.postgresql.reader.PostgresSchemaReader;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, one version of it. */
public final class PostgresDialect implements Dialect {

    private final int majorVersion;
    private final ServerVersion version;
    private final OperationSql operations;

    /**
     * The dialect of a server.
     *
     * @param majorVersion the first part of its version number
     * @throws IllegalArgumentException if that version is older than 13
     */
    public PostgresDialect(int majorVersion) {
        this.majorVersion = majorVersion;
        this.version = new ServerVersion(majorVersion);
        this.operations = new OperationSql(version);
    }

    /** Returns the first part of the version number. */
    public int majorVersion() {
        return majorVersion;
    }

    @Override
    public boolean understands(Dialect other) {
        return other instanceof PostgresDialect written && majorVersion >= written.majorVersion;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public List<Statement> statements(Operation operation) {
        return operation.accept(operations);
    }

    @Override
    public Optional<String> using(Column from, Column to) {
        boolean computed = from.generated() != null || to.generated() != null;
        return computed || from.type().equals(to.type())
                ? Optional.empty()
                : Optional.ofNullable(Casts.using(from.name(), from.type(), to.type()));
    }

    @Override
    public boolean differsFromRowToRow(String defaultSql) {
        return Expressions.differsFromRowToRow(defaultSql);
    }

    @Override
    public Optional<String> fits(Column from, Schema before, Column to, Schema after) {
        return new Fitting(version, before, after).condition(from, to);
    }

    @Override
    public Optional<String> converted(Column from, Column to) {
        return Casts.converted(from.name(), from.type(), to.type());
    }

    @Override
    public boolean isConvertible(SqlType from, SqlType to) {
        return Convertible.is(from, to);
    }

    @Override
    public Optional<String> nextValue(Schema schema, QualifiedName table, Column column) {
        if (column.identity() != null) {
            return Optional.of("nextval(pg_get_serial_sequence(" + Names.literal(Names.name(table)) + ", "
                    + Names.literal(column.name()) + "))");
        }
        return sequenceOf(column)
                .or(() -> Optional.of(table.sibling(table.name() + "_seq"))
                        .filter(name -> schema.sequences().containsKey(name)))
                .map(sequence -> "nextval(" + Names.literal(Names.name(sequence)) + ")");
    }

    @Override
    public boolean keepsApart(SqlType from, SqlType to) {
        return Casts.keepsApart(from, to);
    }

    @Override
    public boolean isText(SqlType type) {
        return Casts.STRINGS.contains(Casts.base(type));
    }

    @Override
    public boolean isNumber(SqlType type) {
        return Casts.NUMBERS.contains(Casts.base(type));
    }

    @Override
    public String replacedElements(String array, Map<String, String> cases) {
        return Casts.replacedElements(array, cases);
    }

    @Override
    public String hasElementsAmong(String array, Set<String> literals) {
        return Casts.hasElementsAmong(array, literals);
    }

    @Override
    public String cast(String expression, SqlType type) {
        return Casts.cast(expression, type);
    }

    @Override
    public boolean isConstant(String expression) {
        return Expressions.isSameForAllRows(expression);
    }

    @Override
    public Optional<String> substituted(String sql, Map<String, String> values) {
        return Expressions.substituted(sql, values);
    }

    @Override
    public Schema normalize(Schema schema) {
        return Normalization.of(schema);
    }

    @Override
    public Schema adoptForms(Schema model, Schema existing, boolean convertSerial) {
        return Equivalents.adopted(model, existing, convertSerial);
    }

    @Override
    public Optional<QualifiedName> sequenceOf(Column column) {
        return Equivalents.sequence(column.defaultSql());
    }

    @Override
    public Schema alignTexts(Connection connection, Schema database, Schema model) throws SQLException {
        return TextAlignment.align(connection, database, model);
    }

    @Override
    public Schema readableTexts(Connection connection, Schema database, Schema model, Schema known)
            throws SQLException {
        return ReadableTexts.readable(connection, database, model, known);
    }

    @Override
    public List<String> beginTrial(
            Schema database, List<Operation> planned, Duration lockTimeout, Duration statementTimeout) {
        List<String> texts = planned.stream()
                .flatMap(operation -> statements(operation).stream())
                .map(Statement::sql)
                .toList();
        return TrialSql.begin(database, texts, lockTimeout, statementTimeout);
    }

    @Override
    public StoredData stored(Connection connection, Place place, Duration patience) throws SQLException {
        return StoredRows.of(connection, place, List.of(), patience);
    }

    @Override
    public StoredData stored(Connection connection, Place column, List<String> attributes, Duration patience)
            throws SQLException {
        return StoredRows.of(connection, column, attributes, patience);
    }

    @Override
    public boolean lacks(Connection connection, Place column, @Nullable String rows, Duration patience)
            throws SQLException {
        return StoredRows.lacks(connection, column, rows, patience);
    }

    @Override
    public SortedMap<Place, Boolean> columnsOf(Connection connection, QualifiedName compositeType) throws SQLException {
        return StoredRows.columnsOf(connection, compositeType);
    }

    @Override
    public List<String> requireNothingStored(Place place) {
        return StoredRows.requireNone(place, List.of());
    }

    @Override
    public List<String> requireNothingStored(Place column, List<String> attributes) {
        return StoredRows.requireNone(column, attributes);
    }

    @Override
    public String fixSession() {
        return "SELECT " + SessionSettings.set(false);
    }

    @Override
    public List<Dependent> dependents(Connection connection, Operation operation) throws SQLException {
        return Recreation.dependents(connection, version, operation);
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public RunLock runLock(String subject) {
        return new PostgresRunLock(subject);
    }

    @Override
    public Optional<BulkCopy> bulkCopy(Connection connection) throws SQLException {
        return PostgresBulkCopy.over(connection);
    }

    @Override
    public CurrentSchema currentSchema() {
        return new PostgresCurrentSchema();
    }

    @Override
    public HistoryStore historyStore() {
        return new PostgresHistoryStore();
    }

    @Override
    public Optional<SchemaReader> schemaReader() {
        return Optional.of(new PostgresSchemaReader(this));
    }

    @Override
    public ScratchPlace scratchPlace() {
        return new PostgresScratchPlace();
    }

    @Override
    public Databases databases() {
        return new PostgresDatabases();
    }

    @Override
    public Scripts scripts() {
        return new PostgresScripts();
    }

    @Override
    public BatchStatements batches(Operation.Backfill backfill) {
        return new PostgresBatchStatements(backfill);
    }

    @Override
    public ErrorKind kindOf(SQLException error) {
        return PostgresErrors.kindOf(error);
    }

    @Override
    public String withoutGeneratedCode(String message) {
        return PostgresErrors.withoutBlocks(message);
    }

    @Override
    public Optional<String> missingRight(SQLException failure, String role, Operation operation) {
        return MissingRight.of(failure, role, operation);
    }

    @Override
    public String checkDeferred() {
        return "SET CONSTRAINTS ALL IMMEDIATE";
    }

    @Override
    public String identifier(String name) {
        return Names.identifier(name);
    }

    @Override
    public int longestName() {
        return Names.MAX_BYTES;
    }

    @Override
    public String name(QualifiedName name) {
        return Names.name(name);
    }

    @Override
    public String zone(ZoneId zone) {
        return Casts.zone(zone);
    }

    @Override
    public SqlType type(String text) {
        return PostgresTypes.parse(text);
    }

    @Override
    public ColumnDefinition columnDefinition(String text) {
        return PostgresTypes.definition(text);
    }

    @Override
    public String literal(String text) {
        return Names.literal(text);
    }
}
