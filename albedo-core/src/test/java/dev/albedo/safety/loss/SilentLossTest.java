package dev.albedo.safety.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilentLossTest {

    private static Optional<String> loss(String change, @Nullable String using) {
        String[] types = change.split(" -> ");
        return SilentLoss.of(
                Dialects.spelling().type(types[0]), Dialects.spelling().type(types[1]), using);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numeric -> numeric(20,5)            | digits that numeric(20, 5) rounds off
            numeric(10,2) -> numeric(10,0)      | digits that numeric(10, 0) rounds off
            numeric(10,2)[] -> numeric(10,1)[]  | digits that numeric(10, 1) rounds off
            numeric(10,2) -> bigint             | digits that bigint rounds off
            numeric -> money                    | digits that money rounds off
            double precision -> real            | digits that real rounds off
            double precision -> integer         | digits that integer rounds off
            double precision -> numeric(10,2)   | digits that numeric(10, 2) rounds off
            double precision -> numeric         | digits that numeric rounds off
            bigint -> double precision          | digits that double precision rounds off
            integer -> real                     | digits that real rounds off
            text -> numeric(10,2)               | digits that numeric(10, 2) rounds off
            text -> real                        | digits that real rounds off
            timestamptz(6) -> timestamptz(3)    | fractions of seconds that timestamptz(3) rounds off
            timestamp -> timestamptz(0)         | fractions of seconds that timestamptz(0) rounds off
            timestamp -> date                   | the time of day
            timestamptz -> date                 | the time of day
            timestamp -> time                   | the date
            timetz -> time                      | the offset from UTC
            interval -> time                    | the days
            interval -> interval day            | fields that interval day does not hold
            text -> name                        | characters beyond name
            integer -> bit(3)                   | bits beyond bit(3)
            """)
    void isWhatNoErrorTells(String change, String lost) {
        assertThat(loss(change, null)).contains(lost);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar(20) -> varchar(10)",
                "varchar -> varchar(10)",
                "text -> varchar(10)",
                "text -> char(3)",
                "varchar(10)[] -> varchar(5)[]",
                "bigint -> integer",
                "integer -> smallint",
                "numeric(10,2) -> numeric(9,2)",
                "numeric(10,2) -> numeric(10,3)",
                "numeric(10,0) -> integer",
                "bigint -> numeric(18,0)",
                "text -> integer",
                "varchar(36) -> uuid",
                "bit(5) -> bit(3)",
            })
    void isNotWhatTheServerRefuses(String change) {
        assertThat(loss(change, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar(10) -> varchar(20)",
                "varchar(10) -> text",
                "varchar -> text",
                "integer -> bigint",
                "integer -> numeric(10,0)",
                "integer -> double precision",
                "bigint -> numeric",
                "numeric(8,2) -> numeric(10,3)",
                "numeric(15,2) -> double precision",
                "varchar(5) -> real",
                "real -> double precision",
                "smallint -> real",
                "timestamp(3) -> timestamp(6)",
                "timestamp -> timestamptz",
                "date -> timestamp",
                "integer -> text",
                "text -> jsonb",
                "text -> numeric",
            })
    void isNothingWhereAllHavePlace(String change) {
        assertThat(loss(change, null)).isEmpty();
    }

    @Test
    void isWhatAnExpressionCutsOff() {
        assertThat(loss("varchar(20) -> varchar(10)", "left(name, 10)")).contains("characters beyond varchar(10)");
        assertThat(loss("text -> varchar(10)", "name::varchar(10)")).contains("characters beyond varchar(10)");
        assertThat(loss("varchar(10) -> varchar(20)", "upper(name)")).isEmpty();
    }
}
