package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation.RenameEnum;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/** Has a database say what texts mean while what they name is yet to be renamed. */
public final class RenamedTexts {

    private RenamedTexts() {}

    /**
     * A database's schema, with the model's texts where the server understands its own as those. The server is asked in
     * tables made for it, so tables and columns have their new names there; enum types have their old ones, as the server
     * knows no others yet.
     *
     * @param renamed the database after the renames
     * @param renaming the renames, which have not been carried out
     */
    public static Schema align(
            Dialect dialect, Connection connection, Schema renamed, SchemaDiff renaming, Schema model)
            throws SQLException {
        SchemaDiff types = types(renamed, renaming, model);
        SchemaDiff back = types.reverse();
        return types.applyTo(dialect.alignTexts(connection, back.applyTo(renamed), back.applyTo(model)));
    }

    /**
     * The same schema with the texts that only the database has as a person spells them.
     *
     * @param aligned the database after the renames, with the model's texts
     * @param known what the migrations created, after the renames
     */
    public static Schema readable(
            Dialect dialect, Connection connection, Schema aligned, SchemaDiff renaming, Schema model, Schema known)
            throws SQLException {
        SchemaDiff types = types(aligned, renaming, model);
        SchemaDiff back = types.reverse();
        return types.applyTo(dialect.readableTexts(connection, back.applyTo(aligned), back.applyTo(model), known));
    }

    /** The renames of types, which the server knows by their old names. */
    private static SchemaDiff types(Schema renamed, SchemaDiff renaming, Schema model) {
        return new SchemaDiff(renaming.operations().stream()
                .filter(operation -> operation instanceof RenameEnum type
                        && has(renamed, type.from().sibling(type.to()))
                        && has(model, type.from().sibling(type.to())))
                .toList());
    }

    private static boolean has(Schema schema, QualifiedName type) {
        return schema.enums().containsKey(type);
    }
}
