package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.bytea;
import static dev.albedo.schema.Types.character;
import static dev.albedo.schema.Types.date;
import static dev.albedo.schema.Types.doublePrecision;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.json;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.timestamp;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns as Alembic's own tests have them, where no other case is the same. Alembic ignores an argument of a type that one
 * side lacks; here a type without it is another type, because it is to the server.
 */
final class AlembicColumnChanges {

    private AlembicColumnChanges() {}

    private static Table t(Column... columns) {
        return table("t", columns);
    }

    private static Column x(SqlType type) {
        return column("x", type).nullable();
    }

    private static Change differ(SqlType from, SqlType to) {
        return Change.of("types that differ: " + from + ", " + to)
                .from(t(x(from)))
                .to(t(x(to)))
                .does("alter column t.x: type " + from + " -> " + to);
    }

    static List<Change> all() {
        List<Change> all = new ArrayList<>(List.of(
                differ(varchar(30), varchar(40)),
                differ(varchar(30), integer()),
                differ(varchar(30), varchar()),
                differ(text(), varchar(255)),
                differ(character(1), varchar(1)),
                differ(varchar(6), varchar(12)),
                differ(numeric(10, 5), numeric(10, 6)),
                differ(numeric(10, 5), numeric(10, 0)),
                differ(numeric(10, 0), numeric(10, 5)),
                differ(numeric(10, 2), numeric(10, 0)),
                differ(numeric(10, 5), numeric(12, 5)),
                differ(bigint(), integer()),
                differ(bigint(), smallint()),
                differ(integer(), smallint()),
                differ(integer(), numeric(8, 0)),
                differ(numeric(8, 0), numeric(8, 2)),
                differ(timestamp(6), timestamptz(6)),
                differ(timestamptz(6), timestamp(6)),
                differ(varchar(10), integer()),
                differ(integer(), varchar(10))));
        all.add(same(
                "each type is itself again",
                enumType("mood", "sad", "ok"),
                t(
                        column("a", integer()),
                        column("b", character(1)),
                        column("c", varchar(32)),
                        column("d", text()),
                        column("e", doublePrecision()),
                        column("f", numeric()),
                        column("g", timestamp(6)),
                        column("h", timestamptz(6)),
                        column("i", bool()),
                        column("j", bigint()),
                        column("k", smallint()),
                        column("l", date()),
                        column("m", bytea()),
                        column("n", json()),
                        column("o", named("mood")),
                        column("p", array(varchar(5))))));
        all.add(same(
                "types that no word here names are compared by their names",
                t(
                        column("a", type("tsvector")),
                        column("b", type("money")),
                        column("c", type("int4range")),
                        column("d", type("point")))));
        all.add(Change.of("a time that says it has no zone is the same")
                .from(t(x(type("timestamp"))))
                .to(t(x(type("timestamp without time zone"))))
                .does());
        all.add(same(
                "a key of two columns is not asked about NULL",
                table(
                        "person_to_role",
                        column("person_id", integer()),
                        column("role_id", integer()),
                        primaryKey(null, "person_id", "role_id"))));
        all.add(same(
                "a numbered column is the same",
                t(column("id", integer())
                        .identity(byDefault().options(counting().startWith(2))))));
        all.add(Change.of("a table's and a column's comment stay")
                .from(t(x(integer()).comment("c")).comment("the table"))
                .to(t(x(integer()).comment("c")).comment("the table"))
                .does());
        all.add(Change.of("a column's comment is changed in a table whose name needs quotes")
                .from(table("T able", x(integer()).comment("it's")))
                .to(table("T able", x(integer()).comment("\"it\"")))
                .does("alter column T able.x: comment it's -> \"it\""));
        return all;
    }

    private static Change same(String name, Object... parts) {
        return Change.of(name).from(parts).to(parts).does();
    }
}
