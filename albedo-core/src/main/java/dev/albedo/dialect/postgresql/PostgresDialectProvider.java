package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.DialectProvider;
import dev.albedo.dialect.UnsupportedDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL, for {@link java.util.ServiceLoader}. */
public final class PostgresDialectProvider implements DialectProvider {

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public int oldestVersion() {
        return ServerVersion.OLDEST;
    }

    @Override
    public String urlPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public Dialect dialect(int majorVersion) {
        return new PostgresDialect(majorVersion);
    }

    @Override
    public void require(Connection connection) throws SQLException {
        Optional<String> other = ServerProduct.of(connection);
        if (other.isPresent()) {
            throw new UnsupportedDatabaseException("the server speaks PostgreSQL's protocol but is " + other.get()
                    + ", on which Albedo is not tested; use PostgreSQL " + oldestVersion() + " or newer");
        }
    }
}
