package dev.albedo.dialect;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A kind and version of database. The only place where identifiers and literals become SQL. */
public interface Dialect extends Spelling {

    /** Returns whether this is the same database as another, in its version or a newer one. */
    boolean understands(Dialect other);

    /** Returns what the database can do of what not every database can. */
    Set<Capability> capabilities();

    /**
     * The statements that carry out an operation, in order. None for an {@link Operation.RunStep}, which is Java.
     */
    List<Statement> statements(Operation operation);

    /**
     * What stands in an expression of {@link #using} in place of the time zone of values that have none. It is no zone, so
     * that the database refuses it.
     */
    String UNKNOWN_ZONE = "'FILL IN'";

    /**
     * The expression that makes values of the new type from those of the old one, where the database has to be told; a
     * proposal, since only the user knows what the values mean. Where it takes a time zone, it has {@link #UNKNOWN_ZONE}.
     */
    Optional<String> using(Column from, Column to);

    /** Whether a default is known to give another value to each of the rows that a new column is added to. */
    boolean differsFromRowToRow(String defaultSql);

    /**
     * The condition that a value of a column must satisfy for the column to become another one of the same name: the
     * value is short enough, in range, one of the constants. Empty if all do, or if it cannot be told.
     *
     * @param before has the enum types of {@code from}
     * @param after has the enum types of {@code to}
     */
    Optional<String> fits(Column from, Schema before, Column to, Schema after);

    /**
     * The value that a column's value becomes in a column of another type, as an expression over the column as it is; of a
     * created type, which may not exist yet, its text. Empty if it cannot be told, or if telling it changes something.
     */
    Optional<String> converted(Column from, Column to);

    /** Whether two different values of a column are still different in a column of another type. */
    boolean keepsApart(SqlType from, SqlType to);

    /** Whether values of a type are strings. */
    boolean isText(SqlType type);

    /** Whether values of a type are numbers. */
    boolean isNumber(SqlType type);

    /** An expression as a value of a type. */
    String cast(String expression, SqlType type);

    /**
     * The elements of an array as texts, each with what it becomes; {@code NULL} stays.
     *
     * @param array an expression
     * @param cases literals of new values by literals of old ones; values may change places
     */
    String replacedElements(String array, Map<String, String> cases);

    /** The condition that all elements of an array, except {@code NULL}, are some of these literals. */
    String hasElementsAmong(String array, Set<String> literals);

    /** Whether a SQL expression is known to have the same value for every row of a transaction. */
    boolean isConstant(String expression);

    /**
     * A SQL text with expressions in place of columns.
     *
     * @param values expressions by the names of columns
     * @return empty if it is not plain which words of the text name a column
     */
    Optional<String> substituted(String sql, Map<String, String> values);

    /**
     * The same schema in this database's own spelling of types and options, so that equal means the same. Asks no
     * database; SQL texts stay as they are.
     */
    Schema normalize(Schema schema);

    /**
     * The model in the forms that another schema has it in, where two forms mean the same to the application: types with
     * two spellings, and numbers that a column gets from an identity or from a default.
     *
     * @param existing what there is, in the same spelling as the model and after renames
     * @param convertSerial whether an identity column stays one although the existing column has a default instead
     */
    Schema adoptForms(Schema model, Schema existing, boolean convertSerial);

    /** The sequence whose next value is the default of a column, if its default is that and nothing else. */
    Optional<QualifiedName> sequenceOf(Column column);

    /**
     * The database's schema with every SQL text (default, check, generated column, index expression and predicate) that
     * the server understands exactly as the model's text at the same place replaced by the model's spelling, so that
     * what still differs is a difference. Leaves nothing behind in the database. Sends no statement if no text differs.
     */
    Schema alignTexts(Connection connection, Schema database, Schema model) throws SQLException;

    /**
     * The database's schema with the texts that the model does not have (checks, constant defaults, generated columns, index
     * expressions and predicates) as a person spells them rather than as the server prints them: the spelling that created
     * them where the server understands it the same, else a shorter one of which the server prints exactly the same text.
     * Leaves nothing behind in the database. Sends no statement if there is no such text.
     *
     * @param database after {@link #alignTexts}
     * @param known what the migrations created, in their own spelling
     */
    Schema readableTexts(Connection connection, Schema database, Schema model, Schema known) throws SQLException;

