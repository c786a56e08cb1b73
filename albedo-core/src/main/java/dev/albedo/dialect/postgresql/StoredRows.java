package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ErrorKind;
import dev.albedo.dialect.StoredData;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a table, the values of a column, or reads the position of a sequence, in a read-only transaction that is
 * rolled back. Above {@value #LIMIT} rows the number is the server's own estimate (PostgreSQL manual, section 52.11, pg_class,
 * reltuples).
 */
final class StoredRows {

    /** Counting further tells a reader nothing and takes time. */
    private static final int LIMIT = 100_000;

    private static final long SHORTEST_MILLIS = 50;

    /** SQLSTATEs (manual, appendix A): the time is up, or a lock is held. */
    private static final List<String> TOO_LONG = List.of("57014", "55P03");

    private StoredRows() {}

    static StoredData of(Connection connection, Place place, List<String> attributes, Duration patience)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            begin(statement, patience);
            return of(statement, place, attributes);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static boolean lacks(Connection connection, Place column, @Nullable String rows, Duration patience)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            begin(statement, patience);
            try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM " + Names.name(column.name())
                    + " WHERE "
                    + DataSql.unfilled(new Operation.Backfill(column.name(), column.lastName(), null, null, rows))
                    + ")")) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            if (PostgresErrors.kindOf(e) == ErrorKind.NO_CONNECTION) {
                throw e;
            }
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void begin(Statement statement, Duration patience) throws SQLException {
        long millis = Math.max(SHORTEST_MILLIS, patience.toMillis());
        statement.setEscapeProcessing(false);
        statement.execute("SET TRANSACTION READ ONLY");
        statement.execute("SET LOCAL statement_timeout = " + millis + "; SET LOCAL lock_timeout = " + millis
                // A policy would hide rows; without it the server refuses to count, and the number is not known.
                + "; SET LOCAL row_security = off");
    }

    private static StoredData of(Statement statement, Place place, List<String> attributes) throws SQLException {
        long estimate = -1;
        try (ResultSet row = statement.executeQuery(catalog(place))) {
            if (!row.next()) {
                return new StoredData(true, false, "not there");
            }
            if (row.getBoolean(1)) {
                return new StoredData(true, false, "computed");
            }
            estimate = row.getLong(2);
        }
        try (ResultSet row = statement.executeQuery(count(place, attributes))) {
            row.next();
            long number = row.getLong(1);
            return place.isSequence()
                    ? new StoredData(row.wasNull(), true, "which is at " + number)
                    : new StoredData(number == 0, true, rows(place, number, estimate));
        } catch (SQLException e) {
            String reason = TOO_LONG.contains(String.valueOf(e.getSQLState()))
                    ? "counting takes too long"
                    : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new StoredData(
                    false,
                    true,
                    estimate > 0
                            ? "about " + number(estimate) + " rows by the server's statistics (" + reason + ")"
                            : "an unknown number of rows (" + reason + ")");
        }
    }

    /** Whether a column is computed, and the estimated number of rows. */
    private static String catalog(Place place) {
        String column = place.isColumn() ? Names.literal(place.lastName()) : "NULL";
        return "SELECT coalesce((SELECT a.attgenerated <> '' FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid"
                + " AND a.attname = " + column + "), false), c.reltuples::bigint FROM pg_catalog.pg_class c"
                + " WHERE c.oid = to_regclass(" + Names.literal(Names.name(place.name())) + ")";
    }

    private static String count(Place place, List<String> attributes) {
        String from = " FROM " + Names.name(place.name());
        return place.isSequence()
                ? "SELECT CASE WHEN is_called THEN last_value END" + from
                : "SELECT count(*) FROM (SELECT" + from + condition(place, attributes) + " LIMIT " + (LIMIT + 1)
                        + ") AS counted";
    }

    /** Of a composite value IS NOT NULL would ask for each of its fields. */
    private static String condition(Place place, List<String> attributes) {
        if (!attributes.isEmpty()) {
            return attributes.stream()
                    .map(attribute -> "(" + Names.identifier(place.lastName()) + ")." + Names.identifier(attribute)
                            + " IS DISTINCT FROM NULL")
                    .collect(Collectors.joining(" OR ", " WHERE ", ""));
        }
        return place.isColumn() ? " WHERE " + Names.identifier(place.lastName()) + " IS DISTINCT FROM NULL" : "";
    }

    private static String rows(Place place, long number, long estimate) {
        String rows = number <= LIMIT
                ? number(number) + (number == 1 ? " row" : " rows")
                : "more than " + number(LIMIT) + " rows";
        return rows
                + (place.isColumn() ? " with a value" : "")
                + (number > LIMIT && estimate > LIMIT
                        ? ", of about " + number(estimate) + " by the server's statistics"
                        : "");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Arrays, domains and other composite types with the type inside hold its values too (pg_type, pg_attribute). */
    static SortedMap<Place, Boolean> columnsOf(Connection connection, QualifiedName type) throws SQLException {
        String sql = """
                WITH RECURSIVE holding(oid, itself) AS (
                    SELECT to_regtype(%s)::oid, true
                    UNION
                    SELECT t.oid, false FROM holding h JOIN pg_catalog.pg_type t ON t.typelem = h.oid OR t.typbasetype = h.oid
                        OR EXISTS (SELECT FROM pg_catalog.pg_attribute a
                            WHERE a.attrelid = t.typrelid AND a.atttypid = h.oid AND NOT a.attisdropped))
                SELECT nullif(n.nspname, current_schema()), c.relname, a.attname, bool_or(h.itself)
                FROM holding h JOIN pg_catalog.pg_attribute a ON a.atttypid = h.oid AND NOT a.attisdropped
                JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                GROUP BY 1, 2, 3""".formatted(Names.literal(Names.name(type)));
        TreeMap<Place, Boolean> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                columns.put(
                        Place.of(new QualifiedName(rows.getString(1), rows.getString(2)), rows.getString(3)),
                        rows.getBoolean(4));
            }
        }
        return columns;
    }

    /** The statements that lock a place against new data and fail if it has some. */
    static List<String> requireNone(Place place, List<String> attributes) {
        String name = Names.name(place.name());
        String stop = "DO "
                + Names.dollarQuoted("""

                        BEGIN
                            IF EXISTS (%s) THEN
                                RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = %s,
                                    HINT = 'Run it again; it then says how much there is.';
                            END IF;
                        END
                        """.formatted(
                                place.isSequence()
                                        ? "SELECT FROM " + name + " WHERE is_called"
                                        : "SELECT FROM " + name + condition(place, attributes),
                                Names.literal(place.describeKind() + " " + place
                                        + " had no data when this run began, and has some now")));
        return place.isSequence() ? List.of(stop) : List.of("LOCK TABLE " + name + " IN ACCESS EXCLUSIVE MODE", stop);
    }
}
