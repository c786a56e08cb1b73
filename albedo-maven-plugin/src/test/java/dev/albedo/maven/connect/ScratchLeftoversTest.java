package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scratch databases of goals that were killed. */
class ScratchLeftoversTest {

    private static final String OLD = "'albedo: scratch database, made at 1000000000'";

    private static List<String> scratches(TestDatabase server) throws Exception {
        return server.query("select datname from pg_database where datname like 'albedo\\_scratch\\_%' order by 1");
    }

    @Test
    void onlyThoseThatAreProvablyLeftAreDropped() throws Exception {
        Drivers drivers = new Drivers(getClass().getClassLoader());
        try (TestDatabase server = TestDatabases.create()) {
            ScratchServer scratch =
                    ScratchServer.beside(drivers, () -> ConnectionSettings.of(server.url(), "the test"));
            for (String name : List.of("left", "used", "unmarked", "marked_by_hand", "of_somebody_else")) {
                server.execute("create database albedo_scratch_" + name);
            }
            server.execute("drop role if exists scratch_owner", "create role scratch_owner");
            server.execute("alter database albedo_scratch_of_somebody_else owner to scratch_owner");
            for (String name : List.of("left", "used", "of_somebody_else")) {
                server.execute("comment on database albedo_scratch_" + name + " is " + OLD);
            }
            server.execute("comment on database albedo_scratch_marked_by_hand is 'mine'");
            ConnectionSettings used = ConnectionSettings.of(server.url(), "the test")
                    .database("albedo_scratch_used")
                    .orElseThrow();
            try (Connection connection = drivers.connect(used)) {
                assertThat(connection.isValid(1)).isTrue();
                try (ScratchDatabase young = scratch.create();
                        ScratchDatabase other = scratch.create()) {
                    assertThat(young).isNotEqualTo(other);
                    assertThat(scratches(server))
                            .as("the two that are young, and those that may be somebody's")
                            .hasSize(6)
                            .contains(
                                    "albedo_scratch_marked_by_hand",
                                    "albedo_scratch_of_somebody_else",
                                    "albedo_scratch_unmarked",
                                    "albedo_scratch_used");
                }
            } finally {
                for (String name : scratches(server)) {
                    server.execute("drop database " + name + " with (force)");
                }
                server.execute("drop role scratch_owner");
            }
        }
    }
}
