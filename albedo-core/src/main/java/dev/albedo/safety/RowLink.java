package dev.albedo.safety;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Optional;

/** The foreign key by which a row of one table finds the row of another that its values go to. */
final class RowLink {

    private RowLink() {}

    /**
     * Returns the foreign key to a table, perhaps by the tables of the classes between, whose keys refer to each other.
     *
     * @param moved columns of the referring table that move: a reference among them is a value of the rows and does not say
     *     which rows they are
     */
    static Optional<Constraint.ForeignKey> key(
            Schema schema, QualifiedName referring, QualifiedName referred, List<String> moved) {
        Optional<Table> table = schema.table(referring);
        List<Constraint.ForeignKey> keys = table.map(Table::foreignKeys).orElse(List.of()).stream()
                .filter(key -> key.columns().stream().noneMatch(moved::contains))
                .toList();
        return keys.stream()
                .filter(key -> key.target().equals(referred))
                .findFirst()
                .or(() -> keys.stream()
                        .filter(key -> table.flatMap(Table::primaryKey)
                                .map(Constraint.PrimaryKey::columns)
                                .filter(key.columns()::equals)
                                .isPresent())
                        .filter(key -> !key.target().equals(referring))
                        .flatMap(key -> key(schema, key.target(), referred, List.of())
                                .filter(next -> next.columns().equals(key.targetColumns()))
                                .map(next -> SchemaDsl.foreignKey(
                                                null, key.columns().toArray(String[]::new))
                                        .references(
                                                referred.toString(),
                                                next.targetColumns().toArray(String[]::new)))
                                .stream())
                        .findFirst());
    }

    /**
     * Whether a foreign key says which rows are the same: the key of one table refers to the other, as those of a joined
     * subclass and of a secondary table do, or a reference leads there before and after, as far as it is there. Others lead to
     * other objects.
     *
     * @param referring the table that has the foreign key
     * @param schemas the schema before and the one after
     */
    static boolean isOfTheSameRows(Constraint.ForeignKey link, QualifiedName referring, List<Schema> schemas) {
        boolean isKey = schemas.stream()
                .flatMap(schema -> schema.table(referring).stream())
                .flatMap(table -> table.primaryKey().stream())
                .anyMatch(key -> key.columns().equals(link.columns()));
        return isKey || schemas.stream().allMatch(schema -> leads(link, schema.table(referring)));
    }

    private static boolean leads(Constraint.ForeignKey link, Optional<Table> referring) {
        return referring
                .filter(table -> link.columns().stream()
                                .anyMatch(column -> table.column(column).isEmpty())
                        || table.foreignKeys().stream()
                                .anyMatch(key -> key.columns().equals(link.columns())
                                        && key.target().equals(link.target())))
                .isPresent();
    }
}
