package dev.albedo.diff.prepare;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.SchemaDiffer;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.Everything;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectFilterTest {

    private static final Schema SCHEMA = Schema.of(
            Set.of("shop"),
            List.of(
                    table("order", column("id", integer()), unique("uq", "id"), unique(null, "id", "id2"))
                            .with(index("ix_a", "id"))
                            .with(index("ix_b", "id")),
                    table("shop.order", column("id", integer()), unique("uq", "id"))
                            .with(index("ix_a", "id"))),
            List.of(sequence("order_seq").ownedBy("order", "id"), sequence("shop.numbers")),
            List.of(enumType("order_state", "NEW")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order                    | order order/uq order/ix_a order/ix_b order_seq
            public.order             | order order/uq order/ix_a order/ix_b order_seq
            order*                   | order order/uq order/ix_a order/ix_b order_seq order_state
            *.order                  | order order/uq order/ix_a order/ix_b order_seq shop.order shop.order/uq shop.order/ix_a
            table:order              | order order/uq order/ix_a order/ix_b order_seq
            table:o?der              | order order/uq order/ix_a order/ix_b order_seq
            table:orde               |
            table:Order              |
            sequence:order_seq       | order_seq
            sequence:*.*             | order_seq shop.numbers
            type:order_state         | order_state
            index:ix_a               | order/ix_a
            index:*.ix_?             | order/ix_a order/ix_b shop.order/ix_a
            constraint:uq            | order/uq
            constraint:order.uq      | order/uq
            constraint:shop.order.uq | shop.order/uq
            constraint:*.*.*         | order/uq shop.order/uq
            schema:shop              | shop shop.order shop.order/uq shop.order/ix_a shop.numbers
            """)
    void excludes(String pattern, String hidden) {
        Set<String> gone = names(SCHEMA);
        gone.removeAll(
                names(ObjectFilter.of("public", List.of(), List.of(pattern)).of(SCHEMA)));

        assertThat(gone).containsExactlyInAnyOrder(hidden == null ? new String[0] : hidden.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column:t.a        | t.a t.len t/uq_a t/ck_a t/ix_a s
            column:public.t.a | t.a t.len t/uq_a t/ck_a t/ix_a s
            column:a          | t.a t.len t/uq_a t/ck_a t/ix_a s
            column:t.len      | t.len
            column:shop.t.a   |
            column:t.k        | t.k t/pk t/ck t/ix_a u/fk
            column:u.t_k      | u.t_k u/fk
            column:*.u.*      | u.id u.t_k u/fk
            """)
    void aColumnGoesWithWhatUsesIt(String pattern, String hidden) {
        Schema schema = Schema.of(
                List.of(),
                List.of(
                        table(
                                "t",
                                column("k", integer()),
                                column("a", integer()),
                                column("len", integer()).generatedAs("a + 1"),
                                primaryKey("pk", "k"),
                                unique("uq_a", "a"),
                                check("ck_a", "a > 0"),
                                check("ck", "k > 0 or 'a' = 'b'"),
                                index("ix_a", "k").where("a > 0")),
                        table(
                                "u",
                                column("id", integer()),
                                column("t_k", integer()),
                                foreignKey("fk", "t_k").references("t", "k"))),
                List.of(sequence("s").ownedBy("t", "a")),
                List.of());
        Set<String> gone = namesAndColumns(schema);
        gone.removeAll(namesAndColumns(
                ObjectFilter.of("public", List.of(), List.of(pattern)).of(schema)));

        assertThat(gone).containsExactlyInAnyOrder(hidden == null ? new String[0] : hidden.split(" "));
    }

    private static Set<String> namesAndColumns(Schema schema) {
        Set<String> names = names(schema);
        schema.tables()
                .values()
                .forEach(table -> table.columns().forEach(column -> names.add(table.name() + "." + column.name())));
        return names;
    }

    @Test
    void includesLimitOnlyTheirOwnKind() {
        assertThat(names(ObjectFilter.of("public", List.of("table:shop.*"), List.of())
                        .of(SCHEMA)))
                .containsExactlyInAnyOrder(
                        "shop", "shop.order", "shop.order/uq", "shop.order/ix_a", "shop.numbers", "order_state");
        assertThat(names(ObjectFilter.of("public", List.of("schema:shop"), List.of("*.numbers"))
                        .of(SCHEMA)))
                .containsExactlyInAnyOrder("shop", "shop.order", "shop.order/uq", "shop.order/ix_a");
    }

    @Test
    void hidesNothingThatNobodyNames() {
        assertThat(ObjectFilter.ALL.of(Everything.SCHEMA)).isSameAs(Everything.SCHEMA);
        assertThat(ObjectFilter.of("public", List.of(), List.of("nothing")).of(Everything.SCHEMA))
                .isEqualTo(Everything.SCHEMA);
    }

    @ParameterizedTest
    @CsvSource({"view:x", "a.b.c", "schema:a.b", "''", "table:", "a..b", "constraint:a.b.c.d", "column:a.b.c.d"})
    void refusesWhatIsNoPattern(String pattern) {
        List<String> patterns = List.of(pattern);
        List<String> none = List.of();
        assertThatThrownBy(() -> ObjectFilter.of("public", none, patterns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the pattern " + pattern + " is ");
    }

    /** As Alembic's AutogenCrossSchemaTest has them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table:t3     |              | create table t3
            table:t1     |              | drop table t1
            table:shop.t4|              | create table shop.t4
            table:shop.t2|              | drop table shop.t2
            table:t6     |              |
            table:*      |              | create table t3, drop table t1
                         | schema:shop  | create table t3, drop table t1
            table:shop.* |              | create table shop.t4, drop table shop.t2
                         | table:public.* | create table shop.t4, drop table shop.t2
            """)
    void onlyWhatIsLeftDiffers(String include, String exclude, String steps) {
        ObjectFilter filter = ObjectFilter.of(
                "public",
                include == null ? List.of() : List.of(include),
                exclude == null ? List.of() : List.of(exclude));
        Schema before = filter.of(schema("t1", "shop.t2", "t6", "shop.t7"));
        Schema after = filter.of(schema("t3", "shop.t4", "t6", "shop.t7"));

        List<String> there = steps == null ? List.of() : List.of(steps.split(", "));
        assertThat(steps(before, after)).containsExactlyInAnyOrderElementsOf(there);
        assertThat(steps(after, before))
                .containsExactlyInAnyOrderElementsOf(there.stream()
                        .map(step -> step.startsWith("create")
                                ? step.replace("create", "drop")
                                : step.replace("drop", "create"))
                        .toList());
    }

    /** As Alembic's IncludeHooksTest and AutogenCheckConstraintFilterTest have them. */
    @Test
    void whatIsHiddenOnATableDoesNotDiffer() {
        ObjectFilter filter = ObjectFilter.of(
                "public", List.of(), List.of("constraint:fk1", "constraint:ck1", "constraint:uq1", "index:ix1"));
        Schema without = filter.of(Schema.of(keyed("t"), keyed("p")));
        Schema with = filter.of(Schema.of(everyKind(""), keyed("p")));
        Schema changed = filter.of(Schema.of(everyKind("z"), keyed("p")));
        List<String> kinds = List.of(
                "foreign key (y) to p (x) on t (fk2)",
                "check (y > 0) on t (ck2)",
                "unique (y) on t (uq2)",
                "index (y) on t (ix2)");
        List<String> others = List.of(
                "foreign key (y, z) to p (x, z) on t (fk2)",
                "check (y > z) on t (ck2)",
                "unique (y, z) on t (uq2)",
                "index (y, z) on t (ix2)");

        assertThat(steps(without, with)).containsExactlyInAnyOrderElementsOf(added(kinds));
        assertThat(steps(with, without)).containsExactlyInAnyOrderElementsOf(dropped(kinds));
        assertThat(steps(with, changed))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(dropped(kinds).stream(), added(others).stream())
                        .toList());
    }

    private static List<String> added(List<String> what) {
        return what.stream()
                .map(each -> (each.startsWith("index") ? "create " : "add ") + each)
                .toList();
    }

    private static List<String> dropped(List<String> what) {
        return what.stream().map(each -> "drop " + each).toList();
    }

    private static Table keyed(String name) {
        return table(name, column("x", integer()), column("y", integer()), column("z", integer()));
    }

    private static Table everyKind(String more) {
        Table table = keyed("t");
        for (String column : List.of("x", "y")) {
            String number = column.equals("x") ? "1" : "2";
            String[] columns = more.isEmpty() ? new String[] {column} : new String[] {column, more};
            String[] referenced = more.isEmpty() ? new String[] {"x"} : new String[] {"x", more};
            table = table.with(foreignKey("fk" + number, columns).references("p", referenced))
                    .with(check("ck" + number, column + " > " + (more.isEmpty() ? "0" : more)))
                    .with(unique("uq" + number, columns))
                    .with(index("ix" + number, columns));
        }
        return table;
    }

    private static Schema schema(String... tables) {
        return Schema.of(
                Set.of("shop"), Stream.of(tables).map(ObjectFilterTest::keyed).toList(), List.of(), List.of());
    }

    private static List<String> steps(Schema from, Schema to) {
        return SchemaDiffer.diff(from, to).operations().stream()
                .map(Operation::describe)
                .toList();
    }

    private static Set<String> names(Schema schema) {
        List<String> names = new ArrayList<>(schema.schemas());
        for (Table table : schema.tables().values()) {
            names.add(table.name().toString());
            table.constraints().stream()
                    .filter(constraint -> constraint.name() != null)
                    .forEach(constraint -> names.add(table.name() + "/" + constraint.name()));
            table.indexes().forEach(index -> names.add(table.name() + "/" + index.name()));
        }
        schema.sequences().keySet().forEach(name -> names.add(name.toString()));
        schema.enums().keySet().forEach(name -> names.add(name.toString()));
        return new TreeSet<>(names);
    }
}
