package dev.albedo.maven.connect.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchDatabase;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the scratch databases of a live database are made. */
class ScratchServerTest {

    private static final String VERSION = "18.6.0";

    @TempDir
    private Path directory;

    private final List<String> said = new ArrayList<>();
    private final Drivers drivers = new Drivers(getClass().getClassLoader());
    private TestDatabase live;

    @BeforeEach
    void create() throws SQLException {
        live = TestDatabases.create();
    }

    @AfterEach
    void drop() throws Exception {
        embedded().stop();
        live.close();
    }

    private EmbeddedServer embedded() {
        return new EmbeddedServer(directory, VERSION, EmbeddedServerTest::artifact, said::add);
    }

    private ScratchServer beside(String url) {
        return ScratchServer.beside(
                drivers, ConnectionSettings.of(url, "the test"), new TemporaryServer(this::embedded), said::add);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private String serverOf(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return one(connection, "select current_setting('port')");
        }
    }

    @Test
    void itIsOnTheServerOfTheDatabaseIfThatLetsIt() throws Exception {
        String server = live.query("select current_setting('port')").get(0);
        try (ScratchDatabase scratch =
                beside(live.url() + "&currentSchema=shop").create()) {
            assertThat(serverOf(scratch)).isEqualTo(server);
            try (Connection connection = scratch.connect()) {
                assertThat(connection.getSchema())
                        .as("whatever the URL says of a search path")
                        .isEqualTo("public");
            }
        }
        assertThat(said).containsExactly("The scratch database is on the database's own server");
        assertThat(live.query("select datname from pg_database where datname like 'albedo\\_scratch\\_%'"))
                .isEmpty();
    }

    @Test
    void elseItIsOnAnEmbeddedOneThatIsStoppedAfterwards() throws Exception {
        live.execute("create role poor_" + live.name() + " login");
        String url = live.url().replaceFirst("user=[^&]*", "user=poor_" + live.name());
        ScratchServer scratch = beside(url);
        String server = live.query("select current_setting('port')").get(0);
        try (ScratchDatabase first = scratch.create()) {
            try (ScratchDatabase second = scratch.create()) {
                assertThat(serverOf(first)).isNotEqualTo(server).isEqualTo(serverOf(second));
            }
            assertThat(embedded().isRunning()).as("as long as one is left").isTrue();
        } finally {
            live.execute("drop role poor_" + live.name());
        }
        assertThat(said)
                .contains("Cannot create a scratch database on the database's server (ERROR: permission denied"
                        + " to create"
                        + " database); using an embedded PostgreSQL of the same version")
                .endsWith("Stopped PostgreSQL " + VERSION);
        assertThat(embedded().isRunning()).isFalse();
    }

    @Test
    void whatWasRunningBeforeRunsOn() throws Exception {
        embedded().start();
        ScratchServer scratch = ScratchServer.beside(drivers, new TemporaryServer(this::embedded));
        try (ScratchDatabase database = scratch.create()) {
            assertThat(serverOf(database)).isNotEmpty();
        }
        assertThat(embedded().isRunning()).isTrue();
    }

    @Test
    void aServerThatIsStartedInVainIsStopped() {
        ScratchServer.Place place = new ScratchServer.Place() {
            @Override
            public ConnectionSettings find() {
                return ConnectionSettings.of("jdbc:postgresql://127.0.0.1:1/postgres?user=postgres", "the test");
            }

            @Override
            public void release() {
                said.add("released");
            }
        };

        assertThatThrownBy(() -> ScratchServer.beside(drivers, place).create()).isInstanceOf(SQLException.class);
        assertThat(said).containsExactly("released");
    }
}
