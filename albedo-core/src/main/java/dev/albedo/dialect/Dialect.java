package dev.albedo.dialect;

import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A kind and version of database. The only place where identifiers and literals become SQL. */
public interface Dialect {

    /**
     * The statements that carry out an operation, in order. None for an {@link Operation.RunStep}, which is Java.
     */
    List<Statement> statements(Operation operation);

    /**
     * The same schema in this database's own spelling of types and options, so that equal means the same. Asks no
     * database; SQL texts stay as they are.
     */
    Schema normalize(Schema schema);

    /**
     * The database's schema with every SQL text (default, check, generated column, index expression and predicate) that
     * the server understands exactly as the model's text at the same place replaced by the model's spelling, so that
     * what still differs is a difference. Leaves nothing behind in the database. Sends no statement if no text differs.
     */
    Schema alignTexts(Connection connection, Schema database, Schema model) throws SQLException;

    /** An identifier, quoted. */
    String identifier(String name);

    /** A qualified name, its parts quoted. */
    String name(QualifiedName name);

    /** A string literal. */
    String literal(String text);
}
