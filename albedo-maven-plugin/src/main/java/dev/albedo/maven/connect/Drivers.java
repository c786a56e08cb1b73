package dev.albedo.maven.connect;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.ErrorKind;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The JDBC driver: the project's own where its class path has one, so that a goal speaks to the database as the application
 * does; else the plugin's. {@code java.sql.DriverManager} would see neither of them, since Maven keeps both in loaders of
 * their own.
 */
public final class Drivers {

    private static final String EXAMPLE = "jdbc:postgresql://localhost:5432/shop";

    private static final Set<ErrorKind> REFUSED = Set.of(ErrorKind.AUTHENTICATION, ErrorKind.CLIENT_REFUSED);

    private final ClassLoader project;

    /** Takes the driver from the project's loader, or else from the plugin's. */
    public Drivers(ClassLoader project) {
        this.project = project;
    }

    /** The plugin's own driver. */
    public static Drivers own() {
        return new Drivers(Drivers.class.getClassLoader());
    }

    /** Opens a connection. */
    public Connection connect(ConnectionSettings settings) throws SQLException {
        Properties properties = new Properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("ApplicationName", "albedo");
        try {
            return connect(settings.url(), properties);
        } catch (SQLException e) {
            throw explained(e, settings);
        }
    }

    /** With what the driver leaves out: where it wanted to connect to, and why it had no password. */
    private static SQLException explained(SQLException e, ConnectionSettings settings) {
        if (e.getCause() instanceof IOException network && !(network instanceof ConnectException)) {
            return new SQLException("no connection to " + settings.shownUrl(), e.getSQLState(), network);
        }
        return settings.withheld() != null && REFUSED.contains(Dialects.kindOf(e))
                ? new SQLException(e.getMessage() + "; " + settings.withheld(), e.getSQLState(), e)
                : e;
    }

    /** Opens a connection with properties of the driver. */
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver(url).connect(url, properties);
        if (connection == null) {
            throw new SQLException("The JDBC driver does not accept " + PasswordMask.mask(url));
        }
        return connection;
    }

    /** A driver of PostgreSQL takes a URL that it cannot parse for one of another database. */
    private static SetupException unparsable(String url) {
        return new SetupException("The driver of PostgreSQL cannot parse " + PasswordMask.mask(url) + ": write it like "
                + EXAMPLE + ", with a port from 1 to 65535 and special characters as %20 or %40");
    }

    private Driver driver(String url) throws SQLException {
        SQLException none = new SQLException("There is no JDBC driver for " + PasswordMask.mask(url));
        boolean knowsOthers = false;
        for (ClassLoader loader : List.of(project, Drivers.class.getClassLoader())) {
            for (ServiceLoader.Provider<Driver> provider :
                    ServiceLoader.load(Driver.class, loader).stream().toList()) {
                try {
                    Driver driver = provider.get();
                    if (driver.acceptsURL(url)) {
                        return driver;
                    }
                    knowsOthers |= driver.acceptsURL(EXAMPLE);
                } catch (ServiceConfigurationError e) {
                    none.addSuppressed(e);
                }
            }
        }
        if (knowsOthers) {
            throw unparsable(url);
        }
        throw none;
    }
}
