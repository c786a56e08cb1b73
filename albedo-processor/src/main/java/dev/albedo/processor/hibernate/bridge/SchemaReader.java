package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.ColumnDefinition;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.jspecify.annotations.Nullable;

/** Reads a bound model out: what Hibernate's {@code SchemaCreatorImpl} would create, in the vocabulary's words. */
final class SchemaReader {

    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final StoredNames names;
    private final Report report;
    private final SqlStringGenerationContext sqlContext;
    private final ColumnReader columns;
    private final TableReader tables;

    SchemaReader(
            MetadataImplementor metadata,
            Dialect dialect,
            StoredNames names,
            GeneratedNames nobodyChose,
            Report report) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
        this.report = report;
        this.sqlContext = SqlStringGenerationContextImpl.fromExplicit(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), null, names.hibernateDefault());
        this.columns = new ColumnReader(metadata, dialect, report);
        this.tables = new TableReader(metadata, dialect, names, nobodyChose, report);
    }

    @SuppressWarnings("deprecation") // Namespace.Name is a record in newer versions only
    Schema read() {
        Database database = metadata.getDatabase();
        TreeSet<String> schemas = new TreeSet<>();
        Map<QualifiedName, dev.albedo.schema.Table> found = new TreeMap<>();
        List<Sequence> sequences = new ArrayList<>();
        List<CompositeType> composites = new ArrayList<>();
        for (Namespace namespace : database.getNamespaces()) {
            String schema = names.schema(namespace.getPhysicalName().getSchema());
            if (schema != null) {
                schemas.add(schema);
            }
            namespace.getSequences().forEach(sequence -> sequences.add(sequence(sequence)));
            namespace.getTables().forEach(table -> table(table, found));
            namespace.getUserDefinedTypes().forEach(type -> userDefined(type, composites));
        }
        sequences.addAll(tables.sequences());
        List<EnumType> enums = new ArrayList<>();
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(dialect)) {
                auxiliary(object, enums, sequences);
            }
        }
        for (InitCommand command : database.getInitCommands()) {
            initial(null, "a command", command, false);
        }
        return Schema.of(schemas, found.values(), sequences, enums).composites(composites);
    }

    /** As StandardUserDefinedTypeExporter would write it. */
    private void userDefined(UserDefinedType type, List<CompositeType> composites) {
        if (type instanceof UserDefinedObjectType object) {
            QualifiedName name = names.qualified(
                    Identifier.toIdentifier(type.getSchema(), type.isSchemaQuoted()), type.getNameIdentifier());
            composites.add(new CompositeType(
                    name,
                    object.getColumns().stream()
                            .map(column -> attribute(column, name))
                            .toList(),
                    ColumnReader.comment(object.getComment())));
        } else {
            created(
                    null,
                    "the type " + type.getName(),
                    dialect.getUserDefinedTypeExporter().getSqlCreateStrings(type, metadata, sqlContext));
        }
    }

    private dev.albedo.schema.Column attribute(Column column, QualifiedName type) {
        String name = StoredNames.stored(column.getQuotedName(dialect));
        try {
            ColumnDefinition definition = columns.definition(column, "type " + type);
            return SchemaDsl.column(name, definition.type())
                    .collation(definition.collation())
                    .comment(ColumnReader.comment(column.getComment()));
        } catch (IllegalArgumentException e) {
            report.wrong(null, column, String.valueOf(e.getMessage()));
            return SchemaDsl.column(name, Types.text());
        }
    }

    private void table(Table table, Map<QualifiedName, dev.albedo.schema.Table> found) {
        if (!table.isPhysicalTable()) {
            return;
        }
        if (table.isView()) {
            created(
                    table,
                    "the view " + table.getName(),
                    dialect.getTableExporter().getSqlCreateStrings(table, metadata, sqlContext));
            return;
        }
        try {
            dev.albedo.schema.Table read = tables.read(table);
            if (found.putIfAbsent(read.name(), read) != null) {
                report.wrong(table, "the model has two tables that PostgreSQL calls " + read.name());
            }
        } catch (IllegalArgumentException e) {
            report.wrong(table, String.valueOf(e.getMessage()));
            return;
        }
        boolean hasKey = table.getPrimaryKey() != null;
        String what = "a command for the table " + table.getName();
        table.getInitCommands(sqlContext).forEach(command -> initial(table, what, command, hasKey));
    }

    /**
     * Takes what Hibernate runs after it has created a table or the schema.
     *
     * @param table that it belongs to, or {@code null} for the schema
     * @param what a command is that inserts no rows
     * @param rowsComeLater whether rows need not be there: a table generator (TableGenerator.generate) inserts its row when it
     *     is missing, one whose table has no key (TableStructure) does not
     */
    @SuppressWarnings("deprecation") // a record in newer versions only
    private void initial(@Nullable Table table, String what, InitCommand command, boolean rowsComeLater) {
        for (String sql : command.getInitCommands()) {
            boolean inserts = sql.strip().toLowerCase(Locale.ROOT).startsWith("insert");
            if (!inserts || !rowsComeLater) {
                report.notManaged(table, inserts ? "rows" : what, sql);
            }
        }
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
        QualifiedName name = names.qualified(
                sequence.getName().getSchemaName(), sequence.getName().getSequenceName());
        long start = sequence.getInitialValue();
        long increment = sequence.getIncrementSize();
        SequenceOptions options = SequenceOptions.DEFAULT.startWith(start).incrementBy(increment);
        // SequenceSupport.startingValue: a start outside the default range moves the end of the range
        if (increment > 0 && start <= 0) {
            options = options.between(start, null);
        } else if (increment < 0 && start >= 0) {
            options = options.between(null, start);
        }
        SqlOptions reader = new SqlOptions(what -> report.notManaged(null, "an option of the sequence " + name, what));
        return new Sequence(
                name, Types.bigint(), reader.sequence(options, Newer.text(sequence, "getOptions")), null, null);
    }

    private void auxiliary(AuxiliaryDatabaseObject object, List<EnumType> enums, List<Sequence> sequences) {
        String[] commands = object.sqlCreateStrings(sqlContext);
        if (commands == null || commands.length == 0) {
            return;
        }
        SqlReader tokens = new SqlReader(commands[0]);
        if (commands.length == 1 && tokens.skip("create sequence")) {
            Sequence sequence = sequence(tokens);
            if (sequence != null) {
                if (sequences.stream().noneMatch(other -> other.name().equals(sequence.name()))) {
                    sequences.add(sequence);
                }
                return;
            }
        }
        if (tokens.skip("create type")) {
            List<String> name = tokens.takeName();
            if (tokens.skip("as enum") && tokens.isParentheses()) {
                // The casts from and to varchar that follow are a convenience Hibernate itself does not need.
                enums.add(new EnumType(
                        names.inText(name),
                        tokens.takeList().stream().map(SchemaReader::unquoted).toList(),
                        null));
                return;
            }
        }
        created(null, "an auxiliary object", commands);
    }

    /** Reads what follows the words CREATE SEQUENCE; {@code null} if it has more than Albedo manages. */
    private @Nullable Sequence sequence(SqlReader tokens) {
        tokens.skip("if not exists");
        QualifiedName name = names.inText(tokens.takeName());
        List<String> rest = new ArrayList<>();
        SequenceOptions options = new SqlOptions(rest::add).sequence(SequenceOptions.DEFAULT, tokens.rest());
        return rest.isEmpty() ? new Sequence(name, Types.bigint(), options, null, null) : null;
    }

    private void created(@Nullable Table table, String what, String[] commands) {
        for (String command : commands) {
            report.notManaged(table, what, command);
        }
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
