package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
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
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.doublePrecision;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.jsonb;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.uuid;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Changes of every kind, and what the catalog shows of each. */
final class OperationCases {

    private static final QualifiedName T = QualifiedName.of("t");

    private static final String SETUP = """
            CREATE TABLE t (id bigint CONSTRAINT pk_t PRIMARY KEY, a integer, b varchar(20) DEFAULT 'x', c text,
                d bigint NOT NULL);
            INSERT INTO t VALUES (1, 1, '1', 'one', 1), (2, NULL, NULL, NULL, 2);
            CREATE TABLE parent (x bigint, y bigint, CONSTRAINT pk_parent PRIMARY KEY (x, y), z bigint UNIQUE);
            INSERT INTO parent VALUES (1, 1, 1), (2, 2, 2);
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE SEQUENCE s;
            CREATE SCHEMA shop""";

    /**
     * A change.
     *
     * @param name for people
     * @param setup SQL that runs before
     * @param operation the change
     * @param shown each a line of the catalog dump that is there afterwards and was not before, or the opposite
     *     behind an exclamation mark
     */
    record Case(String name, String setup, Operation operation, List<String> shown) {
        @Override
        public String toString() {
            return name;
        }
    }

    private OperationCases() {}

    private static Case of(String name, Operation operation, String... shown) {
        return new Case(name, SETUP, operation, List.of(shown));
    }

    private static Case after(String setup, String name, Operation operation, String... shown) {
        return new Case(name, SETUP + ";\n" + setup, operation, List.of(shown));
    }

    static Stream<Case> all() {
        return Stream.of(
                        tables(),
                        columns(),
                        altered(),
                        generated(),
                        constraints(),
                        indexes(),
                        sequences(),
                        enums(),
                        odd())
                .flatMap(List::stream);
    }

    private static List<Case> tables() {
        Table everything = table(
                        "shop.everything",
                        column("id", bigint()).identity(byDefault()),
                        column("a", varchar(20))
                                .nullable()
                                .collate("C")
                                .defaultTo("'it''s'")
                                .comment("a 'comment' \\ é"),
                        column("b", bool()).nullable().defaultTo("1 is null"),
                        column("twice", bigint()).nullable().generatedAs("x * 2"),
                        column("x", bigint()),
                        column("y", bigint()).nullable(),
                        column("during", type("tsrange")).nullable(),
                        primaryKey("pk_everything", "id"),
                        unique("uq_everything", "x", "y"),
                        check("ck_everything", "x > 0"),
                        exclusion("ex_everything", "USING gist (during WITH &&)"),
                        foreignKey("fk_everything", "x", "y").references("parent", "x", "y"),
                        index("ix_everything", asc("a"), expression("lower(a)")))
                .comment("all of it");
        return List.of(
                of("schema", new Operation.CreateSchema("warehouse"), "schema warehouse"),
                of(
                        "table",
                        new Operation.CreateTable(everything),
                        "table shop.everything",
                        "    table itself comment 'all of it'",
                        "    column id bigint not null identity by default (bigint start 1 increment 1"
                                + " min 1 max 9223372036854775807 cache 1)",
                        "    column a character varying(20) collate \"C\" default 'it''s'::character varying"
                                + " comment E'a ''comment'' \\\\ é'",
                        "    column b boolean default (1 IS NULL)",
                        "    column twice bigint generated ((x * 2)) stored",
                        "    constraint pk_everything PRIMARY KEY (id)",
                        "    constraint uq_everything UNIQUE (x, y)",
                        "    constraint ck_everything CHECK ((x > 0))",
                        "    constraint ex_everything EXCLUDE USING gist (during WITH &&)",
                        "    constraint fk_everything FOREIGN KEY (x, y) REFERENCES public.parent(x, y)",
                        "    index ix_everything CREATE INDEX ON shop.everything USING btree (a, lower((a)::text))"),
                of("empty table", new Operation.CreateTable(table("nothing")), "table public.nothing"),
                after(
                        "CREATE TABLE gone (id bigint)",
                        "drop table",
                        new Operation.DropTable(
                                QualifiedName.of("gone"),
                                table("gone", column("id", bigint()).nullable())),
                        "!table public.gone"),
                of("rename table", new Operation.RenameTable(T, "u"), "table public.u", "!table public.t"),
                of(
                        "table comment",
                        new Operation.SetTableComment(T, null, "what's it"),
                        "    table itself comment 'what''s it'"),
                of(
                        "sql",
                        new Operation.RunSql("COMMENT ON TABLE t IS 'x'", "COMMENT ON TABLE t IS NULL"),
                        "    table itself comment 'x'"));
    }

