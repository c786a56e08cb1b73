package dev.albedo.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one table of cases of all that Albedo asks about SQL. */
class SqlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Name > 1.5e3                  | WORD name, SYMBOL >, NUMBER 1.5e3
            1pwd 0xFFg 1.e-3+1e 2..3      | NUMBER 1, WORD pwd, NUMBER 0xFF, WORD g, NUMBER 1.e-3, SYMBOL +, NUMBER 1, WORD e, NUMBER 2., NUMBER .3
            Ära >= ÄRA                    | WORD Ära, SYMBOL >=, WORD Ära
            "a""b"."C"                    | QUOTED a"b, SYMBOL ., QUOTED C
            'it''s'::text                 | STRING 'it''s', SYMBOL ::, WORD text
            E'it\\'s' 'b\\'               | STRING E'it\\'s', STRING 'b\\'
            b'1' x'f' n'n' U&'d\\0061'    | STRING b'1', STRING x'f', STRING n'n', STRING U&'d\\0061'
            U&"d" e                       | QUOTED d, WORD e
            $$a 'b$$ $x$ $$ $x$           | STRING $$a 'b$$, STRING $x$ $$ $x$
            a$b$c = $1 + $2               | WORD a$b$c, SYMBOL =, SYMBOL $1, SYMBOL +, SYMBOL $2
            a -- b 'c                     | WORD a, COMMENT -- b 'c
            a /* /* b */ ' */ <> c        | WORD a, COMMENT /* /* b */ ' */, SYMBOL <>, WORD c
            f(a:=1, b=>.5)                | WORD f, SYMBOL (, WORD a, SYMBOL :=, NUMBER 1, SYMBOL `,`, WORD b, SYMBOL =>, NUMBER .5, SYMBOL )
            a !~~* 'x'                    | WORD a, SYMBOL !, SYMBOL ~, SYMBOL ~, SYMBOL *, STRING 'x'
            a 'b                          | WORD a, UNCLOSED 'b
            a "b                          | WORD a, UNCLOSED "b
            a $b$ $ $                     | WORD a, UNCLOSED $b$ $ $
            a /* /* */                    | WORD a, UNCLOSED /* /* */
            """)
    void tokens(String sql, String expected) {
        assertThat(Token.scan(sql).stream()
                        .map(token -> token.kind() + " " + token.text())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected.replace("`", ""));
        Token.scan(sql).stream()
                .filter(token -> token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED)
                .forEach(token ->
                        assertThat(sql.substring(token.start(), token.end())).isEqualTo(token.text()));
    }

    @Test
    void whatDoesNotEndIsRefusedWhereItMatters() {
        assertThat(SqlText.tokens("a /* b */ c")).hasSize(2);
        assertThat(SqlText.tokens("a 'b")).isEmpty();
        assertThatThrownBy(() -> Token.of("a $b$ c")).hasMessage("the SQL text \"a $b$ c\" has an unclosed $b$");
        assertThatThrownBy(() -> Token.of("a E'b")).hasMessage("the SQL text \"a E'b\" has an unclosed '");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A > 0 and "B" > c.d      | a, and, B, c, d
            'x' <> E'y\\' z' + $$w$$  | ``
            Ära > 0 -- b             | Ära
            "a""b"                   | a"b
            a > 'b                   | a
            """)
    void names(String sql, String expected) {
        assertThat(String.join(", ", SqlText.names(sql))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a > 0                           | a        | b        | b > 0
            A > 0                           | a        | b        | b > 0
            "a" > 0                         | a        | b        | "b" > 0
            "A" > 0                         | a        | b        | "A" > 0
            "A" > 0                         | A        | b        | b > 0
            Ära > 0                         | Ära      | b        | b > 0
            ÄRA > 0                         | ära      | b        | ÄRA > 0
            "Ära" > 0                       | Ära      | Alter    | "Alter" > 0
            a > 0                           | a        | B        | "B" > 0
            a > 0                           | a        | order    | "order" > 0
            "order" > 0                     | order    | a        | a > 0
            a > 0                           | a        | x"y      | "x""y" > 0
            aa > a_ AND t.a > 0             | a        | b        | aa > a_ AND t.b > 0
            'a' <> 'it''s a' AND a <> 'a'   | a        | b        | 'a' <> 'it''s a' AND b <> 'a'
            E'\\' a' <> a                   | a        | b        | E'\\' a' <> b
            $$a$$ <> a /* a /* a */ a */    | a        | b        | $$a$$ <> b /* a /* a */ a */
            lower(lower) <> lower (x)       | lower    | name     | lower(name) <> lower (x)
            state = 'x'::state              | state    | mood     | mood = 'x'::state
            state = 'x':: public.state      | state    | mood     | mood = 'x':: public.state
            x COLLATE de > de               | de       | fr       | x COLLATE de > fr
            cast(x AS date) > date          | date     | day      | cast(x AS date) > day
            CASE WHEN "end" THEN 1 END      | end      | stop     | CASE WHEN stop THEN 1 END
            """)
    void renamesColumns(String sql, String from, String to, String expected) {
        assertThat(SqlText.renamed(sql, from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nextval('s')                    | s        | t        | nextval('t')
            NEXTVAL ( 'S'::regclass )       | s        | t        | NEXTVAL ( 't'::regclass )
            nextval('"S"') + currval('s')   | "S"      | t        | nextval('t') + currval('s')
            nextval('x.s') + 's'            | x.s      | x."o's"  | nextval('x."o''s"') + 's'
            nextval('"o''s"')               | "o's"    | s        | nextval('s')
            """)
    void renamesSequences(String sql, String from, String to, String expected) {
        assertThat(SqlText.renamedSequence(sql, from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            mood = 'x'::mood                | -        | mood     | temper   | mood = 'x'::temper
            cast(a AS Mood) + 'mood'        | -        | mood     | temper   | cast(a AS temper) + 'mood'
            'x'::"Mood"[]                   | -        | Mood     | temper   | 'x'::temper[]
            'x'::app.mood                   | app      | mood     | Temper   | 'x'::app."Temper"
            'x'::app.mood + 'y'::mood       | -        | mood     | temper   | 'x'::app.mood + 'y'::temper
            'x'::public.mood                | app      | mood     | temper   | 'x'::public.mood
            """)
    void renamesTypes(String sql, String schema, String from, String to, String expected) {
        assertThat(SqlText.renamedType(sql, schema, from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text = 'a'                              | text
            character varying(20)[] = x             | character varying(20)[]
            app."Mood"[])                           | app."Mood"[]
            timestamp(3) without time zone + x      | timestamp(3) without time zone
            numeric(10, 2), b                       | numeric(10, 2)
            double precision                        | double precision
            varchar(                                | varchar(
            """)
    void aTypeEnds(String sql, String type) {
        List<Token> tokens = SqlText.tokens(sql);
        int end = SqlText.typeEnd(tokens, 0);
        assertThat(sql.substring(0, tokens.get(end - 1).end())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a                       | a
            ((a))                   | a
            ` ( a) /* b */ `        | a
            (a) or (b)              | (a) or (b)
            ((a) or (b))            | (a) or (b)
            (a = ')')               | a = ')'
            (a = 'it''s (') or (b)  | (a = 'it''s (') or (b)
            ("a)" or b)             | "a)" or b
            (a + '(') + (b)         | (a + '(') + (b)
            (a[1] > 0)              | a[1] > 0
            (E'\\')' = a)           | E'\\')' = a
            ($$)$$ = a)             | $$)$$ = a
            ()                      | ()
            (a                      | (a
            ('a                     | ('a
            """)
    void outerParenthesesGo(String sql, String trimmed) {
        assertThat(SqlText.trimmed(sql)).isEqualTo(trimmed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A>0 AND"b" IS  NULL /* c */     | a > 0 and b is null
            "Order" = "order" or 'A' = Ä    | "Order" = "order" or 'A' = Ä
            """)
    void canonical(String sql, String canonical) {
        assertThat(SqlText.canonical(sql)).isEqualTo(canonical);
    }

    @Test
    void splitsOutsideOfQuotesAndParentheses() {
        assertThat(SqlText.split(
                        "t.a='x, ''y''', t.b=coalesce(c, now()) ,, t.\"a,b\"=array[1, 2],t.e=E'it\\'s, so'", ","))
                .isEqualTo(List.of(
                        "t.a='x, ''y'''", "t.b=coalesce(c, now())", "", "t.\"a,b\"=array[1, 2]", "t.e=E'it\\'s, so'"));
        assertThat(SqlText.split("t.a='\\',t.b=case'\\',t.c=1", ",")).hasSize(3);
        assertThat(SqlText.split("a; $$b;$$ -- ;\n; 'c", ";")).containsExactly("a", "$$b;$$ -- ;", "'c");
        assertThat(SqlText.split("a OR (b or c) or \"or\"", "or")).containsExactly("a", "(b or c)", "\"or\"");
        assertThat(SqlText.find("a.\"b=c\" = 'x'", "=")).isEqualTo(8);
        assertThat(SqlText.find("a(=)", "=")).isEqualTo(-1);
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
                "$$;($$",
                "a - -1",
                "case when a then 'b' end"
            })
    void isOneExpression(String text) {
        assertThat(SqlText.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | there is no expression
            ` `                     | there is no expression
            'a                      | a quote is not closed
            'it's'                  | a quote is not closed
            "a                      | a quote is not closed
            E'it\\'                 | a quote is not closed
            $$a$                    | a quote is not closed
            now(                    | a parenthesis is not closed
            now())                  | a parenthesis is closed that is not open
            1, b = 2                | it is more than one expression
            1; drop table customer  | it is more than one expression
            (1; 2)                  | it is more than one expression
            1 --                    | a comment is no part of an expression
            1 /*                    | a comment is no part of an expression
            """)
    void isNotOneExpression(String text, String problem) {
        assertThat(SqlText.problem(text)).hasValue(problem);
    }
}
