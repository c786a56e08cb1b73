package dev.albedo.testing;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.batches;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.compositeType;
import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.fill;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.numbers;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.row;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.jsonb;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema in which every component of every word has a value that is not its default, every kind of word occurs and so
 * does every constant, and operations of which the same is true. Valid on PostgreSQL 18 in its own spelling.
 * {@code EverythingTest} finds what is missing.
 */
public final class Everything {

    private static final QualifiedName CUSTOMER = QualifiedName.parse("shop.customer");

    /** A table with columns of all sorts. */
    public static final Table CUSTOMER_TABLE = table(
                    "shop.customer",
                    column("id", bigint())
                            .identity(always().options(counting()
                                    .startWith(10)
                                    .incrementBy(5)
                                    .between(5L, 5000L)
                                    .cache(7)
                                    .cycle(true))),
                    column("number", integer()).identity(byDefault()),
                    column("mail", varchar(100)).comment("where the 'invoice' goes"),
                    column("name", text()).nullable().collate("C"),
                    column("state", named("shop.state")).defaultTo("'new'"),
                    column("past", array(named("shop.state"))).nullable(),
                    column("tags", array(varchar(20))).nullable(),
                    column("place", named("shop.Place")).nullable(),
                    column("balance", numeric(10, 2)).defaultTo("0"),
                    column("twice", numeric(10, 2)).nullable().generatedAs("balance * 2"),
                    column("thrice", numeric(10, 2)).nullable().generated(new Generated("balance * 3", false)),
                    column("data", jsonb()).nullable(),
                    column("during", type("int4range")).nullable(),
                    column("Weird \"name\".x", timestamptz(3)).defaultTo("now()"),
                    primaryKey("pk_customer", "id"),
                    unique("uq_customer_number", "number"),
                    unique("uq_customer_mail", "mail", "name")
                            .nullsNotDistinct(true)
                            .deferrability(Deferrability.INITIALLY_DEFERRED),
                    check("ck_customer_balance", "balance >= 0 AND state <> 'gone'"),
                    exclusion("ex_customer_during", "USING gist (during WITH &&)"),
                    index("ix_customer_mail", desc("mail").nulls(Index.Nulls.LAST), asc("balance"))
                            .unique(true)
                            .including("name", "data")
                            .where("balance > 0")
                            .nullsNotDistinct(true),
                    index(
                            "ix_customer_name",
                            asc("name").operatorClass("text_pattern_ops"),
                            expression("lower(mail)").collate("C").nulls(Index.Nulls.FIRST)),
                    index("ix_customer_data", asc("data").operatorClass("jsonb_path_ops"))
                            .using("gin"))
            .comment("who buys; it's them");

    /** A table with keys to other tables and to itself, one of a circle. */
    public static final Table ORDER_TABLE = table(
            "order",
            column("shop", integer()),
            column("id", bigint()).defaultTo("nextval('order_id_seq'::regclass)"),
            column("customer", bigint()).nullable(),
            column("customer_number", integer()).nullable(),
            column("previous_shop", integer()).nullable(),
            column("previous", bigint()).nullable(),
            column("last_line", bigint()).nullable(),
            primaryKey("pk_order", "shop", "id"),
            foreignKey("fk_order_customer", "customer")
                    .references("shop.customer", "id")
                    .onDelete(ReferentialAction.CASCADE)
                    .onUpdate(ReferentialAction.RESTRICT),
            foreignKey("fk_order_customer_number", "customer_number")
                    .references("shop.customer", "number")
                    .onDelete(ReferentialAction.SET_NULL)
                    .onUpdate(ReferentialAction.SET_DEFAULT)
                    .deferrability(Deferrability.INITIALLY_IMMEDIATE),
            foreignKey("fk_order_previous", "previous_shop", "previous")
                    .references("order", "shop", "id")
                    .matchFull(true)
                    .deferrability(Deferrability.INITIALLY_DEFERRED),
            foreignKey("fk_order_last_line", "last_line").references("line", "id"),
            index("ix_order_customer", "customer"));

    /** The other table of the circle. */
    public static final Table LINE_TABLE = table(
            "line",
            column("id", bigint()),
            column("order_shop", integer()),
            column("order_id", bigint()),
            primaryKey("pk_line", "id"),
            unique("uq_line_order", "order_shop", "order_id").deferrability(Deferrability.INITIALLY_IMMEDIATE),
            foreignKey("fk_line_order", "order_shop", "order_id").references("order", "shop", "id"));

    /** A table that changes a lot in {@link #OPERATIONS}. */
    public static final Table NOTE_TABLE = table(
            "\"note.1\"",
            primaryKeyOfNote(),
            column("a", integer()),
            column("b", text()).nullable());

    /** All of it. */
    public static final Schema SCHEMA = Schema.of(
                    Set.of("shop", "Empty"),
                    List.of(CUSTOMER_TABLE, ORDER_TABLE, LINE_TABLE, NOTE_TABLE),
                    List.of(
                            sequence("order_id_seq").ownedBy("order", "id").incrementBy(50),
                            sequence("shop.countdown")
                                    .type(integer())
                                    .options(counting()
                                            .startWith(99)
                                            .incrementBy(-3)
                                            .between(-7L, 99L)
                                            .cache(2)
                                            .cycle(true))
                                    .comment("down")),
                    List.of(
                            enumType("shop.state", "new", "active", "gone").comment("how they are"),
                            enumType("mood", "it's fine", "bad", "a, b")))
            .with(compositeType(
                            "shop.Place",
                            column("City \"x\"", varchar(80)).collate("C").comment("it's there"),
                            column("state", named("shop.state")),
                            column("parts", array(named("part"))))
                    .comment("where it's"))
            .with(compositeType("part", column("number", integer())));