    private static List<Case> columns() {
        return List.of(
                of(
                        "add column",
                        new Operation.AddColumn(
                                T,
                                column("e", timestamptz(3)).defaultTo("now()").comment("since")),
                        "    column e timestamp(3) with time zone not null default now() comment 'since'"),
                of(
                        "add identity",
                        new Operation.AddColumn(
                                T,
                                column("e", integer())
                                        .identity(always().options(new SequenceOptions(5, 10, 2L, 99L, 7, true)))),
                        "    column e integer not null identity always (integer start 5 increment 10 min 2 max 99 cache 7 cycle)"),
                after(
                        "ALTER TABLE t ADD e numeric(10,2)",
                        "drop column",
                        new Operation.DropColumn(
                                T, "e", column("e", numeric(10, 2)).nullable()),
                        "!    column e numeric(10,2)"),
                of(
                        "rename column",
                        new Operation.RenameColumn(T, "a", "Z"),
                        "    column \"Z\" integer",
                        "!    column a integer"));
    }

    private static final Column A = column("a", integer()).nullable();
    private static final Column B = column("b", varchar(20)).nullable().defaultTo("'x'");
    private static final Column C = column("c", text()).nullable();
    private static final Column D = column("d", bigint());

    private static Case alter(String name, Column from, Column to, String... shown) {
        return of(name, new Operation.AlterColumn(T, from, to, null), shown);
    }

    private static List<Case> altered() {
        return List.of(
                alter(
                        "longer",
                        B,
                        B.type(varchar(30)),
                        "    column b character varying(30) default 'x'::character varying"),
                alter("unlimited", B, B.type(text()), "    column b text default 'x'::text"),
                alter("wider number", A, A.type(bigint()), "    column a bigint"),
                alter("number to text", A, A.type(varchar(5)), "    column a character varying(5)"),
                alter("text to number", B, B.type(smallint()).defaultTo("7"), "    column b smallint default 7"),
                alter("number to boolean", A, A.type(bool()).defaultTo("true"), "    column a boolean default true"),
                alter("number to double", D, D.type(doublePrecision()), "    column d double precision not null"),
                after(
                        "UPDATE t SET b = 'sad'",
                        "text to enum",
                        new Operation.AlterColumn(T, B, B.type(named("mood")).defaultTo("'ok'"), null),
                        "    column b public.mood default 'ok'::public.mood"),
                after(
                        "UPDATE t SET c = '{\"a\": 1}'",
                        "text to json",
                        new Operation.AlterColumn(T, C, C.type(jsonb()).defaultTo("'{}'"), null),
                        "    column c jsonb default '{}'::jsonb"),
                after(
                        "ALTER TABLE t ADD e integer[] DEFAULT '{1}'; UPDATE t SET e = '{1,2}'",
                        "array to array",
                        new Operation.AlterColumn(
                                T,
                                column("e", array(integer())).nullable().defaultTo("'{1}'"),
                                column("e", array(text())).nullable().defaultTo("'{}'"),
                                null),
                        "    column e text[] default '{}'::text[]"),
                after(
                        "UPDATE t SET c = NULL",
                        "text to uuid",
                        new Operation.AlterColumn(
                                T, C, C.type(uuid()).notNull(false).defaultTo("gen_random_uuid()"), null),
                        "    column c uuid default gen_random_uuid()"),
                of(
                        "with its own conversion",
                        new Operation.AlterColumn(T, C, C.type(integer()), "length(c)"),
                        "    column c integer"),
                alter("not null", A.comment(null), A.nullable().comment("n"), "    column a integer comment 'n'"),
                alter("nullable", D, D.nullable(), "    column d bigint"),
                alter("default", A, A.defaultTo("1 + 2"), "    column a integer default (1 + 2)"),
                alter("no default", B, B.defaultTo(null), "    column b character varying(20)"),
                alter("collation", C, C.collate("C"), "    column c text collate \"C\""),
                alter(
                        "identity",
                        D,
                        D.identity(always()),
                        "    column d bigint not null identity always (bigint start 1 increment 1 min 1"
                                + " max 9223372036854775807 cache 1)"),
                alter(
                        "identity of a nullable column",
                        column("id", bigint()),
                        column("id", integer()).identity(byDefault().options(SequenceOptions.DEFAULT.startWith(100))),
                        "    column id integer not null identity by default (integer start 100 increment 1 min 1"
                                + " max 2147483647 cache 1)"),
                after(
                        "ALTER TABLE t ADD e bigint GENERATED ALWAYS AS IDENTITY",
                        "identity options and type",
                        new Operation.AlterColumn(
                                T,
                                column("e", bigint()).identity(always()),
                                column("e", integer())
                                        .identity(new Identity(
                                                Identity.Kind.BY_DEFAULT,
                                                new SequenceOptions(9, -1, -10L, 100L, 3, true))),
                                null),
                        "    column e integer not null identity by default (integer start 9 increment -1"
                                + " min -10 max 100 cache 3 cycle)"),
                after(
                        "ALTER TABLE t ADD e bigint GENERATED ALWAYS AS IDENTITY; CREATE SEQUENCE t_seq",
                        "identity to a sequence's default",
                        new Operation.AlterColumn(
                                T,
                                column("e", bigint()).identity(always()),
                                column("e", bigint()).defaultTo("nextval('t_seq')"),
                                null),
                        "    column e bigint not null default nextval('public.t_seq'::regclass)"),
                after(
                        "UPDATE t SET b = '2' WHERE b IS NULL",
                        "everything at once",
                        new Operation.AlterColumn(
                                T,
                                B,
                                column("b", text())
                                        .defaultTo("'y'")
                                        .collate("C")
                                        .comment("new"),
                                null),
                        "    column b text collate \"C\" not null default 'y'::text comment 'new'"));
    }

