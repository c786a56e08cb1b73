package dev.albedo.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells PostgreSQL from other products that speak its protocol; a driver calls each of them PostgreSQL. */
final class ServerProduct {

    /**
     * What the version text of PostgreSQL has since its first releases: "PostgreSQL 18.1 on x86_64-pc-linux-gnu, compiled by
     * gcc ...", or "PostgreSQL 13.3, compiled by Visual C++ ..." (PG_VERSION_STR in configure and src/tools/msvc).
     */
    private static final String BUILD = "compiled by";

    /** Products by a word of their version texts, in lower case. */
    private static final List<Product> OTHERS = List.of(
            new Product("cockroachdb", "CockroachDB"),
            new Product("-yb-", "YugabyteDB"),
            new Product("redshift", "Amazon Redshift"),
            new Product("materialize", "Materialize"),
            new Product("risingwave", "RisingWave"),
            new Product("greenplum", "Greenplum"),
            new Product("cloudberry", "Apache Cloudberry"),
            new Product("cratedb", "CrateDB"),
            new Product("questdb", "QuestDB"),
            new Product("opengauss", "openGauss"),
            new Product("gaussdb", "GaussDB"),
            new Product("cedardb", "CedarDB"),
            new Product("using h2", "H2"));

    private ServerProduct() {}

    private record Product(String word, String name) {}

    /** Asks a server, see {@link #otherThanPostgres}. */
    static Optional<String> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version()")) {
            rows.next();
            return otherThanPostgres(rows.getString(1));
        }
    }

    /**
     * Returns what a server is instead of PostgreSQL: the name of the product, or what it says of itself; nothing if it is
     * PostgreSQL.
     *
     * @param version its answer to {@code SELECT version()}
     */
    static Optional<String> otherThanPostgres(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        for (Product product : OTHERS) {
            if (lower.contains(product.word())) {
                return Optional.of(product.name());
            }
        }
        return version.startsWith("PostgreSQL ") && version.contains(BUILD)
                ? Optional.empty()
                : Optional.of("an unknown product (its version is \"" + version + "\")");
    }
}
