package dev.albedo.dialect;

import dev.albedo.dialect.postgresql.PostgresDialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Finds the dialect of a database. */
public final class Dialects {

    private Dialects() {}

    /**
     * Returns the dialect of the server behind a connection, which is asked what it is.
     *
     * @throws UnsupportedDatabaseException if Albedo has none for it, also if it only speaks the protocol of one that it knows
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String product = database.getDatabaseProductName();
        if (isPostgres(product)) {
            PostgresDialect.require(connection);
        }
        return of(product, database.getDatabaseMajorVersion());
    }

    /**
     * Returns the dialect that a server understands and that migrations are written for: that of the older version.
     *
     * @param declared the dialect that migrations are written for
     * @throws UnsupportedDatabaseException if Albedo has none for the server
     */
    public static Dialect older(Dialect declared, Connection connection) throws SQLException {
        Dialect server = of(connection);
        return declared instanceof PostgresDialect ours
                        && server instanceof PostgresDialect theirs
                        && theirs.majorVersion() >= ours.majorVersion()
                ? declared
                : server;
    }

    /**
     * Returns the dialect of a database without a connection to it.
     *
     * @param product the name of the product, as its driver says it
     * @param majorVersion the first part of the version number
     * @throws UnsupportedDatabaseException if Albedo has none for it
     */
    public static Dialect of(String product, int majorVersion) {
        if (!isPostgres(product)) {
            throw new UnsupportedDatabaseException("Albedo does not know the database " + product
                    + "; it works with PostgreSQL " + PostgresDialect.OLDEST_VERSION + " and newer");
        }
        if (majorVersion < PostgresDialect.OLDEST_VERSION) {
            throw new UnsupportedDatabaseException("the server is PostgreSQL " + majorVersion
                    + ", which is too old for Albedo; upgrade it to " + PostgresDialect.OLDEST_VERSION + " or newer");
        }
        return new PostgresDialect(majorVersion);
    }

    /** Returns the spelling of models, which is the same for all versions of the database. */
    public static Spelling spelling() {
        return new PostgresDialect(PostgresDialect.OLDEST_VERSION);
    }

    /** Returns what an error means before it is known which database a connection leads to. */
    public static ErrorKind kindOf(SQLException error) {
        return new PostgresDialect(PostgresDialect.OLDEST_VERSION).kindOf(error);
    }

    private static boolean isPostgres(String product) {
        return product.equalsIgnoreCase("PostgreSQL");
    }
}