    /** Every operation, each valid on {@link #SCHEMA} after those before it. */
    public static final List<Operation> OPERATIONS = operations();

    private Everything() {}

    private static Constraint.PrimaryKey primaryKeyOfNote() {
        return primaryKey("pk_note", "a").deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    private static List<Operation> operations() {
        QualifiedName note = NOTE_TABLE.name();
        QualifiedName memo = QualifiedName.of("memo");
        Table extra = table("shop.extra", column("id", bigint()), primaryKey("pk_extra", "id"))
                .comment("more")
                .partitionBy("RANGE (id)");
        Table heir = table(
                        "heir", column("id", bigint()), column("order_shop", integer()), column("order_id", bigint()))
                .inherits("line");
        return List.of(
                new Operation.CreateSchema("more"),
                new Operation.DropSchema("Empty"),
                new Operation.CreateTable(extra),
                new Operation.CreateTable(heir),
                new Operation.DropTable(heir.name(), heir),
                new Operation.RenameTable(note, "memo"),
                new Operation.SetTableComment(CUSTOMER, CUSTOMER_TABLE.comment(), "buyers"),
                new Operation.SetTableComment(memo, null, "a memo"),
                new Operation.AddColumn(memo, column("c", varchar(10)).defaultTo("'it''s'")),
                new Operation.RenameColumn(memo, "b", "Body"),
                new Operation.AlterColumn(
                        memo, column("a", integer()), column("a", varchar(20)).comment("was a number"), "a::text"),
                new Operation.DropConstraint(
                        CUSTOMER,
                        "ck_customer_balance",
                        CUSTOMER_TABLE.constraint("ck_customer_balance").orElseThrow()),
                new Operation.AddConstraint(CUSTOMER, check("ck_customer_mail", "mail <> ''")),
                new Operation.RenameConstraint(CUSTOMER, "ck_customer_mail", "ck_mail"),
                new Operation.CreateIndex(memo, index("ix_memo", "a"), true),
                new Operation.RenameIndex(memo, "ix_memo", "ix_memo_a"),
                new Operation.DropIndex(memo, "ix_memo_a", index("ix_memo_a", "a"), true),
                new Operation.DropColumn(memo, "c", column("c", varchar(10)).defaultTo("'it''s'")),
                new Operation.DropTable(extra.name(), extra),
                new Operation.CreateSequence(sequence("shop.steps").incrementBy(2)),
                new Operation.AlterSequence(
                        sequence("shop.steps").incrementBy(2),
                        sequence("shop.steps").startWith(5).comment("faster")),
                new Operation.RenameSequence(QualifiedName.parse("shop.steps"), "stairs"),
                new Operation.DropSequence(
                        QualifiedName.parse("shop.stairs"),
                        sequence("shop.stairs").startWith(5).comment("faster")),
                new Operation.CreateEnum(enumType("shop.size", "small", "large")),
                new Operation.AlterEnum(
                        enumType("shop.size", "small", "large"),
                        enumType("shop.size", "small", "medium", "large"),
                        false),
                new Operation.AlterEnum(
                        enumType("shop.size", "small", "medium", "large"),
                        enumType("shop.size", "small", "medium", "huge"),
                        true),
                new Operation.RenameEnum(QualifiedName.parse("shop.size"), "width"),
                new Operation.DropEnum(
                        QualifiedName.parse("shop.width"), enumType("shop.width", "small", "medium", "huge")),
                new Operation.CreateComposite(compositeType("shop.box", column("height", integer()))),
                new Operation.AlterComposite(
                        compositeType("shop.box", column("height", integer())),
                        compositeType("shop.box", column("height", bigint()), column("Label", text()))
                                .comment("it's a box")),
                new Operation.DropComposite(
                        QualifiedName.parse("shop.box"),
                        compositeType("shop.box", column("height", bigint()), column("Label", text()))
                                .comment("it's a box")),
                new Operation.Expect(CUSTOMER, unique(null, "balance")),
                new Operation.ExpectUnique(
                        CUSTOMER, index("ix_balance", "balance").unique(true).where("balance > 0")),
                new Operation.AdvanceNumbers(numbers("shop.customer", "id"), List.of(numbers("shop.countdown"))),
                new Operation.AllowDataLoss("column memo.a"),
                new Operation.Backfill(
                        memo, "Body", "'it''s'", batches(10).by("a").pause(Duration.ofMillis(5)), "a > 0"),
                new Operation.BackfillColumns(
                        memo, List.of(fill("Body", text(), "'it''s'").where("a > 0"), fill("a", bigint(), "1"))),
                new Operation.RunSql(
                        "CREATE TYPE shop.color AS ENUM ('red')",
                        "DROP TYPE shop.color",
                        new Operation.RunSql.Effect(List.of(new Operation.CreateEnum(enumType("shop.color", "red"))))),
                new Operation.Custom(new CreateView("big_order", "SELECT * FROM \"order\" WHERE id > 9")),
                new Operation.BulkInsert(
                        memo,
                        List.of("a", "Body"),
                        List.of(row("it's \"a\\b\"\n", null), row(Instant.EPOCH, "x"), row("c", "bad"))),
                new Operation.RunStep("count the lines", data -> data.update("SELECT count(*) FROM line")));
    }

    /** The records of a sealed interface, also those of its groups. */
    public static Class<?>[] kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? Arrays.stream(kinds(kind)) : Stream.of(kind))
                .toArray(Class<?>[]::new);
    }
}