    /**
     * The statements that begin a trial of operations in a transaction that will be rolled back: they bound how long it
     * waits and works, and keep from it what no rollback would bring back, such as the position of a sequence.
     *
     * @param database what is there before the operations
     * @param lockTimeout how long a statement may wait for a lock
     * @param statementTimeout how long a statement may take; zero for as long as it wants
     */
    List<String> beginTrial(
            Schema database, List<Operation> operations, Duration lockTimeout, Duration statementTimeout);

    /**
     * Whether a row has no value in a column.
     *
     * @param connection in auto-commit mode, and left in it
     * @param rows a condition of the rows that are meant; {@code null} for all
     * @param patience how long it may take
     * @return {@code false} also if that is not known, as the table does not have what the condition names
     */
    boolean lacks(Connection connection, Place column, @Nullable String rows, Duration patience) throws SQLException;

    /**
     * Counts what a table, a column or a sequence holds. Changes nothing.
     *
     * @param connection in auto-commit mode, and left in it
     * @param patience how long it may take; what is not counted by then is estimated
     */
    StoredData stored(Connection connection, Place place, Duration patience) throws SQLException;

    /**
     * Counts the rows of a column with a value in one of some attributes of its composite type. Changes nothing.
     *
     * @param attributes at least one
     * @param connection in auto-commit mode, and left in it
     * @param patience how long it may take
     */
    StoredData stored(Connection connection, Place column, List<String> attributes, Duration patience)
            throws SQLException;

    /**
     * The columns of tables that hold values of a composite type: whether each is of the type itself, and not of an array or
     * another type with it inside.
     */
    SortedMap<Place, Boolean> columnsOf(Connection connection, QualifiedName compositeType) throws SQLException;

    /**
     * The statements that stop a transaction if a table, a column or a sequence holds anything, and keep rows from coming
     * until the transaction ends.
     */
    List<String> requireNothingStored(Place place);

    /** The same for a column with a value in one of some attributes of its composite type. */
    List<String> requireNothingStored(Place column, List<String> attributes);

    /**
     * The statement that gives a session the settings that each run has in its transactions: those that casts, literals and
     * the text of values depend on.
     */
    String fixSession();

    /**
     * The objects made by hand, such as views, that an operation has to deal with, in the order in which they can be
     * created: a change of a column or type recreates them around itself, whatever there is when it runs; a drop of a
     * column or table fails because of them.
     *
     * @param operation in the names that the database has
     */
    List<Dependent> dependents(Connection connection, Operation operation) throws SQLException;

    /** Returns what this database's sessions can be asked and told. */
    Sessions sessions();

    /**
     * Returns the lock that keeps two runs apart.
     *
     * @param subject a string literal of what it guards
     */
    RunLock runLock(String subject);

    /** Returns a way to copy many rows over a connection; empty if its driver has none. */
    Optional<BulkCopy> bulkCopy(Connection connection) throws SQLException;

    /** Returns how a session is put into a schema. */
    CurrentSchema currentSchema();

    /** Returns the database's view of the tables of the history. */
    HistoryStore historyStore();

    /** Returns the reader of live schemas; empty if the database has none of its own and a portable view must do. */
    Optional<SchemaReader> schemaReader();

    /** Returns where scratch databases are created. */
    ScratchPlace scratchPlace();

    /** Returns what tells and creates the databases of a server. */
    Databases databases();

    /** Returns the SQL of scripts. */
    Scripts scripts();

    /**
     * Returns the statements of a backfill that goes batch by batch.
     *
     * @throws IllegalArgumentException if it does not
     */
    BatchStatements batches(Operation.Backfill backfill);

    /** Returns what an error means to a run. */
    ErrorKind kindOf(SQLException error);

    /** Returns the message of an error without the lines that point into SQL that no user has written. */
    String withoutGeneratedCode(String message);

    /**
     * The right that a role lacks and the statement that gives it, in one sentence; empty if something else is the cause.
     *
     * @param operation that failed
     */
    Optional<String> missingRight(SQLException failure, String role, Operation operation);

    /** The statement that checks at once what a transaction checks at its end. */
    String checkDeferred();

    /** A time zone, as an expression takes it in place of {@link #UNKNOWN_ZONE}. */
    String zone(ZoneId zone);

    /** Returns whether any value of one type can be converted to the other. */
    boolean isConvertible(SqlType from, SqlType to);

    /** Returns the expression of the next number that a column gives out, if it numbers its rows. */
    Optional<String> nextValue(Schema schema, QualifiedName table, Column column);
}
