package dev.albedo.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {

    @Test
    void findsTheDialectOfAConnection() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            assertThat(Dialects.of(connection)).isInstanceOf(PostgresDialect.class);
        }
    }

    @Test
    void takesTheOlderVersionOfServerAndMigrations() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            Dialect newer = new PostgresDialect(server + 1);
            assertThat(((PostgresDialect) Dialects.older(newer, connection)).majorVersion())
                    .isEqualTo(server);
            Dialect older = new PostgresDialect(server - 1);
            assertThat(Dialects.older(older, connection)).isSameAs(older);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 01:53:43, go1.19.10) | CockroachDB",
                "PostgreSQL 15.2-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang version 17.0.6, 64-bit | YugabyteDB",
                "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.12103 | Amazon Redshift",
                "PostgreSQL 9.5.0 on x86_64-unknown-linux-gnu (Materialize v0.80.0) | Materialize",
                "PostgreSQL 13.14.0-RisingWave-2.0.1 (0d15632ac8d18fbd323982b53bc2d508dc7e148a) | RisingWave",
                "PostgreSQL 12.12 (Greenplum Database 7.0.0) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit | Greenplum",
                "PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB | QuestDB",
                "PostgreSQL 8.2.23 server protocol using H2 2.4.240 (2025-09-22) | H2",
                "PostgreSQL 16 | an unknown product (its version is \"PostgreSQL 16\")"
            })
    void refusesByNameWhatOnlySpeaksTheProtocol(String version, String product) throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = answering(database, version)) {
            for (ThrowingCallable asked : List.<ThrowingCallable>of(
                    () -> Dialects.of(connection), () -> Dialects.older(new PostgresDialect(13), connection))) {
                assertThatThrownBy(asked)
                        .isInstanceOf(UnsupportedDatabaseException.class)
                        .hasMessage("the server speaks PostgreSQL's protocol but is " + product
                                + ", on which Albedo is not tested; use PostgreSQL 13 or newer");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL 18.1 (Debian 18.1-1.pgdg12+1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
                "PostgreSQL 13.3, compiled by Visual C++ build 1914, 64-bit",
                "PostgreSQL 16.4 on aarch64-unknown-linux-gnu, compiled by aarch64-unknown-linux-gnu-gcc (GCC) 9.5.0, 64-bit"
            })
    void takesEveryBuildOfPostgres(String version) throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = answering(database, version)) {
            assertThat(Dialects.of(connection)).isInstanceOf(PostgresDialect.class);
        }
    }

    /** A session that says this of its version. */
    private static Connection answering(TestDatabase database, String version) throws SQLException {
        database.execute(
                "create schema other",
                "create function other.version() returns text language sql as 'select ''" + version + "''::text'");
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = other, pg_catalog");
        }
        return connection;
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Dialects.of("H2", 2))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("Albedo does not know the database H2; it works with PostgreSQL 13 and newer");
        assertThatThrownBy(() -> Dialects.of("PostgreSQL", 12))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("the server is PostgreSQL 12, which is too old for Albedo; upgrade it to 13 or newer");
        assertThat(Dialects.of("PostgreSQL", 13)).isInstanceOf(PostgresDialect.class);
    }

    @Test
    void findsTheDialectOfAnotherJar(@TempDir Path jar) throws Exception {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(DialectProvider.class.getName()), ToyProvider.class.getName() + "\n");
        List<URL> classPath = new ArrayList<>(List.of(jar.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader application =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> dialects = application.loadClass(Dialects.class.getName());
            Method of = dialects.getMethod("of", String.class, int.class);
            assertThat(of.invoke(null, "Toy", 3)).hasToString("Toy 3");
            assertThat(of.invoke(null, "PostgreSQL", 18).getClass().getName())
                    .isEqualTo(PostgresDialect.class.getName());
            assertThat(dialects.getMethod("urlPrefixes").invoke(null))
                    .isEqualTo(List.of("jdbc:toy:", "jdbc:postgresql:"));
            assertThatThrownBy(() -> of.invoke(null, "H2", 2))
                    .hasRootCauseMessage("Albedo does not know the database H2; it works with Toy 2 and newer,"
                            + " PostgreSQL 13 and newer");
            assertThatThrownBy(() -> of.invoke(null, "Toy", 1))
                    .hasRootCauseMessage("the server is Toy 1, which is too old for Albedo; upgrade it to 2 or newer");
        }
        assertThat(Dialects.urlPrefixes()).containsExactly("jdbc:postgresql:");
    }

    /** A database of a user's own. */
    public static final class ToyProvider implements DialectProvider {

        @Override
        public String product() {
            return "Toy";
        }

        @Override
        public int oldestVersion() {
            return 2;
        }

        @Override
        public String urlPrefix() {
            return "jdbc:toy:";
        }

        @Override
        public Dialect dialect(int majorVersion) {
            return (Dialect) Proxy.newProxyInstance(
                    ToyProvider.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("toString")) {
                            return "Toy " + majorVersion;
                        }
                        throw new UnsupportedOperationException(method.getName());
                    });
        }

        @Override
        public void require(Connection connection) {}
    }
}
