package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizationTest {

    private static Schema normalize(Schema schema) {
        Schema normalized = Normalization.of(schema);
        assertThat(Normalization.of(normalized)).isEqualTo(normalized);
        return normalized;
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(type("int4"), integer()),
                Arguments.of(type("character varying", 5), varchar(5)),
                Arguments.of(type("decimal", 5), type("numeric", 5, 0)),
                Arguments.of(type("char"), type("char", 1)),
                Arguments.of(named("pg_catalog.int8"), bigint()),
                Arguments.of(named("pg_catalog.char"), named("char")),
                Arguments.of(type("mood"), named("mood")),
                Arguments.of(named("Mood"), named("Mood")),
                Arguments.of(type("vector", 3), type("vector", 3)),
                Arguments.of(array(type("int8")), array(bigint())),
                Arguments.of(array(type("_int4")), array(integer())));
    }

    @ParameterizedTest
    @MethodSource("types")
    void spellsTypesInOneWay(SqlType type, SqlType canonical) {
        assertThat(normalize(Schema.of(table("t", column("a", type)))))
                .isEqualTo(Schema.of(table("t", column("a", canonical))));
    }

    private static void becomes(TableElement element, TableElement canonical) {
        Table base = table(
                "t", column("a", integer()).nullable(), column("b c", text()).nullable());
        assertThat(normalize(Schema.of(base.with(element)))).isEqualTo(Schema.of(base.with(canonical)));
    }

    @Test
    void trimsTexts() {
        Column x = column("x", integer()).nullable();
        becomes(x.defaultTo(" ((1)) "), x.defaultTo("1"));
        becomes(x.defaultTo("(1) + (2)"), x.defaultTo("(1) + (2)"));
        becomes(x.defaultTo("(')')"), x.defaultTo("')'"));
        becomes(x.defaultTo("NULL"), x);
        becomes(x.defaultTo("(null::character varying)"), x);
        becomes(x.defaultTo("null || 'a'"), x.defaultTo("null || 'a'"));
        becomes(x.generatedAs("(a + 1)"), x.generatedAs("a + 1"));
        becomes(x.generated(new Generated("\n a /* b */", false)), x.generated(new Generated("a", false)));
        becomes(check("c", "((a > 0)) -- yes"), check("c", "a > 0"));
        becomes(check("c", "(a > 0"), check("c", "(a > 0"));
        becomes(exclusion("c", " USING gist (a WITH =) "), exclusion("c", "USING gist (a WITH =)"));
        becomes(index("i", "a").where("(a > 0)"), index("i", "a").where("a > 0"));
        becomes(index("i", expression("(lower(x))")), index("i", expression("lower(x)")));
    }

    @Test
    void leavesOutWhatTheServerTakesAnyway() {
        Column x = column("x", integer()).nullable();
        becomes(x.collate("default"), x);
        becomes(x.collate("pg_catalog.default"), x);
        becomes(x.collate("pg_catalog.C"), x.collate("C"));
        becomes(x.collate("other.default"), x.collate("other.default"));
        becomes(x.comment(""), x);
        becomes(index("i", "a").using("BTREE"), index("i", "a"));
        becomes(index("i", asc("a").nulls(Index.Nulls.LAST)), index("i", "a"));
        becomes(index("i", desc("a").nulls(Index.Nulls.FIRST)), index("i", desc("a")));
        becomes(index("i", asc("a").nulls(Index.Nulls.FIRST)), index("i", asc("a").nulls(Index.Nulls.FIRST)));
        becomes(
                index("i", desc("a").nulls(Index.Nulls.LAST)),
                index("i", desc("a").nulls(Index.Nulls.LAST)));
        becomes(index("i", asc("a").operatorClass(" int4_ops ")), index("i", asc("a").operatorClass("int4_ops")));
        becomes(index("i", expression("A")), index("i", "a"));
        becomes(index("i", expression("\"b c\"").desc()), index("i", desc("b c")));
    }

    @Test
    void knowsWhichColumnsCannotBeNull() {
        becomes(
                column("x", integer()).nullable().identity(always()),
                column("x", integer()).identity(always()));
        Table key = table(
                "t", column("a", integer()).nullable(), column("b", integer()).nullable(), primaryKey("k", "b"));
        assertThat(normalize(Schema.of(key)))
                .isEqualTo(Schema.of(key.columns(List.of(column("a", integer()).nullable(), column("b", integer())))));
    }

    @Test
    void leavesOutDefaultBounds() {
        SequenceOptions ascending = SequenceOptions.DEFAULT;
        SequenceOptions descending = new SequenceOptions(-1, -1, null, null, 1, false);
        assertThat(List.of(
                        sequence("a").options(ascending.between(1L, Long.MAX_VALUE)),
                        sequence("a").type(type("int4")).options(ascending.between(1L, (long) Integer.MAX_VALUE)),
                        sequence("a").type(type("smallint")).options(ascending.between(1L, 32767L)),
                        sequence("a").options(descending.between(Long.MIN_VALUE, -1L)),
                        sequence("a").options(ascending.between(0L, 32767L)).comment("")))
                .map(NormalizationTest::normalized)
                .containsExactly(
                        sequence("a"),
                        sequence("a").type(integer()),
                        sequence("a").type(type("smallint")),
                        sequence("a").options(descending),
                        sequence("a").options(ascending.between(0L, 32767L)));
        becomes(
                column("x", integer()).identity(always().options(ascending.between(1L, 2147483647L))),
                column("x", integer()).identity(always()));
    }

    private static Sequence normalized(Sequence sequence) {
        Schema schema =
                normalize(Schema.EMPTY.with(sequence).with(enumType("e", "a").comment("")));
        assertThat(schema.enums().values()).containsExactly(enumType("e", "a"));
        return schema.sequences().get(sequence.name());
    }
}