    private static List<Case> generated() {
        Column doubled = column("e", bigint()).nullable().generatedAs("d * 2");
        String stored =
                "ALTER TABLE t ADD e bigint GENERATED ALWAYS AS (d * 2) STORED, ADD CONSTRAINT ck_e CHECK (e > 0);"
                        + " CREATE INDEX ix_e ON t (e); CREATE INDEX ix_ea ON t (abs(e)) WHERE e > 5";
        String virtual =
                "ALTER TABLE t ADD e bigint GENERATED ALWAYS AS (d * 2) VIRTUAL, ADD CONSTRAINT ck_e CHECK (e > 0)";
        Column virtuallyDoubled = doubled.generated(new Generated("d * 2", false));
        return List.of(
                of(
                        "add generated",
                        new Operation.AddColumn(T, doubled),
                        "    column e bigint generated ((d * 2)) stored"),
                of(
                        "add virtual",
                        new Operation.AddColumn(T, virtuallyDoubled),
                        "    column e bigint generated ((d * 2)) virtual"),
                after(
                        stored,
                        "other expression",
                        new Operation.AlterColumn(T, doubled, doubled.generatedAs("d * 3"), null),
                        "    column e bigint generated ((d * 3)) stored"),
                after(
                        stored,
                        "other expression and type",
                        new Operation.AlterColumn(
                                T,
                                doubled,
                                doubled.type(integer()).generatedAs("d * 3").comment("x"),
                                null),
                        "    column e integer generated ((d * 3)) stored comment 'x'"),
                after(
                        stored.replace("e > 0", "e IS NOT NULL").replace("e > 5", "e IS NOT NULL"),
                        "generated column's type",
                        new Operation.AlterColumn(T, doubled, doubled.type(numeric()), null),
                        "    column e numeric generated ((d * 2)) stored"),
                after(
                        stored,
                        "stored to plain",
                        new Operation.AlterColumn(T, doubled, doubled.generated(null), null),
                        "    column e bigint"),
                after(
                        "ALTER TABLE t ADD e bigint GENERATED ALWAYS AS (d * 2) STORED, ADD CONSTRAINT ck_e CHECK (e > 0)",
                        "stored to virtual",
                        new Operation.AlterColumn(T, doubled, virtuallyDoubled, null),
                        "    column e bigint generated ((d * 2)) virtual"),
                after(
                        virtual,
                        "virtual expression",
                        new Operation.AlterColumn(
                                T, virtuallyDoubled, doubled.generated(new Generated("d * 3", false)), null),
                        "    column e bigint generated ((d * 3)) virtual"),
                after(
                        virtual,
                        "virtual to plain",
                        new Operation.AlterColumn(
                                T, virtuallyDoubled, column("e", integer()).comment("x"), null),
                        "    column e integer not null comment 'x'"),
                after(
                        "ALTER TABLE t ADD e bigint, ADD CONSTRAINT uq_e UNIQUE (e, d)",
                        "plain to generated",
                        new Operation.AlterColumn(T, column("e", bigint()).nullable(), doubled, null),
                        "    column e bigint generated ((d * 2)) stored"));
    }

