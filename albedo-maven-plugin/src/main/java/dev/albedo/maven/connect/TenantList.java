package dev.albedo.maven.connect;

import dev.albedo.dialect.Dialects;
import dev.albedo.run.ConnectionSource;
import dev.albedo.tenant.Tenant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants there are.
 *
 * @param kind what each has to itself
 * @param names their names, at least one, or {@code null}
 * @param query gives names, or {@code null}
 * @param pattern which schemas or databases are tenants, with {@code *} for any characters and {@code ?} for one, or
 *     {@code null}
 */
public record TenantList(
        Kind kind,
        @Nullable List<String> names,
        @Nullable String query,
        @Nullable String pattern) {

    /** The kind of a tenant. */
    public enum Kind {
        SCHEMA {
            @Override
            List<String> matching(Connection connection, String pattern) throws SQLException {
                return Dialects.told(connection).databases().schemas(connection, pattern);
            }
        },
        DATABASE {
            @Override
            List<String> matching(Connection connection, String pattern) throws SQLException {
                return Dialects.told(connection).databases().databases(connection, pattern);
            }
        };

        abstract List<String> matching(Connection connection, String pattern) throws SQLException;

        /**
         * The kind of that name.
         *
         * @throws SetupException if there is none
         */
        public static Kind parse(String name) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return kind;
                }
            }
            throw new SetupException(
                    "albedo.tenants.kind is " + name
                            + ": use schema (each tenant has a schema of the database) or database (each has one of the server)");
        }
    }

    /** Whether anything says which tenants there are. */
    public boolean isGiven() {
        return names != null || query != null || pattern != null;
    }

    /**
     * The tenants.
     *
     * @param settings of the database that has their schemas, or of any database of their server
     * @throws SetupException if more than one place says which there are, or there is none
     * @throws SQLException if the database cannot be asked
     */
    public List<Tenant> find(ConnectionSettings settings, Drivers drivers) throws SQLException {
        if ((names == null ? 0 : 1) + (query == null ? 0 : 1) + (pattern == null ? 0 : 1) > 1) {
            throw new SetupException(
                    "More than one of albedo.tenants, albedo.tenants.query and albedo.tenants.pattern is set:"
                            + " keep one");
        }
        List<String> found = names != null ? names : ask(drivers.connect(settings));
        if (found.isEmpty()) {
            throw new SetupException("There is no tenant: "
                    + (query != null ? "albedo.tenants.query returns no row" : "no name matches " + pattern));
        }
        ConnectionSource database = () -> drivers.connect(settings);
        return found.stream()
                .map(name ->
                        kind == Kind.SCHEMA ? Tenant.ofSchema(name, database) : ofDatabase(name, settings, drivers))
                .toList();
    }

    private static Tenant ofDatabase(String name, ConnectionSettings settings, Drivers drivers) {
        ConnectionSettings own = settings.database(name)
                .orElseThrow(() -> new SetupException("albedo.url is " + settings.shownUrl()
                        + ": write it like jdbc:postgresql://host:port/database, so that Albedo can replace the"
                        + " database by that of a tenant"));
        return new Tenant(name, () -> drivers.connect(own));
    }

    private List<String> ask(Connection opened) throws SQLException {
        try (Connection connection = opened) {
            if (query != null) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(query)) {
                    return first(rows);
                } catch (SQLException e) {
                    throw new SetupException(
                            "albedo.tenants.query fails ("
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                    + "): use a query whose first column holds the names of the tenants",
                            e);
                }
            }
            return kind.matching(connection, String.valueOf(pattern));
        }
    }

    private static List<String> first(ResultSet rows) throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }
}
