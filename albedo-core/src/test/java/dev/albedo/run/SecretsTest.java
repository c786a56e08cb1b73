package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.BulkInsert;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a password in a text that must say everything else. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1password 'sesame'",
                "select 1 as \"the password\"\"\", 2 as \"password\"\"\" 'sesame'",
                "create role r password 'sesame' login",
                "create role r PASSWORD\n  'sesa''me, sesame'",
                "create role r password E'sesa\\'sesame'",
                "create user mapping for r server s options (user 'u', password 'sesame')",
                "select dblink_connect('host=db password=sesame user=u')",
                "select dblink_connect('postgresql://u:sesame@db/shop')",
                "update account set password = 'sesame' where id = 1",
                "create role r password $$sesame$$",
                "alter user r with encrypted password $pw$sesame$pw$ valid until 'infinity'",
                "create role r password /* it is */ 'sesame'",
                "create role r password -- it is 'y'\n 'sesame'",
                "create role r password N'sesame'",
                "create server s foreign data wrapper postgres_fdw options (host 'db', \"password\" 'sesame')",
                "alter user mapping for r server s options (set sslpassword 'sesame')",
                "create subscription s connection 'host=db password=sesame user=u' publication p",
                "create subscription s connection 'host=db password=''sesame street'' user=u' publication p",
                "alter subscription s connection 'postgresql://u:with@sesame@db/shop'",
                "select dblink_connect('c', 'host=db password = sesame')",
                "select dblink_connect('postgresql://db/shop?user=u&password=sesame')",
                "do $$ begin execute 'create role r password ''sesame'''; end $$",
                "do $a$ begin execute format($b$alter role r password 'sesame'$b$); end $a$",
                "insert into note values (pgp_sym_encrypt('text, with (commas)', 'sesame', 'cipher-algo=aes256'))",
                "insert into account values ('u', crypt('sesame', gen_salt('bf')))",
                "create function f() returns text language sql as $$ select pgp_sym_decrypt(secret, 'sesame') $$",
                "alter role r set app.password to 'sesame'"
            })
    void arePasswords(String sql) {
        assertThat(Secrets.maskPasswords(sql)).contains("***").doesNotContain("sesame");
        assertThat(Secrets.maskSql(sql)).contains("***").doesNotContain("sesame");
        assertThat(Secrets.words(new RunSql(sql, null))).doesNotContain("sesame");
        assertThat(Secrets.words(
                        new RunSql(" ".repeat(3) + "select 'x' as a_column_of_some_length, ".repeat(2) + sql, null)))
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
        assertThat(Secrets.maskSql(sql)).isEqualTo(sql);
    }

    /** What opens a door like a password, and yet may have to be in a script. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update setting set api_token = 'sesame'",
                "create user mapping for r server s options (secret_access_key 'sesame')",
                "alter role r set app.client_secret = 'sesame'",
                "alter system set x.api_key to 'sesame'"
            })
    void areTokens(String sql) {
        assertThat(Secrets.maskPasswords(sql)).isEqualTo(sql);
        assertThat(Secrets.maskSql(sql)).contains("'***'").doesNotContain("sesame");
        assertThat(Secrets.words(new RunSql(sql, null))).doesNotContain("sesame");
    }

    @Test
    void namesAreNotTouched() {
        String sql = "create role x password 'x'; alter table vtr_log add x text; select 'x' from x";
        assertThat(Secrets.maskSql(sql))
                .isEqualTo("create role x password '***'; alter table vtr_log add x text; select 'x' from x");
    }

    /** What the log keeps, and what the checksum is computed from. */
    @Test
    void theCanonicalTextDoesNotDependOnThem() {
        assertThat(text(new RunSql("create role r password $$one$$", null)))
                .isEqualTo(text(new RunSql("create role r password 'two'", null)));
        assertThat(text(new RunSql("create role r password 'one'", null)))
                .isNotEqualTo(text(new RunSql("create role q password 'one'", null)));
    }

    @Test
    void rowsAreADigest() {
        BulkInsert insert = insert("sesame");
        assertThat(text(insert)).doesNotContain("sesame").contains("rows \"2\", digest ", "account", "login");
        assertThat(text(insert)).isEqualTo(text(insert("sesame"))).isNotEqualTo(text(insert("Sesame")));
        assertThat(text(insert))
                .isNotEqualTo(text(new BulkInsert(
                        insert.table(),
                        insert.columns(),
                        List.of(insert.rows().get(1), insert.rows().get(0)))));
    }

    private static BulkInsert insert(String value) {
        return new BulkInsert(
                QualifiedName.of("account"), List.of("login", "note"), List.of(row("a", value), row("b", 1)));
    }

    private static String text(Operation operation) {
        return OperationText.of(operation, "").toString();
    }

    @Test
    void mayBeLong() {
        String text = "password '" + "a''".repeat(100_000) + "'" + " password".repeat(10_000);
        assertThat(Secrets.maskPasswords(text)).startsWith("password '***' password");
    }

    @Test
    void takesPasswordsOutOfStatementsThatAreFormatted() {
        assertThat(Secrets.maskSql("execute format('alter role app password %L', 'x1')"))
                .isEqualTo("execute format('alter role app password %L', '***')");
        assertThat(Secrets.maskSql("do $x$ begin execute format('alter role %I password %L', 'app', 'x1'); end $x$"))
                .isEqualTo("do $x$ begin execute format('alter role %I password %L', '***', '***'); end $x$");
        assertThat(Secrets.maskSql("select set_config('app.password', 'x1', true)"))
                .isEqualTo("select set_config('app.password', '***', true)");
        assertThat(Secrets.maskSql("select set_config('app.name', 'x1', true), format('%s', 'x2')"))
                .isEqualTo("select set_config('app.name', 'x1', true), format('%s', 'x2')");
    }
}