    private static List<Case> constraints() {
        Constraint.ForeignKey key = foreignKey("fk_t", "d", "id").references("parent", "x", "y");
        return List.of(
                after(
                        "CREATE TABLE nokey (a bigint, b bigint NOT NULL, CHECK (a > 0)); ALTER TABLE nokey ALTER a SET NOT NULL",
                        "primary key",
                        new Operation.AddConstraint(
                                QualifiedName.of("nokey"),
                                primaryKey("pk", "b", "a").deferrability(Deferrability.INITIALLY_DEFERRED)),
                        "    constraint pk PRIMARY KEY (b, a) DEFERRABLE INITIALLY DEFERRED"),
                constraint(unique("u", "a", "c"), "UNIQUE (a, c)"),
                constraint(unique("u", "a").nullsNotDistinct(true), "UNIQUE NULLS NOT DISTINCT (a)"),
                constraint(unique("u", "a").deferrability(Deferrability.INITIALLY_IMMEDIATE), "UNIQUE (a) DEFERRABLE"),
                constraint(key, "FOREIGN KEY (d, id) REFERENCES public.parent(x, y)"),
                constraint(
                        key.matchFull(true)
                                .onDelete(ReferentialAction.CASCADE)
                                .onUpdate(ReferentialAction.RESTRICT)
                                .deferrability(Deferrability.INITIALLY_DEFERRED),
                        "FOREIGN KEY (d, id) REFERENCES public.parent(x, y) MATCH FULL ON UPDATE RESTRICT ON DELETE CASCADE"
                                + " DEFERRABLE INITIALLY DEFERRED"),
                constraint(
                        key.onDelete(ReferentialAction.SET_NULL).onUpdate(ReferentialAction.SET_DEFAULT),
                        "FOREIGN KEY (d, id) REFERENCES public.parent(x, y) ON UPDATE SET DEFAULT ON DELETE SET NULL"),
                constraint(
                        check("ck", "b in ('x', '1')"),
                        "CHECK (((b)::text = ANY ((ARRAY['x'::character varying, '1'::character varying])::text[])))"),
                constraint(exclusion("ex", "USING btree (d WITH =)"), "EXCLUDE USING btree (d WITH =)"),
                of(
                        "rename constraint",
                        new Operation.RenameConstraint(T, "pk_t", "Key"),
                        "    constraint Key PRIMARY KEY (id)",
                        "!    constraint pk_t PRIMARY KEY (id)"));
    }

    private static Case constraint(Constraint constraint, String shown) {
        return of(
                "add " + constraint.describe() + " " + constraint,
                new Operation.AddConstraint(T, constraint),
                "    constraint " + constraint.name() + " " + shown);
    }

    private static List<Case> indexes() {
        return List.of(
                indexed(index("i", "a", "c"), "CREATE INDEX ON public.t USING btree (a, c)"),
                indexed(index("i", "d").unique(true), "CREATE UNIQUE INDEX ON public.t USING btree (d)"),
                indexed(
                        index(
                                "i",
                                desc("a"),
                                asc("c").nulls(Index.Nulls.FIRST),
                                desc("d").nulls(Index.Nulls.LAST)),
                        "CREATE INDEX ON public.t USING btree (a DESC, c NULLS FIRST, d DESC NULLS LAST)"),
                indexed(
                        index(
                                        "i",
                                        asc("c").collate("C").operatorClass("text_pattern_ops"),
                                        expression("a + 1").desc())
                                .unique(true)
                                .including("b")
                                .where("a > 0")
                                .nullsNotDistinct(true),
                        "CREATE UNIQUE INDEX ON public.t USING btree (c COLLATE \"C\" text_pattern_ops, ((a + 1)) DESC)"
                                + " INCLUDE (b) NULLS NOT DISTINCT WHERE (a > 0)"),
                indexed(
                        index("i", expression("to_tsvector('simple', c)")).using("gin"),
                        "CREATE INDEX ON public.t USING gin (to_tsvector('simple'::regconfig, c))"),
                after(
                        "CREATE INDEX i ON t (a)",
                        "rename index",
                        new Operation.RenameIndex(T, "i", "I"),
                        "    index I CREATE INDEX ON public.t USING btree (a)"));
    }

