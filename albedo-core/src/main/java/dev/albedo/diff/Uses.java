package dev.albedo.diff;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a part of a table uses. */
public final class Uses {

    private Uses() {}

    /** The SQL texts of a table and of everything on it. */
    public static List<String> texts(Table table) {
        List<String> texts = new ArrayList<>();
        table.columns().forEach(column -> texts.addAll(texts(column)));
        table.constraints().forEach(constraint -> texts.addAll(texts(constraint)));
        table.indexes().forEach(index -> texts.addAll(texts(index)));
        return texts;
    }

    public static List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        if (column.defaultSql() != null) {
            texts.add(column.defaultSql());
        }
        if (column.generated() != null) {
            texts.add(column.generated().expression());
        }
        return texts;
    }

    public static List<String> texts(Constraint constraint) {
        return constraint.accept(TextOf.INSTANCE);
    }

    public static List<String> texts(Index index) {
        List<String> texts = new ArrayList<>();
        index.parts().stream()
                .filter(Index.Part::isExpression)
                .map(Index.Part::text)
                .forEach(texts::add);
        if (index.where() != null) {
            texts.add(index.where());
        }
        return texts;
    }

    /** Everything that these SQL texts mention. */
    public static Set<String> mentioned(List<String> texts) {
        Set<String> names = new LinkedHashSet<>();
        texts.forEach(text -> names.addAll(SqlText.names(text)));
        return names;
    }

    /** The columns that an index names, without those that its texts mention. */
    public static List<String> columns(Index index) {
        return Stream.concat(
                        index.parts().stream()
                                .filter(part -> !part.isExpression())
                                .map(Index.Part::text),
                        index.include().stream())
                .toList();
    }

    /** The type somebody created that a column's type is, or is an array of. */
    public static Optional<QualifiedName> createdType(SqlType type) {
        SqlType element = type instanceof SqlType.Array array ? array.element() : type;
        return element instanceof SqlType.Named named ? Optional.of(named.name()) : Optional.empty();
    }

    /** Whether a database keeps an index, and so a name beside those of tables, for a constraint. */
    public static boolean ownsIndex(Constraint constraint) {
        return constraint.accept(OwnsIndex.INSTANCE);
    }

    private enum TextOf implements Constraint.Visitor<List<String>> {
        INSTANCE;

        @Override
        public List<String> primaryKey(Constraint.PrimaryKey constraint) {
            return List.of();
        }

        @Override
        public List<String> unique(Constraint.Unique constraint) {
            return List.of();
        }

        @Override
        public List<String> foreignKey(Constraint.ForeignKey constraint) {
            return List.of();
        }

        @Override
        public List<String> check(Constraint.Check constraint) {
            return List.of(constraint.expression());
        }

        @Override
        public List<String> exclusion(Constraint.Exclusion constraint) {
            return List.of(constraint.definition());
        }
    }

    private enum OwnsIndex implements Constraint.Visitor<Boolean> {
        INSTANCE;

        @Override
        public Boolean primaryKey(Constraint.PrimaryKey constraint) {
            return true;
        }

        @Override
        public Boolean unique(Constraint.Unique constraint) {
            return true;
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey constraint) {
            return false;
        }

        @Override
        public Boolean check(Constraint.Check constraint) {
            return false;
        }

        @Override
        public Boolean exclusion(Constraint.Exclusion constraint) {
            return true;
        }
    }
}
