package dev.albedo.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** Opens connections to the one database a run is about. */
@FunctionalInterface
public interface ConnectionSource {

    /** A connection that the caller closes. */
    Connection open() throws SQLException;

    static ConnectionSource of(DataSource dataSource) {
        return dataSource::getConnection;
    }

    /**
     * Connections of a driver, which need not be known to {@link java.sql.DriverManager}.
     *
     * @param properties for the driver, such as {@code user} and {@code password}
     */
    static ConnectionSource of(java.sql.Driver driver, String url, Properties properties) {
        return () -> {
            Connection connection = driver.connect(url, properties);
            if (connection == null) {
                throw new RunException("the driver " + driver.getClass().getName() + " does not take the URL " + url
                        + "; it must begin like jdbc:postgresql://");
            }
            return connection;
        };
    }
}
