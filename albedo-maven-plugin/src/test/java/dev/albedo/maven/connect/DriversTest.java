package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings.Source;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriversTest {

    @Test
    void anUnknownHostIsSaidWithItsUrl() {
        ConnectionSettings settings =
                ConnectionSettings.of("jdbc:postgresql://db.invalid:5433/shop?password=sesame", "albedo.url");
        assertThatThrownBy(() -> Drivers.own().connect(settings))
                .isInstanceOf(SQLException.class)
                .hasMessage("no connection to jdbc:postgresql://db.invalid:5433/shop")
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aUrlThatTheDriverCannotParseIsNotAMissingDriver() {
        for (String wrong : List.of(
                "jdbc:postgresql://localhost:99999/shop",
                "jdbc:postgresql://localhost:port/shop",
                "jdbc:postgresql://localhost:0/shop?password=sesame")) {
            ConnectionSettings settings = ConnectionSettings.of(wrong, "albedo.url");
            assertThatThrownBy(() -> Drivers.own().connect(settings))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("The driver of PostgreSQL cannot parse "
                            + wrong.replace("?password=sesame", "")
                            + ": write it like jdbc:postgresql://localhost:5432/shop, with a port from 1 to 65535 and special"
                            + " characters as %20 or %40");
        }
    }

    /** A server on this machine gets the password of the application; what it is good for is the server's matter. */
    @Test
    void aPasswordThatWasWithheldIsSaidIfTheServerAsks() throws IOException, SQLException {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            Path hba = Path.of(database.query("show hba_file").get(0));
            String open = Files.readString(hba);
            database.execute("alter role postgres password 'open'");
            Files.writeString(hba, "host all all all scram-sha-256\n");
            try {
                database.execute("select pg_reload_conf()");
                String url = database.url().replaceFirst("[?].*", "");
                Source given = new Source("albedo.url", url, null, null, true);
                Source unset = new Source(
                        "spring.datasource.url",
                        null,
                        "postgres",
                        null,
                        false,
                        null,
                        "spring.datasource.password is encrypted");
                ConnectionSettings settings =
                        ConnectionSettings.choose(List.of(given, unset)).orElseThrow();
                assertThatThrownBy(() -> Drivers.own().connect(settings))
                        .isInstanceOf(SQLException.class)
                        .hasMessageEndingWith("; spring.datasource.password is encrypted");

                Source application =
                        new Source("spring.datasource.url", "jdbc:postgresql://db/shop", "postgres", "open", false);
                ConnectionSettings lent =
                        ConnectionSettings.choose(List.of(given, application)).orElseThrow();
                Drivers.own().connect(lent).close();
            } finally {
                Files.writeString(hba, open);
                new ProcessBuilder(
                                "kill",
                                "-HUP",
                                Files.readAllLines(hba.resolveSibling("postmaster.pid"))
                                        .get(0)
                                        .strip())
                        .inheritIO()
                        .start()
                        .onExit()
                        .join();
            }
        }
    }
}