    private static Case indexed(Index index, String shown) {
        return of(shown, new Operation.CreateIndex(T, index, false), "    index i " + shown);
    }

    private static List<Case> sequences() {
        QualifiedName name = QualifiedName.of("s");
        Sequence s = sequence("s");
        Sequence other = new Sequence(
                name,
                integer(),
                new SequenceOptions(7, 50, 5L, 5000L, 20, true),
                new Sequence.Owner(T, "d"),
                "it counts");
        String shown = " start 7 increment 50 min 5 max 5000 cache 20 cycle owned by public.t.d comment 'it counts'";
        return List.of(
                of(
                        "sequence",
                        new Operation.CreateSequence(
                                other.named(new QualifiedName("shop", "q")).ownedBy((Sequence.Owner) null)),
                        "sequence shop.q integer" + shown.replace(" owned by public.t.d", "")),
                of(
                        "descending sequence",
                        new Operation.CreateSequence(
                                sequence("q").incrementBy(-1).startWith(-1)),
                        "sequence public.q bigint start -1 increment -1 min -9223372036854775808 max -1 cache 1"),
                of(
                        "drop sequence",
                        new Operation.DropSequence(name, s),
                        "!sequence public.s bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1"),
                after(
                        "SELECT setval('s', 6)",
                        "alter sequence",
                        new Operation.AlterSequence(s, other),
                        "sequence public.s integer" + shown),
                of(
                        "sequence type",
                        new Operation.AlterSequence(s, s.type(smallint())),
                        "sequence public.s smallint start 1 increment 1 min 1 max 32767 cache 1"),
                after(
                        "ALTER SEQUENCE s MINVALUE -100 MAXVALUE 100",
                        "sequence turns round",
                        new Operation.AlterSequence(
                                s.options(SequenceOptions.DEFAULT.between(-100L, 100L)),
                                s.options(new SequenceOptions(1, -1, null, 100L, 1, false))),
                        "sequence public.s bigint start 1 increment -1 min -9223372036854775808 max 100 cache 1"),
                of(
                        "rename sequence",
                        new Operation.RenameSequence(name, "r"),
                        "sequence public.r bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1"));
    }

    private static List<Case> enums() {
        EnumType mood = enumType("mood", "sad", "ok");
        String uses = """
                COMMENT ON TYPE mood IS 'how it is';
                CREATE TABLE p (m mood PRIMARY KEY);
                INSERT INTO p VALUES ('sad'), ('ok');
                CREATE TABLE u (m mood DEFAULT 'ok' CONSTRAINT fk_m REFERENCES p, n mood, l mood[] DEFAULT '{sad,ok}',
                    t text DEFAULT 'ok'::mood::text, CONSTRAINT ck_m CHECK (m <> 'sad' OR n = m));
                COMMENT ON CONSTRAINT ck_m ON u IS 'not so';
                INSERT INTO u VALUES ('ok', 'sad', '{ok,sad}');
                CREATE INDEX ix_m ON u (m) WHERE n = 'ok';
                CREATE UNIQUE INDEX ix_n ON u (n, (m = 'ok'));
                CREATE TABLE shop.w (m mood)\
                """;
        EnumType commented = mood.comment("how it is");
        return List.of(
                of(
                        "enum",
                        new Operation.CreateEnum(
                                enumType("shop.size", "S", "it's").comment("c")),
                        "enum shop.size ('S', 'it''s') comment 'c'"),
                of(
                        "rename enum",
                        new Operation.RenameEnum(QualifiedName.of("mood"), "temper"),
                        "enum public.temper ('sad', 'ok')"),
                of(
                        "drop enum",
                        new Operation.DropEnum(QualifiedName.of("mood"), mood),
                        "!enum public.mood ('sad', 'ok')"),
                after(
                        uses,
                        "add enum values",
                        new Operation.AlterEnum(
                                commented, commented.values(List.of("awful", "sad", "so", "la", "ok", "fine")), false),
                        "enum public.mood ('awful', 'sad', 'so', 'la', 'ok', 'fine') comment 'how it is'"),
                after(
                        uses,
                        "rebuild enum",
                        new Operation.AlterEnum(
                                commented, enumType("mood", "ok", "new", "sad").comment("else"), true),
                        "enum public.mood ('ok', 'new', 'sad') comment 'else'"),
                of(
                        "enum comment",
                        new Operation.AlterEnum(mood, commented, false),
                        "enum public.mood ('sad', 'ok') comment 'how it is'"));
    }

