package dev.albedo.operation;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.row;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.testing.Everything;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Schema SCHEMA = Schema.of(
            Set.of("s"),
            List.of(
                    table(
                            "t",
                            column("a", integer()),
                            column("b", text()),
                            primaryKey("pk", "a"),
                            unique("uq", "b"),
                            index("ix", "a")),
                    table("u", column("a", integer()), foreignKey("fk", "a").references("t", "a"))),
            List.of(sequence("q").ownedBy("t", "a"), sequence("r")),
            List.of(enumType("e", "x", "y")));

    private static Operation said(Consumer<Operations> sentence) {
        List<Operation> said = new ArrayList<>();
        sentence.accept(said::add);
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private static boolean canBeUndone(Operation operation) {
        return !(operation instanceof Operation.RunStep || operation instanceof Operation.BulkInsert);
    }

    @Test
    void whatIsUndoneLeavesNothingBehind() {
        Schema schema = Everything.SCHEMA;
        for (Operation operation : Everything.OPERATIONS) {
            Schema after = operation.applyTo(schema);
            if (canBeUndone(operation)) {
                assertThat(operation.reverse().applyTo(after))
                        .as(operation.describe())
                        .usingRecursiveComparison()
                        .ignoringCollectionOrderInFields("columns")
                        .isEqualTo(schema);
            }
            schema = after;
        }
    }

    @Test
    void reversingTwiceIsIdentity() {
        assertThat(Everything.OPERATIONS).filteredOn(OperationTest::canBeUndone).allSatisfy(operation -> {
            Operation twice = operation.reverse().reverse();
            // How values are converted one way says nothing of the way back.
            Operation expected = operation instanceof Operation.AlterColumn alter
                    ? new Operation.AlterColumn(alter.table(), alter.from(), alter.to(), null)
                    : operation;
            assertThat(twice).isEqualTo(expected);
        });
    }

    @Test
    void aCompleteOperationStaysAsItIs() {
        Schema schema = Everything.SCHEMA;
        for (Operation operation : Everything.OPERATIONS) {
            assertThat(operation.completedFrom(schema)).isEqualTo(operation);
            schema = operation.applyTo(schema);
        }
    }

    private static Stream<Arguments> drops() {
        Table table = SCHEMA.table(T).orElseThrow();
        return Stream.of(
                Arguments.of(said(op -> op.dropTable("t")), new Operation.DropTable(T, table)),
                Arguments.of(
                        said(op -> op.dropColumn("t", "b")), new Operation.DropColumn(T, "b", column("b", text()))),
                Arguments.of(
                        said(op -> op.dropConstraint("t", "uq")),
                        new Operation.DropConstraint(T, "uq", unique("uq", "b"))),
                Arguments.of(
                        said(op -> op.dropIndexConcurrently("t", "ix")),
                        new Operation.DropIndex(T, "ix", index("ix", "a"), true)),
                Arguments.of(
                        said(op -> op.dropSequence("r")),
                        new Operation.DropSequence(QualifiedName.of("r"), sequence("r"))),
                Arguments.of(
                        said(op -> op.dropEnum("e")),
                        new Operation.DropEnum(QualifiedName.of("e"), enumType("e", "x", "y"))));
    }

    @ParameterizedTest
    @MethodSource("drops")
    void aDropByNameIsCompletedFromTheSchema(Operation byName, Operation complete) {
        assertThat(byName.completedFrom(SCHEMA)).isEqualTo(complete);
        assertThat(complete.completedFrom(Schema.EMPTY)).isEqualTo(complete);
        assertThat(byName.applyTo(SCHEMA)).isEqualTo(complete.applyTo(SCHEMA));
        assertThatThrownBy(byName::reverse)
                .isInstanceOf(IrreversibleException.class)
                .hasMessage("cannot undo \"" + byName.describe() + "\": it does not say how");
        assertThatThrownBy(() -> byName.completedFrom(Schema.EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("there is no ");
    }

    private static Arguments refused(String reason, Consumer<Operations> sentence) {
        return Arguments.of(reason, said(sentence));
    }

    private static Stream<Arguments> misfits() {
        Sequence q = sequence("q");
        return Stream.of(
                refused("there is already a schema s", op -> op.createSchema("s")),
                refused("there is no schema x", op -> op.dropSchema("x")),
                refused("there is already a table t", op -> op.createTable("t")),
                refused("there is no table x", op -> op.dropTable("x")),
                refused("there is no table x", op -> op.renameTable("x", "y")),
                refused("there is already a table u", op -> op.renameTable("t", "u")),
                refused("there is no table x", op -> op.setTableComment("x", null, "y")),
                refused("there is already a column t.a", op -> op.addColumn("t", column("a", text()))),
                refused("there is no column t.x", op -> op.dropColumn("t", "x")),
                refused("there is no column t.x", op -> op.renameColumn("t", "x", "y")),
                refused("there is already a column t.b", op -> op.renameColumn("t", "a", "b")),
                refused(
                        "there is no column t.x",
                        op -> op.alterColumn("t", column("x", text()), column("x", integer()))),
                refused("there is already a constraint uq of t", op -> op.addConstraint("t", check("uq", "a > 0"))),
                refused("there is no constraint x of t", op -> op.dropConstraint("t", "x")),
                refused("there is no constraint x of t", op -> op.renameConstraint("t", "x", "y")),
                refused("there is already a constraint pk of t", op -> op.renameConstraint("t", "uq", "pk")),
                refused("there is already a index ix of t", op -> op.createIndex("t", index("ix", "b"))),
                refused("there is no index x of t", op -> op.dropIndex("t", "x")),
                refused("there is no index x of t", op -> op.renameIndex("t", "x", "y")),
                refused("there is already a sequence q", op -> op.createSequence(q)),
                refused("there is no sequence x", op -> op.dropSequence("x")),
                refused(
                        "there is no sequence x",
                        op -> op.alterSequence(sequence("x"), sequence("x").startWith(2))),
                refused("there is already a sequence r", op -> op.renameSequence("q", "r")),
                refused("there is already a enum type e", op -> op.createEnum(enumType("e"))),
                refused("there is no enum type x", op -> op.dropEnum("x")),
                refused("there is no enum type x", op -> op.alterEnum(enumType("x"), enumType("x", "a"))));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refusesASchemaItDoesNotFit(String reason, Operation operation) {
        assertThatThrownBy(() -> operation.applyTo(SCHEMA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(reason);
    }

    @Test
    void whatBelongsToATableOrColumnGoesWithIt() {
        assertThat(said(op -> op.dropColumn("t", "a")).applyTo(SCHEMA).sequences())
                .containsOnlyKeys(QualifiedName.of("r"));
        assertThat(said(op -> op.dropTable("t")).applyTo(SCHEMA).sequences()).containsOnlyKeys(QualifiedName.of("r"));
    }

    @Test
    void anAlterationCannotRename() {
        assertThatThrownBy(() -> said(op -> op.alterColumn("t", column("a", text()), column("b", text()))))
                .hasMessage("altering column a of t cannot rename it to b; that is a rename of its own");
        assertThatThrownBy(() -> said(op -> op.alterSequence(sequence("a"), sequence("b"))))
                .hasMessage("altering sequence a cannot rename it to b; that is a rename of its own");
        assertThatThrownBy(() -> said(op -> op.alterEnum(enumType("a"), enumType("b"))))
                .hasMessage("altering enum type a cannot rename it to b; that is a rename of its own");
    }

    @Test
    void anEnumTypeIsMadeAnewWhereAddingIsNotEnough() {
        Operation.AlterEnum adds =
                new Operation.AlterEnum(enumType("e", "a", "c"), enumType("e", "a", "b", "c"), false);

        assertThat(adds.rebuild()).isFalse();
        assertThat(adds.reverse()).isEqualTo(new Operation.AlterEnum(adds.to(), adds.from(), false));
        assertThat(((Operation.AlterEnum) adds.reverse()).rebuild()).isTrue();
        assertThat(new Operation.AlterEnum(adds.from(), adds.to(), true).rebuild())
                .isTrue();
        assertThat(new Operation.AlterEnum(enumType("e", "a", "b"), enumType("e", "b", "a", "c"), false).rebuild())
                .isTrue();
    }

    @Test
    void aNamelessConstraintCannotBeTakenBack() {
        Constraint nameless = unique(null, "a");

        assertThatThrownBy(() -> new Operation.AddConstraint(T, nameless).reverse())
                .hasMessage("cannot undo \"add unique (a) on t\": it does not say how");
        assertThatThrownBy(() -> new Operation.RunStep("mail them", data -> {}).reverse())
                .hasMessage("the step \"mail them\" cannot be taken back");
        assertThatThrownBy(() ->
                        said(op -> op.bulkInsert("s.t", List.of("a"), row(1))).reverse())
                .hasMessage("which rows of s.t are the inserted ones is not known later; say it in down(), as in"
                        + " op.sql(\"DELETE FROM s.t WHERE ...\")");
        assertThatThrownBy(() -> said(op -> op.sql("VACUUM")).reverse())
                .hasMessage("cannot undo \"run SQL: VACUUM\": it does not say how");
        assertThatThrownBy(() -> said(op -> op.expect("t", exclusion("ex", "USING gist (a WITH &&)"))))
                .hasMessage(
                        "rows cannot be expected to satisfy exclude USING gist (a WITH &&) before the database does:"
                                + " which of them break it cannot be told from its text");
        Migration oneWay = op -> {};
        assertThatThrownBy(() -> oneWay.down(operation -> {}))
                .hasMessageEndingWith("has no down(): it cannot be taken back");
    }

    @Test
    void describesItself() {
        assertThat(Everything.OPERATIONS.stream().map(Operation::describe))
                .containsExactly(
                        "create schema more",
                        "drop schema Empty",
                        "create table shop.extra partitioned by RANGE (id)",
                        "create table heir that inherits from line",
                        "drop table heir",
                        "rename table \"note.1\" to memo",
                        "set the comment of table shop.customer",
                        "set the comment of table memo",
                        "add column memo.c varchar(10)",
                        "rename column memo.b to Body",
                        "alter column memo.a: type integer -> varchar(20), comment none -> was a number, using a::text",
                        "drop check (balance >= 0 AND state <> 'gone') on shop.customer (ck_customer_balance)",
                        "add check (mail <> '') on shop.customer (ck_customer_mail)",
                        "rename constraint ck_customer_mail of shop.customer to ck_mail",
                        "create index (a) on memo (ix_memo)",
                        "rename index ix_memo of memo to ix_memo_a",
                        "drop index (a) on memo (ix_memo_a)",
                        "drop column memo.c",
                        "drop table shop.extra",
                        "create sequence shop.steps",
                        "alter sequence shop.steps: start 1 -> 5, increment 2 -> 1, comment none -> faster",
                        "rename sequence shop.steps to stairs",
                        "drop sequence shop.stairs",
                        "create enum type shop.size [small, large]",
                        "alter enum type shop.size from [small, large] to [small, medium, large]",
                        "alter enum type shop.size from [small, medium, large] to [small, medium, huge]",
                        "rename enum type shop.size to width",
                        "drop enum type shop.width",
                        "create composite type shop.box (height integer)",
                        "alter composite type shop.box from (height integer) to (height bigint, Label text)",
                        "drop composite type shop.box",
                        "expect unique (balance) on shop.customer",
                        "expect unique index (balance) where balance > 0 on shop.customer",
                        "advance the numbers of column shop.customer.id behind sequence shop.countdown",
                        "allow the loss of column memo.a",
                        "fill column memo.Body with 'it''s' where it is NULL and a > 0, in batches of 10 by a",
                        "fill columns memo.Body with 'it''s' where a > 0, memo.a with 1, each where it is NULL",
                        "run SQL: CREATE TYPE shop.color AS ENUM ('red')",
                        "create view big_order",
                        "insert 3 rows into memo (a, Body)",
                        "run step: count the lines");
        assertThat(said(op -> op.setTableComment("t", "x", null)).describe())
                .isEqualTo("remove the comment of table t");
        assertThat(said(op -> op.backfill("t", "a")).describe())
                .isEqualTo("fill column t.a, with what is not said yet, where it is NULL");
        assertThat(said(op -> op.expect("t", "a > 0")).describe()).isEqualTo("expect check (a > 0) on t");
        assertThat(said(op -> op.dropIndex("t", "ix")).describe()).isEqualTo("drop index ix of t");
        assertThat(said(op -> op.dropConstraint("t", "uq")).describe()).isEqualTo("drop constraint uq of t");
        assertThat(said(op -> op.alterColumn("t", column("a", varchar(5)).nullable(), column("a", varchar(5))))
                        .describe())
                .isEqualTo("alter column t.a: not null");
        assertThat(said(op -> op.sql("SELECT\n  1" + " ".repeat(50) + "+ 1".repeat(40)))
                        .describe())
                .hasSize("run SQL: ".length() + 103)
                .startsWith("run SQL: SELECT 1 + 1")
                .endsWith("...");
    }
}
