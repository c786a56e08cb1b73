package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the dialect of a database among those of all {@link DialectProvider}s. */
public final class Dialects {

    /** The product that models are read for. */
    public static final String OF_MODELS = "PostgreSQL";

    private static final List<DialectProvider> PROVIDERS =
            ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Dialects() {}

    /**
     * Returns the dialect of the server behind a connection, which is asked what it is.
     *
     * @throws UnsupportedDatabaseException if Albedo has none for it, also if it only speaks the protocol of one that it knows
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        DialectProvider provider = provider(database.getDatabaseProductName());
        provider.require(connection);
        return dialect(provider, database.getDatabaseMajorVersion());
    }

    /**
     * Returns the dialect of the server behind a connection as its driver tells it; the server is not asked.
     *
     * @throws UnsupportedDatabaseException if Albedo has none for it
     */
    public static Dialect told(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        return of(database.getDatabaseProductName(), database.getDatabaseMajorVersion());
    }

    /**
     * Returns the dialect that a server understands and that migrations are written for: that of the older version.
     *
     * @param declared the dialect that migrations are written for
     * @throws UnsupportedDatabaseException if Albedo has none for the server
     */
    public static Dialect older(Dialect declared, Connection connection) throws SQLException {
        Dialect server = of(connection);
        return server.understands(declared) ? declared : server;
    }

    /**
     * Returns the dialect of a database without a connection to it.
     *
     * @param product the name of the product, as its driver says it
     * @param majorVersion the first part of the version number
     * @throws UnsupportedDatabaseException if Albedo has none for it
     */
    public static Dialect of(String product, int majorVersion) {
        return dialect(provider(product), majorVersion);
    }

    /** Returns the spelling of models, which is the same for all versions of the database. */
    public static Spelling spelling() {
        return oldest(provider(OF_MODELS));
    }

    /** Returns what an error means before it is known which database a connection leads to. */
    public static ErrorKind kindOf(SQLException error) {
        return PROVIDERS.stream()
                .map(provider -> oldest(provider).kindOf(error))
                .filter(kind -> kind != ErrorKind.OTHER)
                .findFirst()
                .orElse(ErrorKind.OTHER);
    }

    /**
     * Returns the message of an error before it is known which database it is of.
     *
     * @see Dialect#withoutGeneratedCode
     */
    public static String withoutGeneratedCode(String message) {
        String shown = message;
        for (DialectProvider provider : PROVIDERS) {
            shown = oldest(provider).withoutGeneratedCode(shown);
        }
        return shown;
    }

    /**
     * Returns what the JDBC URL of a database begins with that Albedo works with: one prefix a product.
     *
     * @see DialectProvider#urlPrefix
     */
    public static List<String> urlPrefixes() {
        return PROVIDERS.stream().map(DialectProvider::urlPrefix).toList();
    }

    /** Returns the names of the products that Albedo works with, for people. */
    public static String products() {
        return PROVIDERS.stream().map(DialectProvider::product).collect(Collectors.joining(", "));
    }

    private static DialectProvider provider(String product) {
        return PROVIDERS.stream()
                .filter(provider -> provider.product().equalsIgnoreCase(product))
                .findFirst()
                .orElseThrow(() -> new UnsupportedDatabaseException("Albedo does not know the database " + product
                        + "; it works with "
                        + PROVIDERS.stream()
                                .map(provider -> provider.product() + " " + provider.oldestVersion() + " and newer")
                                .collect(Collectors.joining(", "))));
    }

    private static Dialect dialect(DialectProvider provider, int majorVersion) {
        if (majorVersion < provider.oldestVersion()) {
            throw new UnsupportedDatabaseException("the server is " + provider.product() + " " + majorVersion
                    + ", which is too old for Albedo; upgrade it to " + provider.oldestVersion() + " or newer");
        }
        return provider.dialect(majorVersion);
    }

    private static Dialect oldest(DialectProvider provider) {
        return provider.dialect(provider.oldestVersion());
    }
}
