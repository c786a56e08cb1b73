package dev.albedo.maven.database;

import dev.albedo.maven.database.SchemaCrawlerReader.Names;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Index;
import dev.albedo.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import schemacrawler.schema.ColumnReference;
import schemacrawler.schema.ForeignKey;
import schemacrawler.schema.ForeignKeyDeferrability;
import schemacrawler.schema.ForeignKeyUpdateRule;
import schemacrawler.schema.IndexColumn;
import schemacrawler.schema.IndexColumnSortSequence;
import schemacrawler.schema.NamedObject;
import schemacrawler.schema.PrimaryKey;
import schemacrawler.schema.Table;

/** Keys and indexes out of what SchemaCrawler shows of them. */
final class CrawledKeys {

    private final Names names;

    CrawledKeys(Names names) {
        this.names = names;
    }

    Optional<Constraint> primaryKey(Table table) {
        return Optional.ofNullable(table.getPrimaryKey())
                .map(key -> new Constraint.PrimaryKey(key.getName(), columns(key), Deferrability.NOT_DEFERRABLE));
    }

    private static List<String> columns(PrimaryKey key) {
        return key.getConstrainedColumns().stream().map(NamedObject::getName).toList();
    }

    Constraint foreignKey(ForeignKey key) {
        List<String> columns = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (ColumnReference reference : key) {
            columns.add(reference.getForeignKeyColumn().getName());
            targets.add(reference.getPrimaryKeyColumn().getName());
        }
        return new Constraint.ForeignKey(
                key.getName(),
                columns,
                names.qualified(key.getReferencedTable()),
                targets,
                action(key.getDeleteRule()),
                action(key.getUpdateRule()),
                false,
                deferrability(key.getDeferrability()));
    }

    private static ReferentialAction action(ForeignKeyUpdateRule rule) {
        return switch (rule) {
            case cascade -> ReferentialAction.CASCADE;
            case setNull -> ReferentialAction.SET_NULL;
            case setDefault -> ReferentialAction.SET_DEFAULT;
            case restrict -> ReferentialAction.RESTRICT;
            case noAction, unknown -> ReferentialAction.NO_ACTION;
        };
    }

    private static Deferrability deferrability(ForeignKeyDeferrability crawled) {
        return switch (crawled) {
            case initiallyDeferred -> Deferrability.INITIALLY_DEFERRED;
            case initiallyImmediate -> Deferrability.INITIALLY_IMMEDIATE;
            case keyNotDeferrable, unknown -> Deferrability.NOT_DEFERRABLE;
        };
    }

    /** Returns the indexes without the one behind the primary key, which drivers list with them. */
    List<Index> indexes(Table table) {
        return table.getIndexes().stream()
                .filter(index -> !isOfPrimaryKey(index, table))
                .map(CrawledKeys::index)
                .toList();
    }

    private static boolean isOfPrimaryKey(schemacrawler.schema.Index index, Table table) {
        PrimaryKey key = table.getPrimaryKey();
        return key != null
                && index.isUnique()
                && index.getColumns().stream()
                        .map(NamedObject::getName)
                        .toList()
                        .equals(columns(key));
    }

    private static Index index(schemacrawler.schema.Index crawled) {
        return new Index(
                crawled.getName(),
                crawled.getColumns().stream().map(CrawledKeys::part).toList(),
                crawled.isUnique(),
                Index.BTREE,
                List.of(),
                crawled.hasFilterCondition() ? crawled.getFilterCondition() : null,
                false);
    }

    private static Index.Part part(IndexColumn column) {
        return new Index.Part(
                column.getName(),
                column.getParent().lookupColumn(column.getName()).isEmpty(),
                column.getSortSequence() == IndexColumnSortSequence.descending,
                Index.Nulls.DEFAULT,
                null,
                null);
    }
}
