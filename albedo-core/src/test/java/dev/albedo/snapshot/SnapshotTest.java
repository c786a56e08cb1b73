package dev.albedo.snapshot;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.testing.Everything;
import dev.albedo.testing.RandomSchemas;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    /** A schema {@code a} with a table {@code b}, and a table {@code a} with a column {@code b}. */
    private static final Origins ORIGINS = Origins.parse(List.of(
            "a.b = shop.B",
            "a.b.c = shop.B#c",
            "a.b = shop.A#b, shop.A#id.b",
            "\"x = y\".\"p.q\" = shop.X#p",
            "x_tags = shop.X#tags[]",
            "x_tags.x_id = shop.X#tags[].owner()"));

    private static final TreeMap<Place, String> OLD_NAMES = new TreeMap<>(Map.of(
            Place.of(QualifiedName.parse("a.b")), "c",
            Place.of(QualifiedName.of("a"), "b"), "the \"old\" b"));

    private static Snapshot of(Schema schema) {
        return new Snapshot(
                schema,
                ORIGINS,
                OLD_NAMES,
                InitialValues.of("customer", "stars", "3")
                        .and(QualifiedName.of("customer"), "Weird \"name\".x", "'it''s'")
                        .and(new QualifiedName("my schema", "a.b"), "c", "true")
                        .and(
                                QualifiedName.of("customer"),
                                "active",
                                new InitialValues.Primitive("false", "kind = 'it''s'", List.of("street", "\"x\"")))
                        .and(QualifiedName.of("customer"), "letter", new InitialValues.Primitive(null, null, List.of()))
                        .and(
                                new QualifiedName("my schema", "a.b"),
                                "state",
                                new InitialValues.Constants(List.of("NEW", "OLD"), List.of("0", "1")))
                        .discriminator(
                                QualifiedName.of("item"),
                                "dtype",
                                new InitialValues.Constants(List.of("shop.Car"), List.of("'Car'"))),
                List.of(new Unmanaged("the view \"v\"", "create view \"v\" as select 'ü'"), new Unmanaged("rows", "x")),
                new TreeMap<>(Map.of("hibernate", "7.4", "a \"b\"", "<ü>")),
                "f00");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SnapshotReader.read(SnapshotWriter.write(of(Everything.SCHEMA))))
                .isEqualTo(of(Everything.SCHEMA));
        assertThat(SnapshotReader.read(SnapshotWriter.write(of(Schema.EMPTY)))).isEqualTo(of(Schema.EMPTY));
        Schema divided = Schema.of(
                table("day", column("id", bigint())).partitionBy("RANGE (id)"),
                table("s.heir", column("id", bigint())).inherits("parent", "s.\"Other\""));
        assertThat(SnapshotReader.read(SnapshotWriter.write(of(divided)))).isEqualTo(of(divided));
        for (int seed = 0; seed < 300; seed++) {
            Snapshot snapshot = of(new RandomSchemas(seed).schema());
            String text = SnapshotWriter.write(snapshot);
            assertThat(SnapshotReader.read(text)).as("seed %d", seed).isEqualTo(snapshot);
            assertThat(SnapshotWriter.write(SnapshotReader.read(text))).isEqualTo(text);
        }
    }

    @Test
    void looksLikeThis() {
        Schema schema = Schema.EMPTY.with(Everything.LINE_TABLE.constraints(Everything.LINE_TABLE.foreignKeys()));

        assertThat(SnapshotWriter.write(new Snapshot(
                        schema,
                        Origins.parse(List.of("line = shop.Line", "line.id = shop.Line#id")),
                        new TreeMap<>(Map.of(Place.of(QualifiedName.of("line"), "id"), "line_no")),
                        InitialValues.NONE,
                        List.of(),
                        new TreeMap<>(),
                        "f00")))
                .isEqualTo("""
                {
                  "format": 1,
                  "fingerprint": "f00",
                  "tables": [
                    {
                      "name": "line",
                      "columns": [
                        {
                          "name": "id",
                          "type": "bigint"
                        },
                        {
                          "name": "order_shop",
                          "type": "integer"
                        },
                        {
                          "name": "order_id",
                          "type": "bigint"
                        }
                      ],
                      "constraints": [
                        {
                          "kind": "foreignKey",
                          "name": "fk_line_order",
                          "columns": [
                            "order_shop",
                            "order_id"
                          ],
                          "target": "order",
                          "targetColumns": [
                            "shop",
                            "id"
                          ]
                        }
                      ]
                    }
                  ],
                  "origins": [
                    "line = shop.Line",
                    "line.id = shop.Line#id"
                  ],
                  "renamedFrom": [
                    {
                      "table": "line",
                      "column": "id",
                      "from": "line_no"
                    }
                  ]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                          | it is not a JSON object
            []                                                          | it is not a JSON object
            {                                                           | End of input
            {}                                                          | it was written by an older Albedo (format 0; this one reads format 1); compile the project again to make it anew
            {"format":2,"fingerprint":"x"}                              | it was written by a newer Albedo (format 2; this one reads up to format 1); compile the project again to make it anew
            {"format":1}                                                | "fingerprint" is missing in {"format":1}
            {"format":1,"fingerprint":"x","tables":[{}]}                | "name" is missing in {}
            {"format":1,"fingerprint":"x","tables":"no"}                | JSON
            {"format":1,"fingerprint":"x","schemas":[{}]}               | cannot read
            {"format":1,"fingerprint":"x","tables":[{"name":"a.b.c"}]}  | the name a.b.c has more than two parts
            {"format":1,"fingerprint":"x","tables":[{"name":"a","constraints":[{"kind":"odd"}]}]} | unknown kind odd
            {"format":1,"fingerprint":"x","tables":[{"name":"a","columns":[{"name":"b","type":"varchar(1"}]}]} | varchar(1 has an unclosed
            {"format":1,"fingerprint":"x","origins":["a.b"]}            | "a.b" is not of the form table.column = Class#attribute
            {"format":1,"fingerprint":"x","origins":["a.b.c.d = E#e"]}  | a.b.c.d is not a column and its table
            {"format":1,"fingerprint":"x","enums":[{"name":"a"},{"name":"a"}]} | two enum types have the name a
            """)
    void saysWhyItCannotRead(String text, String reason) {
        assertThatThrownBy(() -> SnapshotReader.read(text))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("cannot read the snapshot of the model: ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("; compile the project again to make it anew");
    }
}
