package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One spelling for what PostgreSQL takes for the same without looking at expressions; see {@code Dialect.normalize}. */
final class Normalization {

    private static final String CATALOG = "pg_catalog";

    /** A schema has few types and many columns. */
    private final Map<SqlType, SqlType> types = new HashMap<>();

    private Normalization() {}

    static Schema of(Schema schema) {
        return new Normalization().schema(schema);
    }

    private Schema schema(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> table(table));
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences.replaceAll((name, sequence) -> sequence(sequence));
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.replaceAll((name, type) -> type.comment(comment(type.comment())));
        TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(schema.composites());
        composites.replaceAll((name, type) -> type.attributes(type.attributes().stream()
                        .map(attribute -> column(attribute, false))
                        .toList())
                .comment(comment(type.comment())));
        return new Schema(schema.schemas(), tables, sequences, enums, composites);
    }

    private Table table(Table table) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> column(column, key.contains(column.name())))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint.accept(Constraints.INSTANCE))
                        .toList(),
                table.indexes().stream().map(index -> index(table, index)).toList(),
                comment(table.comment()),
                table.partitionBy(),
                table.inherits());
    }

    private Column column(Column column, boolean inPrimaryKey) {
        SqlType type = type(column.type());
        Identity identity = column.identity();
        Generated generated = column.generated();
        return new Column(
                column.name(),
                type,
                column.notNull() || inPrimaryKey || identity != null,
                defaultSql(column.defaultSql()),
                identity == null ? null : identity.options(Sequences.normalized(identity.options(), type)),
                generated == null ? null : new Generated(SqlText.trimmed(generated.expression()), generated.stored()),
                collation(column.collation()),
                comment(column.comment()));
    }

    private SqlType type(SqlType type) {
        SqlType known = types.get(type);
        if (known == null) {
            known = canonical(type);
            types.put(type, known);
        }
        return known;
    }

    /** The canonical spelling, also of types that Java code spelled by another of their names. */
    private static SqlType canonical(SqlType type) {
        if (type instanceof SqlType.Array array) {
            SqlType element = canonical(array.element());
            return element instanceof SqlType.Array ? element : new SqlType.Array(element);
        }
        if (type instanceof SqlType.Named named) {
            return CATALOG.equals(named.name().schema()) ? PostgresTypes.parse(Names.name(named.name())) : type;
        }
        return PostgresTypes.parse(type.toString());
    }

    private static @Nullable String defaultSql(@Nullable String sql) {
        if (sql == null) {
            return null;
        }
        String trimmed = SqlText.trimmed(sql);
        return Expressions.isNull(trimmed) ? null : trimmed;
    }

    private static @Nullable QualifiedName collation(@Nullable QualifiedName collation) {
        if (collation == null
                || !Optional.ofNullable(collation.schema()).orElse(CATALOG).equals(CATALOG)) {
            return collation;
        }
        return collation.name().equals("default") ? null : QualifiedName.of(collation.name());
    }

    /** An empty comment is none (manual, COMMENT). */
    private static @Nullable String comment(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    private Sequence sequence(Sequence sequence) {
        SqlType type = type(sequence.type());
        return new Sequence(
                sequence.name(),
                type,
                Sequences.normalized(sequence.options(), type),
                sequence.ownedBy(),
                comment(sequence.comment()));
    }

    private static Index index(Table table, Index index) {
        return new Index(
                index.name(),
                index.parts().stream().map(part -> part(table, part)).toList(),
                index.unique(),
                index.method().strip().toLowerCase(Locale.ROOT),
                index.include(),
                index.where() == null ? null : SqlText.trimmed(index.where()),
                index.nullsNotDistinct());
    }

    private static Index.Part part(Table table, Index.Part part) {
        String text = part.isExpression() ? SqlText.trimmed(part.text()) : part.text();
        Optional<String> column = part.isExpression() ? column(table, text) : Optional.empty();
        String operatorClass = part.operatorClass();
        return new Index.Part(
                column.orElse(text),
                part.isExpression() && column.isEmpty(),
                part.descending(),
                nulls(part.descending(), part.nulls()),
                operatorClass == null || operatorClass.isBlank() ? null : operatorClass.strip(),
                collation(part.collation()));
    }

    /** The column that an expression is, if it is nothing but one. */
    private static Optional<String> column(Table table, String expression) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> Expressions.isColumn(expression, name))
                .findFirst();
    }

    private static Index.Nulls nulls(boolean descending, Index.Nulls nulls) {
        return switch (nulls) {
            case DEFAULT -> Index.Nulls.DEFAULT;
            case FIRST -> descending ? Index.Nulls.DEFAULT : Index.Nulls.FIRST;
            case LAST -> descending ? Index.Nulls.LAST : Index.Nulls.DEFAULT;
        };
    }

    private enum Constraints implements Constraint.Visitor<Constraint> {
        INSTANCE;

        @Override
        public Constraint primaryKey(Constraint.PrimaryKey constraint) {
            return constraint;
        }

        @Override
        public Constraint unique(Constraint.Unique constraint) {
            return constraint;
        }

        @Override
        public Constraint foreignKey(Constraint.ForeignKey constraint) {
            return constraint;
        }

        @Override
        public Constraint check(Constraint.Check constraint) {
            return new Constraint.Check(constraint.name(), SqlText.trimmed(constraint.expression()));
        }

        @Override
        public Constraint exclusion(Constraint.Exclusion constraint) {
            return new Constraint.Exclusion(
                    constraint.name(), constraint.definition().strip());
        }
    }
}
