package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.ModelSqlException;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.CatalogDump;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAlignmentTest extends AlignmentDatabase {

    @Test
    void sendsNothingIfNoTextDiffers() throws SQLException {
        execute(
                "CREATE TABLE t (a integer DEFAULT 1, CONSTRAINT ck CHECK (a > 0), CHECK (a < 9)); CREATE INDEX ON t ((a + 1))");
        Schema found = read("t");
        CountedConnection counted = CountedConnection.of(connection);

        Table unnamed = found.tables().get(QualifiedName.of("t"));
        unnamed = unnamed.constraints(
                unnamed.constraints().stream().map(each -> each.named(null)).toList());
        assertThat(DIALECT.alignTexts(counted.connection(), found, found)).isEqualTo(found);
        assertThat(DIALECT.alignTexts(counted.connection(), found, Schema.of(unnamed)))
                .isEqualTo(found);
        assertThat(DIALECT.alignTexts(counted.connection(), found, Schema.EMPTY))
                .isEqualTo(found);
        assertThat(DIALECT.alignTexts(counted.connection(), Schema.EMPTY, found))
                .isEqualTo(Schema.EMPTY);
        assertThat(counted.roundTrips()).hasValue(0);
    }

    @Test
    void asksOnceForAllTables() throws SQLException {
        List<Integer> roundTrips = new ArrayList<>();
        for (int tables : new int[] {1, 60}) {
            List<Table> found = new ArrayList<>();
            List<Table> wanted = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                String name = "t" + tables + "_" + i;
                execute("CREATE TABLE " + name + " (id bigint DEFAULT 7, b varchar(" + (10 + i)
                        + "), CHECK (b IN ('A', 'B')))");
                Table table = CatalogTexts.read(connection, QualifiedName.of(name));
                found.add(table);
                wanted.add(table(
                                "unused",
                                table.columns().get(0).defaultTo("'7'"),
                                table.columns().get(1),
                                check(null, "b in ('A','B')"))
                        .named(table.name()));
            }
            CountedConnection counted = CountedConnection.of(connection);
            Schema aligned = DIALECT.alignTexts(
                    counted.connection(),
                    DIALECT.normalize(Schema.of(found.toArray(Table[]::new))),
                    Schema.of(wanted.toArray(Table[]::new)));
            roundTrips.add(counted.roundTrips().get());
            for (Table each : wanted) {
                Table got = aligned.tables().get(each.name());
                assertThat(got.columns()).isEqualTo(each.columns());
                assertThat(checkTexts(got)).isEqualTo(checkTexts(each));
            }
        }
        assertThat(roundTrips.get(1)).isEqualTo(roundTrips.get(0)).isLessThan(10);
    }

    @Test
    void leavesTheTransactionAsItWas() throws SQLException {
        execute("CREATE TABLE t (a integer DEFAULT 1)");
        Schema found = read("t");
        Schema model =
                Schema.of(table("t", column("a", PostgresTypes.parse("int")).defaultTo("(2-1)")));

        connection.setAutoCommit(false);
        execute("CREATE TABLE mine (id bigint)");
        align(found, model);
        assertThat(connection.getAutoCommit()).isFalse();
        connection.commit();
        connection.setAutoCommit(true);
        align(found, model);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(CatalogDump.everything().of(database)).contains("table public.mine");
    }

    @Test
    void usesNoValueOfASequence() throws SQLException {
        execute("CREATE TABLE t (a bigint DEFAULT nextval('seq'))");
        align(
                read("t"),
                Schema.of(table("t", column("a", PostgresTypes.parse("bigint")).defaultTo("nextval( 'seq' )"))));
        try (ResultSet row = connection.createStatement().executeQuery("SELECT is_called FROM seq")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void reportsAllTextsThatAreNoSql() throws SQLException {
        execute(
                "CREATE TABLE t (a integer DEFAULT 1, b text, CONSTRAINT ck CHECK (a > 0)); CREATE INDEX ix ON t (lower(b));"
                        + " CREATE TABLE u (a integer DEFAULT 2, CONSTRAINT ck CHECK (a < 0))");
        Schema found = read("t", "u");
        Column a = column("a", PostgresTypes.parse("int")).nullable();
        Column b = column("b", PostgresTypes.parse("text")).nullable();
        Schema model = Schema.of(
                table(
                        "t",
                        a.defaultTo("1 +"),
                        b,
                        check("ck", "lenght(b) > 0"),
                        index("ix", expression("lower(nothing)"))),
                table("u", a.defaultTo("'unclosed"), check("ck", "a)")));

        assertThatThrownBy(() -> align(found, model))
                .isInstanceOfSatisfying(
                        ModelSqlException.class,
                        e -> assertThat(e.problems())
                                .satisfiesExactlyInAnyOrder(
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "the default of column a of table t is \"1 +\", which PostgreSQL does"
                                                                + " not understand: syntax error"),
                                        problem -> assertThat(problem)
                                                .startsWith("a constraint of table t (ck) is \"lenght(b) > 0\"")
                                                .contains("function lenght(text) does not exist"),
                                        problem -> assertThat(problem)
                                                .startsWith("index ix of table t is \"lower(nothing)\"")
                                                .contains("column \"nothing\" does not exist"),
                                        problem -> assertThat(problem)
                                                .startsWith("the default of column a of table u is \"'unclosed\""),
                                        problem -> assertThat(problem)
                                                .startsWith("a constraint of table u (ck) is \"a)\"")));
    }

    @Test
    void takesWhatIsNotThereYetForADifference() throws SQLException {
        execute(
                "CREATE TABLE t (m mood DEFAULT 'ok', s varchar(9) DEFAULT 'A', n bigint DEFAULT 1, a integer,"
                        + " CONSTRAINT ck_m CHECK (m <> 'ok'), CONSTRAINT ck_s CHECK (s <> 'A'), CONSTRAINT ck_a CHECK (a > 0))");
        Schema found = read("t").with(new EnumType(QualifiedName.of("mood"), List.of("sad", "ok"), null));
        Table t = found.tables().get(QualifiedName.of("t"));
        Table wanted = table(
                "t",
                t.column("m").orElseThrow().defaultTo("'new'"),
                t.column("s").orElseThrow().type(PostgresTypes.parse("size")).defaultTo("'A'"),
                t.column("n").orElseThrow().defaultTo("nextval('not_yet')"),
                t.column("a").orElseThrow(),
                column("added", varchar(3)),
                check("ck_m", "m <> 'new'"),
                check("ck_s", "s <> 'A'"),
                check("ck_a", "a>0"));
        Schema model = Schema.of(wanted)
                .with(new EnumType(QualifiedName.of("mood"), List.of("sad", "ok", "new"), null))
                .with(new EnumType(QualifiedName.of("size"), List.of("A"), null));

        Table aligned = align(found, model).tables().get(t.name());

        assertThat(aligned.columns()).extracting(Column::defaultSql).containsExactly("'ok'::mood", "'A'", "1", null);
        assertThat(checkTexts(aligned)).containsExactlyInAnyOrder("m <> 'ok'::mood", "(s)::text <> 'A'::text", "a>0");
    }

    /** What ALTER TYPE makes of a check is the same as what a new one with the new type is, or it is a difference. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar(9) | varchar(30) | c in ('A', 'B') | true",
                "varchar(9) | varchar(30) | length(c) > 3 | true",
                "varchar(9) | text | c in ('A', 'B') | false",
                "varchar(9) | text | length(c) > 3 | true",
                "integer | bigint | c > 0 | true",
                "integer | numeric(10,2) | c > 0 | true",
                "integer | smallint | c between 0 and 3 | true",
                "timestamp | timestamp(6) | c > '2020-01-01' | true",
            })
    void staysAlignedOverAChangeOfType(String from, String to, String text, boolean same) throws SQLException {
        execute("CREATE TABLE t (c " + from + ", CONSTRAINT ck CHECK (" + text + "))");
        Schema model = Schema.of(table(
                "t",
                column("c", PostgresTypes.parse(to)).nullable(),
                check(null, text.toUpperCase(Locale.ROOT).replace(" IN ", " in "))));
        String wanted = checkTexts(model.tables().get(QualifiedName.of("t"))).get(0);

        Table first = align(read("t"), model).tables().get(QualifiedName.of("t"));
        assertThat(checkTexts(first).get(0).equals(wanted)).isEqualTo(same);

        if (!same) {
            execute("ALTER TABLE t DROP CONSTRAINT ck");
        }
        execute("ALTER TABLE t ALTER c TYPE " + to);
        if (!same) {
            execute("ALTER TABLE t ADD CONSTRAINT ck CHECK (" + text + ")");
        }
        assertThat(align(read("t"), model))
                .isEqualTo(align(read("t"), read("t"))
                        .with(model.tables().get(QualifiedName.of("t")).constraints(List.of(check("ck", wanted)))));
    }

    @Test
    void findsTheSameDefaultOverAChangeOfType() throws SQLException {
        execute("CREATE TABLE t (a varchar(9) DEFAULT 'ok', b integer DEFAULT 0, c varchar(9) DEFAULT '1')");
        Schema model = Schema.of(table(
                "t",
                column("a", PostgresTypes.parse("mood")).defaultTo("'ok'"),
                column("b", PostgresTypes.parse("numeric")).defaultTo(" 0"),
                column("c", PostgresTypes.parse("integer")).defaultTo("1 - -")));

        assertThat(align(read("t"), model).tables().get(QualifiedName.of("t")).columns())
                .extracting(Column::defaultSql)
                .containsExactly("'ok'", "0", "'1'::character varying");
    }

    @Test
    void pairsByNameFirstThenByMeaning() throws SQLException {
        execute(
                "CREATE TABLE t (a integer, CONSTRAINT x CHECK (a > 1), CONSTRAINT y CHECK (a > 2), CONSTRAINT z CHECK (a > 3))");
        Column a = column("a", PostgresTypes.parse("int")).nullable();
        Schema model = Schema.of(
                table("t", a, check("x", "a>3"), check(null, "a>1"), check("other", "a>2"), check(null, "a>4")));

        assertThat(align(read("t"), model).tables().get(QualifiedName.of("t")).constraints())
                .containsExactly(check("x", "a > 1"), check("y", "a>2"), check("z", "a > 3"));
    }

    @Test
    void pairsIndexesByStructureAndMeaning() throws SQLException {
        execute(
                "CREATE TABLE t (a integer, b text); CREATE INDEX one ON t (lower(b)) WHERE a > 0;"
                        + " CREATE INDEX two ON t (lower(b)) WHERE a > 1; CREATE UNIQUE INDEX three ON t (lower(b)) WHERE a > 2");
        Schema found = read("t");
        Index one = index(null, expression("LOWER(b)"));
        Schema model = Schema.of(found.tables()
                .get(QualifiedName.of("t"))
                .indexes(List.of(
                        one.where("a>1"), one.where("a>2"), one.named("uno").where("a>0"))));

        assertThat(align(found, model).tables().get(QualifiedName.of("t")).indexes())
                .containsExactlyInAnyOrder(
                        one.named("one").where("a>0"),
                        one.named("two").where("a>1"),
                        index("three", expression("lower(b)")).unique(true).where("a > 2"));
    }

    @Test
    void alignsExclusionsAndOddNames() throws SQLException {
        execute(
                "CREATE TABLE other.\"Order\" (\"user\" integer, \"a \"\"b\"\" ü\" varchar(9) DEFAULT 'x', during tsrange,"
                        + " CONSTRAINT \"Ck 1\" CHECK (\"user\" > 0 AND \"a \"\"b\"\" ü\" <> ''),"
                        + " CONSTRAINT ex EXCLUDE USING gist (during WITH &&) WHERE (\"user\" > 0))");
        Schema found = read("other.Order");
        QualifiedName name = new QualifiedName("other", "Order");
        List<Constraint> constraints = List.of(
                check("Ck 1", "\"Order\".\"user\">0 and other.\"Order\".\"a \"\"b\"\" ü\"<>''"),
                exclusion("ex", "using gist (during with &&) where (\"user\">0)"));
        Schema model = Schema.of(found.tables().get(name).constraints(constraints));

        assertThat(align(found, model)).isEqualTo(model);
    }

    @Test
    void saysWhichRightIsMissing() throws SQLException {
        execute("CREATE TABLE t (a integer DEFAULT 1)");
        Schema found = read("t");
        execute("REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC; CREATE ROLE weak_" + database.name()
                + "; SET ROLE weak_" + database.name());
        Schema model =
                Schema.of(table("t", column("a", PostgresTypes.parse("int")).defaultTo("2")));
        try {
            assertThatThrownBy(() -> DIALECT.alignTexts(connection, found, model))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("GRANT it TEMPORARY on the database");
        } finally {
            execute("RESET ROLE; DROP ROLE weak_" + database.name());
        }
    }
}
