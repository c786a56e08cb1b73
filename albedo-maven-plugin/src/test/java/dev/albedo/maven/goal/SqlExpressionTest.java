package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlExpressionTest {

    @Test
    void aCommaSeparatesOutsideOfQuotesAndParentheses() {
        assertThat(SqlExpression.split(
                        "t.a='x, ''y''', t.b=coalesce(c, now()) ,, t.\"a,b\"=array[1, 2],t.e=E'it\\'s, so'"))
                .containsExactly(
                        "t.a='x, ''y'''", "t.b=coalesce(c, now())", "t.\"a,b\"=array[1, 2]", "t.e=E'it\\'s, so'");
        assertThat(SqlExpression.split("t.a='\\',t.b=case'\\',t.c=1")).hasSize(3);
        assertThat(SqlExpression.split("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'unknown'",
                "''",
                "now()",
                "id || '; -- /* ('",
                "(select max(x) from t)",
                "\"odd; name\" + 1",
                "E'\\''",
                "a - -1",
                "case when a then 'b' end"
            })
    void isOne(String text) {
        assertThat(SqlExpression.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | there is no expression
            ` `                     | there is no expression
            'a                      | a quote is not closed
            'it's'                  | a quote is not closed
            "a                      | a quote is not closed
            E'it\\'                 | a quote is not closed
            now(                    | a parenthesis is not closed
            now())                  | a parenthesis is closed that is not open
            1, b = 2                | it is more than one expression
            1; drop table customer  | it is more than one expression
            (1; 2)                  | it is more than one expression
            1 --                    | a comment is no part of an expression
            1 /*                    | a comment is no part of an expression
            """)
    void isNotOne(String text, String problem) {
        assertThat(SqlExpression.problem(text)).hasValue(problem);
    }
}
