package dev.albedo.maven.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a,                     a",
                "(a),                   a",
                "((a)),                 a",
                "(a) or (b),            (a) or (b)",
                "((a) or (b)),          (a) or (b)",
                "(a = ')'),             a = ')'",
                "(a = 'it''s (') or (b),(a = 'it''s (') or (b)",
                "(\"a)\" or b),         \"a)\" or b",
                "(a || '(') || (b),     (a || '(') || (b)",
            })
    void outerParenthesesGo(String sql, String bare) {
        assertThat(SqlText.bare(sql)).isEqualTo(bare);
    }
}