    private static List<Case> odd() {
        String user =
                "CREATE TABLE \"user\" (\"Order\" bigint, \"a \"\"b\"\" ü\" integer, CONSTRAINT \"PK user\" PRIMARY KEY (\"Order\"));"
                        + " CREATE TYPE shop.\"Größe\" AS ENUM ('a'); CREATE SEQUENCE shop.\"Seq.1\"";
        QualifiedName name = QualifiedName.of("user");
        return List.of(
                of(
                        "odd table",
                        new Operation.CreateTable(table(
                                        "shop.Order",
                                        column("user", bigint()).identity(byDefault()),
                                        column("a \"b\" ü", named("mood"))
                                                .nullable()
                                                .comment("x"),
                                        primaryKey("PK Order", "user"),
                                        check("Ck", "\"a \"\"b\"\" ü\" > 'sad'"),
                                        foreignKey("Fk", "user").references("parent", "z"),
                                        index("Ix", "a \"b\" ü"))
                                .comment("y")),
                        "table shop.\"Order\"",
                        "    column \"a \"\"b\"\" ü\" public.mood comment 'x'",
                        "    constraint PK Order PRIMARY KEY (\"user\")",
                        "    index Ix CREATE INDEX ON shop.\"Order\" USING btree (\"a \"\"b\"\" ü\")"),
                after(
                        user,
                        "odd column",
                        new Operation.AlterColumn(
                                name,
                                column("a \"b\" ü", integer()).nullable(),
                                column("a \"b\" ü", varchar(3))
                                        .nullable()
                                        .defaultTo("'1'")
                                        .comment("c"),
                                null),
                        "    column \"a \"\"b\"\" ü\" character varying(3) default '1'::character varying comment 'c'"),
                after(
                        user,
                        "odd generated column",
                        new Operation.AlterColumn(
                                name,
                                column("a \"b\" ü", integer()).nullable(),
                                column("a \"b\" ü", integer()).nullable().generatedAs("\"Order\" * 2"),
                                null),
                        "    column \"a \"\"b\"\" ü\" integer generated ((\"Order\" * 2)) stored"),
                after(
                        user,
                        "odd constraint",
                        new Operation.RenameConstraint(name, "PK user", "select"),
                        "    constraint select PRIMARY KEY (\"Order\")"),
                after(
                        user + "; ALTER TABLE \"user\" ADD g shop.\"Größe\"[] DEFAULT '{a}'",
                        "odd enum",
                        new Operation.AlterEnum(
                                enumType("shop.Größe", "a"), enumType("shop.Größe", "b'", "a", "c\\"), true),
                        "enum shop.\"Größe\" ('b''', 'a', E'c\\\\')"),
                after(
                        user,
                        "odd sequence",
                        new Operation.AlterSequence(
                                sequence("shop.\"Seq.1\""),
                                sequence("shop.\"Seq.1\"").comment("c").startWith(3)),
                        "sequence shop.\"Seq.1\" bigint start 3 increment 1 min 1 max 9223372036854775807 cache 1 comment 'c'"),
                after(
                        user,
                        "odd owner",
                        new Operation.AlterSequence(
                                sequence("s"), sequence("s").ownedBy(new Sequence.Owner(name, "Order"))),
                        "sequence public.s bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 owned by public.\"user\".\"Order\""));
    }
}
