package dev.albedo.safety.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            state in ('A','B','C') | state in ('A','B')
            state in ('A','B') | state in ('B', 'A')
            (state in ('A','B')) | ((state)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))
            state in ('A','it''s') | (state)::text = 'A'::text
            state between 0 and 3 | ((state >= 0) AND (state <= 2))
            state between 0 and 3 | state between 0 and 2
            n in (1,2,3) | (n = ANY (ARRAY[1, 2]))
            a < b | a < b
            """)
    void allowsWhatWasAllowed(String condition, String old) {
        assertThat(ValueCheck.allows(condition, old)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            state in ('A') | state in ('A','B')
            state in ('a','B') | ((state)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))
            state in ('A','B') | other in ('A')
            state in ('A','B') | state in ('A') or state is null
            state in ('A','B') and n > 0 | state in ('A','B')
            state between 0 and 3 | ((state >= 0) OR (state <= 2))
            state between 1 and 3 | ((state >= 0) AND (state <= 2))
            state between 0 and 3 | ((state >= 0) AND (other <= 2))
            state not in ('A','B') | state in ('A')
            lower(state) in ('a','b') | state in ('a')
            a > 0 | a > 1
            """)
    void doesNotGuess(String condition, String old) {
        assertThat(ValueCheck.allows(condition, old)).isFalse();
    }
}
