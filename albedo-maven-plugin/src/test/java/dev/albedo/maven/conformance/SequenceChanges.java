package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.smallint;

import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.List;

/** Sequences. */
final class SequenceChanges {

    private SequenceChanges() {}

    private static Sequence s() {
        return sequence("s");
    }

    private static Change alters(String name, Sequence from, Sequence to, String difference) {
        return Change.of(name).from(from).to(to).does("alter sequence s: " + difference);
    }

    static List<Change> all() {
        Table t = table("t", column("id", bigint()), primaryKey(null, "id"));
        return List.of(
                Change.of("a sequence is added").to(s().incrementBy(50)).does("create sequence s"),
                Change.of("a sequence is dropped")
                        .from(s().startWith(5).comment("c"))
                        .does("drop sequence s"),
                Change.of("a sequence in another schema is added")
                        .to(sequence("sales.s").comment("it's"))
                        .does("create schema sales", "create sequence sales.s"),
                alters("a sequence starts elsewhere", s(), s().startWith(1000), "start 1 -> 1000"),
                alters(
                        "a sequence counts in steps of an allocation size",
                        s(),
                        s().incrementBy(50),
                        "increment 1 -> 50"),
                alters(
                        "a sequence counts down",
                        s(),
                        s().incrementBy(-1).startWith(-1),
                        "start 1 -> -1, increment 1 -> -1"),
                alters(
                        "a sequence gets bounds",
                        s(),
                        s().options(counting().between(-5L, 5000L)),
                        "minimum none -> -5, maximum none -> 5000"),
                alters(
                        "a sequence loses its bounds",
                        s().options(counting().startWith(7).between(7L, 5000L)),
                        s(),
                        "start 7 -> 1, minimum 7 -> none, maximum 5000 -> none"),
                Change.of("bounds that are the default are no difference")
                        .from(s())
                        .to(s().options(counting().between(1L, Long.MAX_VALUE)))
                        .does(),
                alters(
                        "a sequence keeps more values ready",
                        s(),
                        s().options(counting().cache(20)),
                        "cache 1 -> 20"),
                alters("a sequence starts over", s(), s().options(counting().cycle(true)), "cycle false -> true"),
                alters("a sequence gets narrower", s(), s().type(integer()), "type bigint -> integer"),
                alters(
                        "a sequence gets wider and keeps a bound",
                        s().type(smallint()).options(counting().between(1L, 100L)),
                        s().options(counting().between(1L, 100L)),
                        "type smallint -> bigint"),
                alters("a sequence's comment is changed", s().comment("x"), s().comment("y"), "comment x -> y"),
                Change.of("a sequence gets an owner")
                        .from(t, s())
                        .to(t, s().ownedBy("t", "id"))
                        .does("alter sequence s: owner none -> t.id"),
                Change.of("a sequence loses its owner")
                        .from(t, s().ownedBy("t", "id"))
                        .to(t, s())
                        .does("alter sequence s: owner t.id -> none"),
                Change.of("a table and the sequence it owns and counts with are added")
                        .to(
                                table(
                                        "t",
                                        column("id", bigint()).defaultTo("nextval('t_id_seq')"),
                                        primaryKey(null, "id")),
                                sequence("t_id_seq").ownedBy("t", "id"))
                        .does(
                                "create sequence t_id_seq",
                                "create table t",
                                "alter sequence t_id_seq: owner none -> t.id"),
                Change.of("a table and the sequence it owns and counts with are dropped")
                        .from(
                                table(
                                        "sales.t",
                                        column("id", bigint()).defaultTo("nextval('sales.t_id_seq')"),
                                        primaryKey(null, "id")),
                                sequence("sales.t_id_seq").ownedBy("sales.t", "id"))
                        .with("insert into sales.t default values")
                        .does(
                                "alter sequence sales.t_id_seq: owner sales.t.id -> none",
                                "drop table sales.t",
                                "drop sequence sales.t_id_seq",
                                "drop schema sales"),
                Change.of("the owner of a sequence is dropped, the sequence stays")
                        .from(t.with(column("n", bigint())), s().ownedBy("t", "n"))
                        .to(t, s())
                        .does("alter sequence s: owner t.n -> none", "drop column t.n"),
                Change.of("a serial column becomes an identity column")
                        .from(
                                table("t", column("id", bigint()).defaultTo("nextval('t_id_seq')")),
                                sequence("t_id_seq").ownedBy("t", "id"))
                        .to(table("t", column("id", bigint()).identity(byDefault())))
                        .with("insert into t default values")
                        .does(
                                "alter sequence t_id_seq: owner t.id -> none",
                                "alter column t.id: default nextval('t_id_seq'::regclass) -> none, identity none -> by default",
                                "drop sequence t_id_seq"));
    }
}
