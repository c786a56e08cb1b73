package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.compositeType;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Table;
import java.util.List;

/** Composite types and the columns that use them. */
final class CompositeChanges {

    private CompositeChanges() {}

    private static final Column CITY = column("city", varchar(80));
    private static final Column NUMBER = column("House No", integer());
    private static final CompositeType PLACE = place(CITY, NUMBER);
    private static final CompositeType TRIP = compositeType(
            "trip", column("day", integer()), column("via", named("place")), column("stops", array(named("place"))));

    private static CompositeType place(Column... attributes) {
        return compositeType("place", attributes);
    }

    private static final Table T = table(
            "t",
            column("id", bigint()),
            column("p", named("place")).nullable(),
            column("ps", array(named("place"))).nullable());

    private static Change attributes(String name, CompositeType changed, String described) {
        return Change.of(name)
                .from(PLACE, T)
                .to(changed, T)
                .with("insert into t values (1, row('Rome', 7), array[row('Oslo', 1), null]::place[]), (2, null, '{}')")
                .does("alter composite type place from (city varchar(80), House No integer) to " + described);
    }

    static List<Change> all() {
        return List.of(
                Change.of("a composite type within another and a table with both are added")
                        .to(TRIP, PLACE.comment("c"), T.with(column("trip", named("trip"))))
                        .does(
                                "create composite type place (city varchar(80), House No integer)",
                                "create composite type trip (day integer, via place, stops place[])",
                                "create table t"),
                Change.of("composite types are dropped, the outer one first")
                        .from(TRIP, PLACE, T.with(column("trip", named("trip"))))
                        .to(T.columns(List.of(column("id", bigint()))))
                        .movingColumns()
                        .does(
                                "drop column t.p",
                                "drop column t.ps",
                                "drop column t.trip",
                                "drop composite type trip",
                                "drop composite type place"),
                Change.of("a composite type in another schema with an enum gets its comments")
                        .to(
                                enumType("sales.kind", "a"),
                                compositeType(
                                                "sales.Part",
                                                column("kind", named("sales.kind"))
                                                        .comment("it's"),
                                                column("name", varchar(9)).collate("C"))
                                        .comment("a part"),
                                table("t", column("part", named("sales.Part"))))
                        .does(
                                "create schema sales",
                                "create enum type sales.kind [a]",
                                "create composite type sales.Part (kind sales.kind, name varchar(9))",
                                "create table t"),
                attributes(
                        "an attribute is added at the end",
                        place(CITY, NUMBER, column("zip", varchar(5))),
                        "(city varchar(80), House No integer, zip varchar(5))"),
                attributes(
                        "an attribute is added in front",
                        place(column("zip", varchar(5)), CITY, NUMBER),
                        "(zip varchar(5), city varchar(80), House No integer)"),
                attributes("attributes change places", place(NUMBER, CITY), "(House No integer, city varchar(80))"),
                attributes(
                        "an attribute gets a wider type",
                        place(CITY, column("House No", bigint())),
                        "(city varchar(80), House No bigint)"),
                attributes(
                        "an attribute gets a comment",
                        place(CITY.comment("it's"), NUMBER),
                        "(city varchar(80), House No integer)"),
                Change.of("an attribute is dropped from the front that no row has")
                        .from(PLACE, T)
                        .to(place(NUMBER), T)
                        .with("insert into t values (1, row(null, 7), null)")
                        .does(
                                "alter composite type place from (city varchar(80), House No integer) to (House No integer)"),
                Change.of("a composite type within others is made anew under a check, an index and a view")
                        .from(
                                PLACE,
                                TRIP.comment("a trip"),
                                T.with(column("trip", named("trip")).nullable())
                                        .with(check("ck", "(p).city <> ''"))
                                        .with(index("ix", "p")))
                        .to(
                                place(column("zip", varchar(5)), CITY, NUMBER),
                                TRIP.comment("a trip"),
                                T.with(column("trip", named("trip")).nullable())
                                        .with(check("ck", "(p).city <> ''"))
                                        .with(index("ix", "p")))
                        .with(
                                "create view v as select id, (p).city, (trip).day from t",
                                "insert into t values (1, row('Rome', 7), null,"
                                        + " row(3, row('Bari', null), array[row('Oslo', 1)]::place[]))")
                        .does(
                                "drop check (((p).city)::text <> ''::text) on t (ck)",
                                "alter composite type place from (city varchar(80), House No integer) to (zip varchar(5), city"
                                        + " varchar(80), House No integer)",
                                "add check ((p).city <> '') on t (ck)"),
                Change.of("a column gets another composite type as a new one")
                        .from(
                                PLACE,
                                table(
                                        "t",
                                        column("id", bigint()),
                                        column("p", named("place")).nullable()))
                        .to(
                                PLACE,
                                compositeType("spot", CITY),
                                table(
                                        "t",
                                        column("id", bigint()),
                                        column("q", named("spot")).nullable()))
                        .movingColumns()
                        .does(
                                "create composite type spot (city varchar(80))",
                                "add column t.q spot",
                                "drop column t.p"));
    }
}
