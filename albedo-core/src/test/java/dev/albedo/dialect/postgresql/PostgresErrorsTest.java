package dev.albedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.ErrorKind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "55P03, CONTENTION",
        "40P01, CONTENTION",
        "40001, CONTENTION",
        "08006, NO_CONNECTION",
        "57P01, NO_CONNECTION",
        "53300, NO_CONNECTION",
        "08004, CLIENT_REFUSED",
        "28P01, AUTHENTICATION",
        "42501, PRIVILEGE",
        "57014, CANCELLED",
        "23505, INTEGRITY",
        "22003, DATA",
        "22P02, DATA",
        "42804, TYPE",
        "54000, LIMIT",
        "55006, IN_USE",
        "42P01, MISSING",
        "42703, MISSING",
        "3F000, MISSING",
        "42601, OTHER",
        "1, OTHER"
    })
    void aStateHasAKind(String state, ErrorKind kind) {
        assertThat(PostgresErrors.kindOf(new SQLException("no", state))).isEqualTo(kind);
        assertThat(PostgresErrors.kindOf(new SQLException("pool", new SQLException("no", state))))
                .isEqualTo(kind);
    }

    @Test
    void whatARunExpectsIsToldFromOtherTextsThatAreNoNumbers() {
        assertThat(expected(PostgresErrors.OTHER_SESSION)).isEqualTo(ErrorKind.OTHER_SESSION);
        assertThat(expected(PostgresErrors.TAKEN)).isEqualTo(ErrorKind.RUN_LOCK_TAKEN);
        assertThat(expected(PostgresErrors.HISTORY_CHANGED)).isEqualTo(ErrorKind.HISTORY_CHANGED);
        assertThat(PostgresErrors.kindOf(new SQLException("without a state"))).isEqualTo(ErrorKind.OTHER);
    }

    private static ErrorKind expected(String text) {
        return PostgresErrors.kindOf(
                new SQLException("invalid input syntax for type integer: \"" + text + "17\"", "22P02"));
    }
}
