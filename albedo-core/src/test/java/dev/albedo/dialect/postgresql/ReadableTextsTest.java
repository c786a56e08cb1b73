package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.Index;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.CatalogDump;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as a person spells them, of which the server prints what it printed before. */
class ReadableTextsTest extends AlignmentDatabase {

    private Table readable(Schema known) throws SQLException {
        String before = CatalogDump.everything().of(connection);
        Schema readable = DIALECT.readableTexts(connection, read("t"), Schema.EMPTY, known);
        assertThat(CatalogDump.everything().of(connection)).isEqualTo(before);
        return readable.tables().values().iterator().next();
    }

    private List<String> printed() throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select string_agg(pg_get_constraintdef(oid), '; ' order by conname) from pg_constraint"
                        + " where conrelid = 't'::regclass and contype = 'c'")) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "status in ('A','B'); status in ('A','B')",
                "status = any (array['A', 'B']); status::text in ('A'::text,'B'::text)",
                "status::text = any (array['A'::varchar::text, 'B']);"
                        + " status::text in ('A'::character varying::text,'B'::text)",
                "status not in ('A','it''s'); status not in ('A','it''s')",
                "status = 'A' or status = 'B'; status = 'A' or status = 'B'",
                "(status = 'A' or n = 1) and not (n > 3 and n < 1);"
                        + " (status = 'A' or n = 1) and not (n > 3 and n < 1)",
                "n between 0 and 2; n between 0 and 2",
                "n between -1 and 2; n between -1 and 2",
                "n in (-1, 2); n in (-1,2)",
                "n in (1); n = 1",
                "amount >= 0 and amount < 100.5; amount >= 0 and amount < 100.5",
                "status <> 'A' or (n is not null and amount is not null);"
                        + " status <> 'A' or n is not null and amount is not null",
                "char_length(status) > 3; char_length(status) > 3",
                "lower(status) like 'a%'; lower(status) like 'a%'",
                "status !~~* 'a_'; status not ilike 'a_'",
                "mood in ('sad'); mood = 'sad'",
                "mood in ('sad', 'ok'); mood in ('sad','ok')",
                "\"Odd Name\" in ('(', ',', '::', '\"'); \"Odd Name\" in ('(',',','::','\"')",
                "day > '2020-01-01' and coalesce(n, 0) + 1 > 2; day > '2020-01-01' and (coalesce(n, 0) + 1) > 2",
                "at > timestamp '2020-01-01 00:00:00'; at > '2020-01-01 00:00:00'",
                "case when n > 1 and n < 5 then status = 'A' else true end;"
                        + " case when (n > 1 and n < 5) then (status = 'A') else true end",
                "n is distinct from 4; n is distinct from 4",
                "active and n = 1; active and n = 1",
            })
    void ofAHandMadeCheckIsExact(String made, String spelled) throws SQLException {
        execute("create table t (status varchar(20), n integer, amount numeric(10,2), mood mood, \"Odd Name\" varchar,"
                + " day date, at timestamp, active boolean, constraint ck check (" + made + "))");
        List<String> before = printed();

        List<String> texts = checkTexts(readable(Schema.EMPTY));

        assertThat(texts).containsExactly(spelled);
        execute("alter table t drop constraint ck");
        execute("alter table t add constraint ck check (" + texts.get(0) + ")");
        assertThat(printed()).isEqualTo(before);
    }

    @Test
    void knownToTheMigrationsIsTheirs() throws SQLException {
        execute("create table t (status varchar(20), constraint ck check (status in ('A','B')))");

        assertThat(checkTexts(readable(
                        Schema.of(table("t", column("status", varchar(20)), check("ck", "status in  ('A','B')"))))))
                .containsExactly("status in  ('A','B')");
        assertThat(checkTexts(readable(
                        Schema.of(table("t", column("status", varchar(20)), check("ck", "status in ('A','C')"))))))
                .as("of the migrations, but changed in the database since then")
                .containsExactly("status in ('A','B')");
        assertThat(checkTexts(
                        readable(Schema.of(table("t", column("gone", varchar(20)), check("ck", "gone in ('A','C')"))))))
                .as("of the migrations, but refused by the database now")
                .containsExactly("status in ('A','B')");
    }

    @Test
    void afterADumpIsTheMigrationsOrExact() throws SQLException {
        execute("create table t (status varchar(20), constraint ck check ((status)::text = ANY"
                + " (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])))");

        assertThat(checkTexts(readable(Schema.EMPTY)))
                .containsExactly("status::text in ('A'::character varying::text,'B'::character varying::text)");
        assertThat(checkTexts(readable(
                        Schema.of(table("t", column("status", varchar(20)), check("ck", "status in ('A', 'B')"))))))
                .containsExactly("status in ('A', 'B')");
    }

    @Test
    void ofDefaultsIndexesAndComputedColumns() throws SQLException {
        execute(
                "create table t (status varchar(20) default 'A', n integer default -1, d timestamp default now(), mood mood"
                        + " default 'sad', low text generated always as (lower(status)) stored)");
        execute("create index ix on t (lower(status)) where status = 'A'");

        Table table = readable(Schema.EMPTY);

        assertThat(table.columns())
                .extracting(column -> column.defaultSql())
                .containsExactly("'A'", "-1", "now()", "'sad'", null);
        assertThat(table.column("low").orElseThrow().generated())
                .extracting(generated -> generated.expression())
                .isEqualTo("lower(status)");
        Index index = table.indexes().get(0);
        assertThat(index.where()).isEqualTo("status = 'A'");
        assertThat(index.parts()).extracting(Index.Part::text).containsExactly("lower(status)");
    }

    @Test
    void isAskedOnlyWhereTheModelHasNoSuchText() throws SQLException {
        execute("create table t (status varchar(20) default 'A', constraint ck check (status in ('A','B')))");
        Schema found = read("t");
        CountedConnection counted = CountedConnection.of(connection);

        assertThat(DIALECT.readableTexts(counted.connection(), found, found, Schema.EMPTY))
                .isEqualTo(found);

        assertThat(counted.roundTrips()).hasValue(0);
    }
}
