package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.operation.Operation.DropIndex;
import dev.albedo.operation.Operation.RenameIndex;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import java.util.stream.Collectors;

/** Indexes (PostgreSQL manual, CREATE INDEX). */
final class IndexSql {

    private final ServerVersion version;

    IndexSql(ServerVersion version) {
        this.version = version;
    }

    Statement create(CreateIndex operation) {
        String sql = create(operation.table(), operation.index(), operation.concurrently());
        if (!operation.concurrently()) {
            return Statement.of(sql);
        }
        String name = operation.index().name();
        if (name == null) {
            throw new IllegalArgumentException(
                    "the " + operation.index().describe() + " on " + operation.table()
                            + " needs a name: without one nobody can find out what became of a concurrent build that was broken off");
        }
        return Statement.alone(
                sql,
                RecoverySql.createIndex(operation.table(), operation.table().sibling(name)),
                create(operation.table(), operation.index(), false));
    }

    String create(QualifiedName table, Index index, boolean concurrently) {
        if (index.nullsNotDistinct()) {
            version.require(ServerVersion.NULLS_NOT_DISTINCT, index.describe());
        }
        return "CREATE " + (index.unique() ? "UNIQUE INDEX " : "INDEX ")
                + (concurrently ? "CONCURRENTLY " : "")
                + (index.name() == null ? "" : Names.identifier(index.name()) + " ")
                + "ON " + Names.name(table)
                + (index.method().equals(Index.BTREE) ? "" : " USING " + Names.identifier(index.method()))
                + " (" + index.parts().stream().map(IndexSql::part).collect(Collectors.joining(", ")) + ")"
                + (index.include().isEmpty() ? "" : " INCLUDE (" + Names.identifiers(index.include()) + ")")
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    private static String part(Index.Part part) {
        return (part.isExpression() ? "(" + part.text() + ")" : Names.identifier(part.text()))
                + (part.collation() == null ? "" : " COLLATE " + Names.name(part.collation()))
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.descending() ? " DESC" : "")
                + nulls(part.nulls());
    }

    private static String nulls(Index.Nulls nulls) {
        return switch (nulls) {
            case DEFAULT -> "";
            case FIRST -> " NULLS FIRST";
            case LAST -> " NULLS LAST";
        };
    }

    static Statement drop(DropIndex operation) {
        QualifiedName index = operation.table().sibling(operation.name());
        return operation.concurrently()
                ? Statement.alone(
                        "DROP INDEX CONCURRENTLY " + Names.name(index),
                        RecoverySql.dropIndex(operation.table(), index),
                        "DROP INDEX " + Names.name(index))
                : Statement.of("DROP INDEX " + Names.name(index));
    }

    static Statement rename(RenameIndex operation) {
        return Statement.of("ALTER INDEX " + Names.name(operation.table().sibling(operation.from())) + " RENAME TO "
                + Names.identifier(operation.to()));
    }
}
