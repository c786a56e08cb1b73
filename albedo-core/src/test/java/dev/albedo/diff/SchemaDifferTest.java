package dev.albedo.diff;

import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From, to, expected operations; that they are right both ways is for {@link SchemaDiffLawsTest}. */
class SchemaDifferTest {

    private record Case(String name, Schema from, Schema to, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, Schema from, Schema to, String... expected) {
        return new Case(name, from, to, List.of(expected));
    }

    private static Schema t(TableElement... elements) {
        return Schema.of(table("t", elements));
    }

    private static Schema schema(Object... parts) {
        return Schema.of(
                Set.of(),
                Arrays.stream(parts)
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .toList(),
                Arrays.stream(parts)
                        .filter(Sequence.class::isInstance)
                        .map(Sequence.class::cast)
                        .toList(),
                Arrays.stream(parts)
                        .filter(EnumType.class::isInstance)
                        .map(EnumType.class::cast)
                        .toList());
    }

    private static Stream<Case> cases() {
        Table parent = table("parent", column("id", integer()), primaryKey("pk_parent", "id"));
        Table child = table(
                "child",
                column("id", integer()),
                column("parent", integer()),
                primaryKey("pk_child", "id"),
                foreignKey("fk_child", "parent").references("parent", "id"));
        EnumType state = enumType("state", "a", "b");
        EnumType more = enumType("state", "a", "b", "c");
        Table withState = table(
                "t",
                column("s", named("state")).defaultTo("'a'"),
                check("ck_s", "s <> 'b'"),
                index("ix_s", "s").where("s = 'a'"));
        return Stream.of(
                of(
                        "the order of columns is nothing",
                        t(column("a", integer()), column("b", integer())),
                        t(column("b", integer()), column("a", integer()))),
                of(
                        "parents come before children, and go after them",
                        schema(table("a", column("id", integer())), parent),
                        schema(table("z", column("id", integer())), child, parent),
                        "create table child",
                        "create table z",
                        "drop table a"),
                of(
                        "a foreign key is created with its table, in a circle only the last of it",
                        Schema.EMPTY,
                        schema(
                                table(
                                        "a",
                                        column("id", integer()),
                                        foreignKey("fk_a", "id").references("z", "id")),
                                table(
                                        "x",
                                        column("id", integer()),
                                        primaryKey("pk_x", "id"),
                                        foreignKey("fk_x", "id").references("z", "id")),
                                table(
                                        "z",
                                        column("id", integer()),
                                        primaryKey("pk_z", "id"),
                                        foreignKey("fk_self", "id").references("z", "id"),
                                        foreignKey("fk_z", "id").references("x", "id"))),
                        "create table x",
                        "create table z",
                        "create table a",
                        "add foreign key (id) to z (id) on x (fk_x)"),
                of(
                        "indexes come and go with their table",
                        t(column("a", integer()), index("ix_t", "a")),
                        schema(table("u", column("a", integer()), index("ix_u", "a"))),
                        "create table u",
                        "drop table t"),
                of(
                        "an index whose name another table takes goes first, so that both tables are there at once",
                        t(column("a", integer()), index("ix", "a"), index("ix_t", "a")),
                        schema(table("u", column("a", integer()), index("ix", "a"), index("ix_u", "a"))),
                        "drop index (a) on t (ix)",
                        "create table u",
                        "create index (a) on u (ix)",
                        "drop table t"),
                of(
                        "a foreign key to a key that changes or is an index comes and goes by itself",
                        schema(
                                table(
                                        "p",
                                        column("id", integer()),
                                        column("q", integer()),
                                        index("ix", "q").unique(true)),
                                table(
                                        "old",
                                        column("id", integer()),
                                        foreignKey("fk_old", "id").references("p", "q"))),
                        schema(
                                table(
                                        "p",
                                        column("id", integer()),
                                        column("q", integer()),
                                        index("ix", "q").unique(true),
                                        primaryKey("pk_p", "id")),
                                table(
                                        "new",
                                        column("id", integer()),
                                        foreignKey("fk_new", "id").references("p", "id"))),
                        "drop foreign key (id) to p (q) on old (fk_old)",
                        "create table new",
                        "add primary key (id) on p (pk_p)",
                        "add foreign key (id) to p (id) on new (fk_new)",
                        "drop table old"),
                of("tables that go", schema(child, parent), Schema.EMPTY, "drop table child", "drop table parent"),
                of(
                        "a length changes and its users stay, but for what is computed from it",
                        t(
                                column("a", varchar(10)),
                                column("up", text()).generatedAs("upper(a)"),
                                unique("uq", "a"),
                                check("ck", "a <> ''")),
                        t(
                                column("a", varchar(20)),
                                column("up", text()).generatedAs("upper(a)"),
                                unique("uq", "a"),
                                check("ck", "a <> ''")),
                        "drop column t.up",
                        "alter column t.a: type varchar(10) -> varchar(20)",
                        "add column t.up text"),
                of(
                        "a type changes: texts are taken off, keys stay",
                        t(
                                column("a", integer()),
                                unique("uq", "a"),
                                check("ck", "a > 0"),
                                check("ck_other", "1 > 0"),
                                index("ix", "a"),
                                index("ix_where", "a").where("a > 0")),
                        t(
                                column("a", bigint()),
                                unique("uq", "a"),
                                check("ck", "a > 0"),
                                check("ck_other", "1 > 0"),
                                index("ix", "a"),
                                index("ix_where", "a").where("a > 0")),
                        "drop index (a) where a > 0 on t (ix_where)",
                        "drop check (a > 0) on t (ck)",
                        "alter column t.a: type integer -> bigint",
                        "add check (a > 0) on t (ck)",
                        "create index (a) where a > 0 on t (ix_where)"),
                of(
                        "both ends of a foreign key change their type",
                        schema(parent, child),
                        schema(
                                parent.columns(List.of(column("id", bigint()))),
                                child.columns(List.of(column("id", integer()), column("parent", bigint())))),
                        "drop foreign key (parent) to parent (id) on child (fk_child)",
                        "alter column parent.id: type integer -> bigint",
                        "alter column child.parent: type integer -> bigint",
                        "add foreign key (parent) to parent (id) on child (fk_child)"),
                of(
                        "a key that is referenced changes",
                        schema(parent, child),
                        schema(
                                parent.constraints(List.of(
                                        primaryKey("pk_parent", "id").deferrability(Deferrability.INITIALLY_DEFERRED),
                                        unique("uq_parent", "id"))),
                                child),
                        "drop foreign key (parent) to parent (id) on child (fk_child)",
                        "drop primary key (id) on parent (pk_parent)",
                        "add primary key (id) deferrable initially deferred on parent (pk_parent)",
                        "add unique (id) on parent (uq_parent)",
                        "add foreign key (parent) to parent (id) on child (fk_child)"),
                of(
                        "names change",
                        t(column("a", integer()), unique("x", "a"), check("y", "a > 0"), index("z", "a")),
                        t(column("a", integer()), unique("x2", "a"), check("y2", "a > 0"), index("z2", "a")),
                        "rename constraint x of t to x2",
                        "rename constraint y of t to y2",
                        "rename index z of t to z2"),
                of(
                        "a name moves to another table's index: no rename takes it before it is free",
                        schema(
                                table("a", column("x", integer()), index("one", "x")),
                                table("b", column("x", integer()), index("two", "x"))),
                        schema(
                                table("a", column("x", integer()), index("two", "x")),
                                table("b", column("x", integer()), index("one", "x"))),
                        "drop index (x) on a (one)",
                        "drop index (x) on b (two)",
                        "create index (x) on a (two)",
                        "create index (x) on b (one)"),
                of(
                        "an index becomes unique",
                        t(column("a", integer()), index("ix", "a")),
                        t(column("a", integer()), index("ix", asc("a")).unique(true)),
                        "drop index (a) on t (ix)",
                        "create unique index (a) on t (ix)"),
                of(
                        "a column becomes computed",
                        t(column("a", integer()), column("b", integer()), index("ix", "b")),
                        t(column("a", integer()), column("b", integer()).generatedAs("a + 1"), index("ix", "b")),
                        "drop index (b) on t (ix)",
                        "drop column t.b",
                        "add column t.b integer",
                        "create index (b) on t (ix)"),
                of(
                        "a computed column becomes a plain one and keeps its values",
                        t(column("a", integer()), column("b", integer()).generatedAs("a + 1"), index("ix", "b")),
                        t(column("a", integer()), column("b", integer()).defaultTo("0"), index("ix", "b")),
                        "drop index (b) on t (ix)",
                        "alter column t.b: default none -> 0, generated a + 1 stored -> none",
                        "create index (b) on t (ix)"),
                of(
                        "a computed column is computed otherwise",
                        t(column("a", integer()), column("b", integer()).generatedAs("a + 1")),
                        t(column("a", integer()), column("b", integer()).generatedAs("a + 2")),
                        "alter column t.b: generated a + 1 stored -> " + "a + 2 stored"),
                of(
                        "a computed column is no longer stored",
                        t(column("a", integer()), column("b", integer()).generatedAs("a + 1")),
                        t(column("a", integer()), column("b", integer()).generated(new Generated("a + 1", false))),
                        "drop column t.b",
                        "add column t.b integer"),
                of(
                        "an identity becomes a default and back is one change of the column",
                        t(column("a", integer()).identity(byDefault())),
                        t(column("a", integer()).defaultTo("7")),
                        "alter column t.a: default none -> 7, identity by default -> none"),
                of(
                        "a new table owns a new sequence",
                        Schema.EMPTY,
                        schema(
                                sequence("s").ownedBy("t", "a"),
                                table("t", column("a", integer()).defaultTo("nextval('s')"))),
                        "create sequence s",
                        "create table t",
                        "alter sequence s: owner none -> t.a"),
                of(
                        "a sequence stays when its owner goes",
                        schema(
                                sequence("s").ownedBy("t", "a"),
                                table("t", column("a", integer()), column("b", text()))),
                        schema(sequence("s"), table("t", column("b", text()))),
                        "alter sequence s: owner t.a -> none",
                        "drop column t.a"),
                of(
                        "a column that stays owns a new sequence",
                        schema(table("t", column("a", integer()))),
                        schema(sequence("s").ownedBy("t", "a"), table("t", column("a", integer()))),
                        "create sequence s"),
                of(
                        "an enum type gets a value",
                        schema(state, withState),
                        schema(more, withState),
                        "alter enum type state from [a, b] to [a, b, c]"),
                of(
                        "the name of an enum type becomes that of a table",
                        schema(state, table("t", column("s", named("state")), column("x", integer()))),
                        schema(
                                table("state", column("id", integer()), primaryKey("pk_state", "id")),
                                table(
                                        "t",
                                        column("x", integer()),
                                        foreignKey("fk", "x").references("state", "id"))),
                        "drop column t.s",
                        "drop enum type state",
                        "create table state",
                        "add foreign key (x) to state (id) on t (fk)"),
                of(
                        "a table is replaced by one that takes the name of its key",
                        schema(table("old", column("mail", text()), unique("uq_mail", "mail"))),
                        schema(table("new", column("mail", text()), unique("uq_mail", "mail"))),
                        "drop table old",
                        "create table new"),
                of(
                        "comments",
                        schema(table("t", column("a", integer())), state),
                        schema(table("t", column("a", integer()).comment("x")).comment("y"), state.comment("z")),
                        "alter enum type state from [a, b] to [a, b]",
                        "set the comment of table t",
                        "alter column t.a: comment none -> x"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Case each) {
        SchemaDiff diff = SchemaDiffer.diff(each.from(), each.to());

        assertThat(diff.operations().stream().map(Operation::describe)).containsExactlyElementsOf(each.expected());
        assertThat(SchemaDiffer.diff(diff.applyTo(each.from()), each.to()).isEmpty())
                .isTrue();
        assertThat(SchemaDiffer.diff(diff.reverse().applyTo(each.to()), each.from())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anEnumTypeIsMadeAnewIfAValueIsUsedAtOnce() {
        EnumType state = enumType("state", "a", "b");
        EnumType more = enumType("state", "a", "b", "c");
        Table plain = table("t", column("s", named("state")), column("x", text()));

        assertThat(rebuilds(schema(state, plain), schema(more, plain))).isFalse();
        assertThat(rebuilds(
                        schema(state, plain),
                        schema(
                                more,
                                plain.columns(
                                        List.of(column("s", named("state")).defaultTo("'c'"))))))
                .isTrue();
        assertThat(rebuilds(schema(state, plain), schema(more, plain.with(check("ck", "s <> 'c'")))))
                .isTrue();
        assertThat(rebuilds(
                        schema(state, plain),
                        schema(
                                more,
                                plain,
                                table("u", column("s", array(named("state"))).defaultTo("'{}'")))))
                .isFalse();
        assertThat(rebuilds(
                        schema(state, plain),
                        schema(more, plain, table("u", column("n", text()).defaultTo("'c'")))))
                .as("the same text, but of no column of that type")
                .isFalse();
        assertThat(rebuilds(
                        schema(state, plain),
                        schema(more, plain.columns(List.of(column("s", named("state")), column("x", named("state")))))))
                .as("a text column may hold the new value")
                .isTrue();
        assertThat(rebuilds(schema(more, plain), schema(state, plain))).isTrue();
    }

    private static boolean rebuilds(Schema from, Schema to) {
        return SchemaDiffer.diff(from, to).operations().stream()
                .anyMatch(operation -> operation instanceof Operation.AlterEnum alter && alter.rebuild());
    }

    @Test
    void refusesWhatHasNoName() {
        assertThatThrownBy(() -> SchemaDiffer.diff(Schema.EMPTY, t(column("a", integer()), unique(null, "a"))))
                .hasMessage("table t cannot be compared: its unique (a) has no name; a NamingConvention gives it one");
        assertThatThrownBy(() -> SchemaDiffer.diff(t(column("a", integer()), index(null, "a")), Schema.EMPTY))
                .hasMessage("table t cannot be compared: its index (a) has no name; a NamingConvention gives it one");
    }

    @Test
    void renamesAreTableByTableUnlessANameGoesFromOneToAnother() {
        Schema from = schema(
                table("a", column("x", integer()), index("ix_a", "x")),
                table("b", column("x", integer()), column("y", integer()), index("ix_b", "x")));
        Schema to = schema(
                table("c", column("z", integer()), index("ix_c", "z")),
                table("d", column("z", integer()), column("y", integer()), index("ix_d", "z")));
        Schema chained = schema(
                table("b", column("z", integer()), index("ix_c", "z")),
                table("d", column("z", integer()), column("y", integer()), index("ix_d", "z")));

        assertThat(described(from, to, "a->c,b->d,a.x->z,b.x->z"))
                .containsExactly(
                        "rename table a to c",
                        "rename column c.x to z",
                        "rename index ix_a of c to ix_c",
                        "rename table b to d",
                        "rename column d.x to z",
                        "rename index ix_b of d to ix_d");
        assertThat(described(from, chained, "a->b,b->d,a.x->z,d.x->z"))
                .startsWith("rename table b to d", "rename table a to b");
    }

    private static List<String> described(Schema from, Schema to, String renames) {
        return SchemaDiffer.diff(from, to, Renames.parse(renames)).operations().stream()
                .map(Operation::describe)
                .toList();
    }

    @Test
    void twoRunsGiveTheSame() {
        Schema from = t(column("a", integer()), column("b", numeric(5, 2)));
        Schema to = t(column("c", integer()), column("b", numeric(5, 3)));

        assertThat(SchemaDiffer.diff(from, to)).isEqualTo(SchemaDiffer.diff(from, to));
    }
}
