package dev.albedo.schema;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDslTest {

    private static Arguments refused(String reason, ThrowingCallable word) {
        return Arguments.of(reason, word);
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                refused("a column has no name", () -> column("", text())),
                refused(
                        "column a can have a default, be an identity or be generated, but only one of these",
                        () -> column("a", integer()).defaultTo("1").identity(byDefault())),
                refused("a primary key has no columns", () -> primaryKey("pk")),
                refused("a unique constraint has no columns", () -> unique("uq")),
                refused("a foreign key has no columns", () -> foreignKey("fk").references("t", "a")),
                refused(
                        "a foreign key from [a, b] to [c] of t does not have a target for each column",
                        () -> foreignKey("fk", "a", "b").references("t", "c")),
                refused("a check has no condition", () -> check("ck", " ")),
                refused("an exclusion constraint has no definition", () -> exclusion("ex", "")),
                refused("index ix has no columns", () -> index("ix", new Index.Part[0])),
                refused("a part of an index is empty", () -> expression("")),
                refused("enum type e names a value twice: [a, a]", () -> enumType("e", "a", "a")),
                refused(
                        "a sequence cannot have the increment 0",
                        () -> counting().incrementBy(0)),
                refused(
                        "a sequence cannot have a cache below 1",
                        () -> counting().cache(0)),
                refused("not the name of a built-in type: Text", () -> type("Text")),
                refused("not the name of a built-in type: text; drop", () -> type("text; drop")),
                refused("not an argument of a type: 1)", () -> type("varchar", "1)")),
                refused("an array of arrays is the same type as an array", () -> array(array(text()))),
                refused(
                        "table t has two of the name a (column)",
                        () -> table("t", column("a", text()), column("a", integer()))),
                refused(
                        "table t has two of the name x (constraint)",
                        () -> table("t", unique("x", "a"), check("x", "b"))),
                refused("table t has two of the name x (index)", () -> table("t", index("x", "a"), index("x", "b"))),
                refused("table t has two primary keys", () -> table("t", primaryKey("a", "a"), primaryKey("b", "b"))),
                refused("two tables have the name t", () -> Schema.of(table("t"), table("t"))),
                refused(
                        "two sequences have the name s",
                        () -> Schema.of(Set.of(), List.of(), List.of(sequence("s"), sequence("s")), List.of())),
                refused(
                        "two enum types have the name e",
                        () -> Schema.of(Set.of(), List.of(), List.of(), List.of(enumType("e"), enumType("e")))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String reason, ThrowingCallable word) {
        assertThatThrownBy(word).isInstanceOf(IllegalArgumentException.class).hasMessage(reason);
    }

    @Test
    void unnamedPartsAreNoDuplicates() {
        Table table = table("t", column("a", text()), unique(null, "a"), check(null, "a <> ''"), index(null, "a"));

        assertThat(table.constraints()).hasSize(2);
        assertThat(Table.of(table.name(), table.elements())).isEqualTo(table);
    }

    @Test
    void constraintsAndIndexesHaveNoOrder() {
        assertThat(table(
                        "t",
                        check("b", "1 = 1"),
                        check("a", "2 = 2"),
                        primaryKey("z", "x"),
                        index("j", "x"),
                        index("i", "x")))
                .isEqualTo(table(
                        "t",
                        index("i", "x"),
                        index("j", "x"),
                        primaryKey("z", "x"),
                        check("a", "2 = 2"),
                        check("b", "1 = 1")));
    }

    @Test
    void namesWithoutOneComeLast() {
        Table table = table(
                "t", unique(null, "a"), unique("uq", "b"), foreignKey("fk", "a").references("t", "b"));

        assertThat(table.constraints()).extracting(Constraint::name).containsExactly("uq", null, "fk");
        assertThat(table.foreignKeys()).hasSize(1);
    }

    @Test
    void saysWhatItIs() {
        assertThat(numeric(10, 2)).hasToString("numeric(10, 2)");
        assertThat(array(named("shop.state"))).hasToString("shop.state[]");
        assertThat(primaryKey("pk", "a", "b").describe()).isEqualTo("primary key (a, b)");
        assertThat(unique("uq", "a").describe()).isEqualTo("unique (a)");
        assertThat(foreignKey("fk", "a").references("s.t", "b").describe()).isEqualTo("foreign key (a) to s.t (b)");
        assertThat(check("ck", "a > 0").describe()).isEqualTo("check (a > 0)");
        assertThat(exclusion("ex", "USING gist (a WITH &&)").describe()).isEqualTo("exclude USING gist (a WITH &&)");
        assertThat(index("ix", desc("a"), expression("lower(b)")).describe()).isEqualTo("index (a desc, lower(b))");
        assertThat(index("ix", "a").unique(true).describe()).isEqualTo("unique index (a)");
    }
}
