package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation.RunSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a password in a text that must say everything else. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role r password 'sesame' login",
                "create role r PASSWORD\n  'sesa''me, sesame'",
                "create role r password E'sesa\\'sesame'",
                "create user mapping for r server s options (user 'u', password 'sesame')",
                "select dblink_connect('host=db password=sesame user=u')",
                "select dblink_connect('postgresql://u:sesame@db/shop')",
                "update account set password = 'sesame' where id = 1"
            })
    void arePasswords(String sql) {
        assertThat(Secrets.maskPasswords(sql)).contains("***").doesNotContain("sesame");
        assertThat(Secrets.mask(new RunSql(sql, null).describe())).doesNotContain("sesame");
        assertThat(Secrets.mask(
                        new RunSql(" ".repeat(3) + "select 'x' as a_column_of_some_length, ".repeat(2) + sql, null)
                                .describe()))
                .as("also where its description is cut")
                .doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account set token = upper(token), password=crypt(password, 'x')",
                "alter table account add check (password <> '')",
                "create table t (secret text, password varchar(60))",
                "select 'https://example.org:8080/a@b'"
            })
    void areNone(String sql) {
        assertThat(Secrets.maskPasswords(sql)).isEqualTo(sql);
    }

    @Test
    void mayBeLong() {
        String text = "password '" + "a''".repeat(100_000) + "'" + " password".repeat(10_000);
        assertThat(Secrets.maskPasswords(text)).startsWith("password '***' password");
    }
}
