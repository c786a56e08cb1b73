package dev.albedo.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.postgresql.PostgresTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowingTest {

    private static boolean isNarrower(String change) {
        String[] types = change.split(" -> ");
        return Narrowing.isNarrower(PostgresTypes.parse(types[0]), PostgresTypes.parse(types[1]));
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
                "numeric -> numeric(20,5)",
                "numeric(10,2) -> numeric(9,2)",
                "numeric(10,2) -> numeric(10,0)",
                "numeric(10,2) -> numeric(10,3)",
                "numeric(10,2) -> bigint",
                "bigint -> numeric(18,0)",
                "double precision -> real",
                "double precision -> integer",
                "double precision -> numeric(10,2)",
                "timestamptz(6) -> timestamptz(3)",
                "timestamp -> date",
                "timestamp -> time",
            })
    void hasNoPlaceForAll(String change) {
        assertThat(isNarrower(change)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar(10) -> varchar(20)",
                "varchar(10) -> text",
                "varchar -> text",
                "integer -> bigint",
                "integer -> numeric(10,0)",
                "bigint -> numeric",
                "numeric(8,2) -> numeric(10,3)",
                "real -> double precision",
                "smallint -> real",
                "timestamp(3) -> timestamp(6)",
                "date -> timestamp",
                "text -> integer",
                "integer -> text",
                "varchar(36) -> uuid",
                "text -> jsonb",
            })
    void hasPlaceForAllOrIsNotComparable(String change) {
        assertThat(isNarrower(change)).isFalse();
    }
}
