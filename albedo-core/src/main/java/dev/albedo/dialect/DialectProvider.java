package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database product that Albedo works with. Found by {@link java.util.ServiceLoader} beside Albedo's own classes: an
 * application has those on its class path, a project those among the dependencies of the plugin.
 */
public interface DialectProvider {

    /** Returns the name of the product, as its JDBC driver tells it. */
    String product();

    /** Returns the first part of the oldest version that is supported. */
    int oldestVersion();

    /** Returns what JDBC URLs of the product begin with, such as {@code jdbc:postgresql:}. */
    String urlPrefix();

    /**
     * Returns the dialect of a version.
     *
     * @param majorVersion the first part of the version number, not below the oldest one
     */
    Dialect dialect(int majorVersion);

    /**
     * Refuses a server that is another product although its driver tells this one's name.
     *
     * @throws UnsupportedDatabaseException with the name of the other product
     */
    void require(Connection connection) throws SQLException;
}
