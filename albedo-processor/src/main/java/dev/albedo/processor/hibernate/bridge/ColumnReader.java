package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.ColumnDefinition;
import dev.albedo.dialect.Dialects;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Reads one column out, as Hibernate's {@code ColumnDefinitions} would write it. */
final class ColumnReader {

    private final Metadata metadata;
    private final Dialect dialect;
    private final Report report;

    ColumnReader(Metadata metadata, Dialect dialect, Report report) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.report = report;
    }

    /**
     * A column and what else its definition makes.
     *
     * @param column the column
     * @param constraints the checks and the uniqueness in its text
     * @param sequence the one behind a serial column
     */
    record Read(
            Column column,
            List<Constraint> constraints,
            @Nullable Sequence sequence) {}

    /**
     * Reads a column.
     *
     * @throws IllegalArgumentException if its type or definition is none of PostgreSQL's
     */
    Read read(Table table, QualifiedName tableName, org.hibernate.mapping.Column column) {
        String name = StoredNames.stored(column.getQuotedName(dialect));
        ColumnDefinition definition = definition(column, "table " + tableName);
        definition
                .storage()
                .forEach(storage -> report.notManaged(
                        table, column, "the storage of the column " + name + " of the table " + tableName, storage));
        boolean notNull = !column.isNullable()
                || Boolean.TRUE.equals(definition.notNull())
                || (table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column));
        Column read = SchemaDsl.column(name, definition.type())
                .notNull(notNull)
                .collation(definition.collation())
                .comment(comment(column.getComment()));
        if (column.getCollation() != null) {
            read = read.collation(QualifiedName.of(column.getCollation()));
        }
        List<Constraint> constraints = new ArrayList<>(definition.checks());
        if (definition.unique()) {
            constraints.add(SchemaDsl.unique(null, name));
        }
        Sequence sequence = null;
        if (column.isIdentity()) {
            read = read.notNull(true).identity(identity(definition));
        } else if (definition.serial()) {
            sequence = serial(tableName, name, definition);
            read = read.defaultTo("nextval('" + quoted(sequence.name()) + "'::regclass)");
        } else if (definition.identity() != null) {
            read = read.notNull(true).identity(definition.identity());
        } else if (column.getGeneratedAs() != null) {
            read = generated(read, column.getGeneratedAs());
        } else if (definition.generated() != null) {
            read = read.generated(definition.generated());
        } else {
            read = read.defaultTo(
                    column.getDefaultValue() != null ? column.getDefaultValue() : definition.defaultSql());
        }
        return new Read(read, constraints, sequence);
    }

    /** Hibernate for PostgreSQL 18 leaves it to the database when to compute, and then does not say NOT NULL either. */
    private Column generated(Column column, String expression) {
        boolean stored = dialect.generatedAs(expression).endsWith(" stored");
        return column.generated(new Generated(SqlText.trimmed(expression), stored))
                .notNull(column.notNull() && Newer.yes(dialect, "supportsNotNullAfterGeneratedAs", true));
    }

    /**
     * Takes the type of a column and what follows it apart.
     *
     * @param owner that has the column, in words
     * @throws IllegalArgumentException if its type or definition is none of PostgreSQL's
     */
    ColumnDefinition definition(org.hibernate.mapping.Column column, String owner) {
        String type = column.getSqlType(metadata);
        String options = Newer.text(column, "getOptions");
        String text = options == null ? type : type + " " + options;
        try {
            return Dialects.spelling().columnDefinition(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "column " + StoredNames.stored(column.getQuotedName(dialect)) + " of " + owner
                            + " cannot have the definition \"" + text + "\": " + e.getMessage(),
                    e);
        }
    }

    private static Identity identity(ColumnDefinition definition) {
        return definition.identity() != null ? definition.identity() : SchemaDsl.byDefault();
    }

    /** PostgreSQL manual, section 8.1.4. */
    private static Sequence serial(QualifiedName table, String column, ColumnDefinition definition) {
        return new Sequence(
                table.sibling(StoredNames.cut(table.name() + "_" + column + "_seq")),
                definition.type(),
                SequenceOptions.DEFAULT,
                new Sequence.Owner(table, column),
                null);
    }

    private static String quoted(QualifiedName name) {
        String schema = name.schema();
        return ((schema == null ? "" : SqlText.spelled(schema) + ".") + SqlText.spelled(name.name()))
                .replace("'", "''");
    }

    /** Hibernate escapes nothing: its text is what stands between the quotes of a literal. */
    static @Nullable String comment(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text.replace("''", "'");
    }
}
