package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Capability;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.testing.ChangedDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run is refused on a database that cannot do what it relies on. */
class CapabilitiesTest extends RunFixture {

    @ParameterizedTest
    @EnumSource(names = {"SAVEPOINTS", "SEVERAL_STATEMENTS"})
    void aRunIsRefusedWithoutWhatItNeeds(Capability missing) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect lacking = ChangedDialect.of(
                    Dialects.of(connection), "capabilities", EnumSet.complementOf(EnumSet.of(missing)));
            assertThatThrownBy(() -> session(connection, lacking))
                    .isInstanceOf(RunException.class)
                    .hasMessage("migrations cannot run on this database: it has no " + missing
                            + ". Nothing was changed; run them on a database that has");
        }
        assertThat(query("relname", "pg_class where relname like 'albedo%'")).isEmpty();
    }

    @Test
    void aRunNeedsNoTransactionalDdl() throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect lacking = ChangedDialect.of(
                    Dialects.of(connection),
                    "capabilities",
                    EnumSet.complementOf(EnumSet.of(Capability.TRANSACTIONAL_DDL)));
            assertThat(session(connection, lacking).dialect).isSameAs(lacking);
        }
    }

    private Session session(Connection connection, Dialect dialect) throws SQLException {
        return new Session(
                connection, dialect, RunSettings.DEFAULT, RunListener.NONE, ConnectionSource.of(database.dataSource()));
    }
}
