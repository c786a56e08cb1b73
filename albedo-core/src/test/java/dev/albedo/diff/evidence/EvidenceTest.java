package dev.albedo.diff.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.rename.Rename;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Types;
import dev.albedo.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    /** Lines, separated by semicolons. */
    private static Origins origins(String text) {
        return Origins.parse(List.of(text.split("; ")));
    }

    /** A schema with all places that have an origin. */
    private static Schema schema(Origins origins) {
        TreeMap<QualifiedName, List<Column>> tables = new TreeMap<>();
        for (Place place : origins.byPlace().keySet()) {
            List<Column> columns = tables.computeIfAbsent(place.name(), name -> new ArrayList<>());
            if (place.column() != null) {
                columns.add(SchemaDsl.column(place.column(), Types.text()));
            }
        }
        return Schema.of(
                List.of(),
                tables.entrySet().stream()
                        .map(entry -> SchemaDsl.table(entry.getKey().toString()).columns(entry.getValue()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Evidence evidence(String before, String now) {
        Origins origins = origins(before);
        return new Evidence(schema(origins), origins, schema(origins(now)), origins(now));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing                        | c = C; c.m = C#m                       | c = C; c.m = C#m                    | ''     | ''
            another column                 | c = C; c.m = C#m                       | c = C; c.e = C#m                    | ''     | c.m->e
            another attribute              | c = C; c.m = C#m                       | c = C; c.m = C#e                    | ''     | ''
            another column and attribute   | c = C; c.m = C#m                       | c = C; c.e = C#e                    | ''     | ''
            another table                  | c = C; c.m = C#m                       | d = C; d.m = C#m                    | c->d   | ''
            another table in a schema      | s.c = C; s.c.m = C#m                   | s.d = C; s.d.m = C#m                | s.c->d | ''
            another table and class        | c = C; c.m = C#m                       | d = D; d.m = D#m                    | ''     | ''
            another class, and a column    | c = C; c.m = C#m                       | c = D; c.e = D#m                    | ''     | ''
            another embeddable             | c = C; c.m = C#a.m                     | c = C; c.m = C#m                    | ''     | ''
            a collection's table           | p = C#ps[]; p.x = C#ps[].value()       | q = C#ps[]; q.x = C#ps[].value()    | p->q   | ''
            one of two secondary tables    | a = C[secondary]; b = C[secondary]     | a = C[secondary]; d = C[secondary]  | b->d   | ''
            both secondary tables          | a = C[secondary]; b = C[secondary]     | c = C[secondary]; d = C[secondary]  | ''     | ''
            the names follow each other    | c = C; c.x = C#x; c.y = C#y            | c = C; c.y = C#x; c.z = C#y         | ''     | c.x->y, c.y->z
            the names are exchanged        | c = C; c.x = C#x; c.y = C#y            | c = C; c.y = C#x; c.x = C#y         | ''     | c.x->y, c.y->x
            three names are exchanged      | c = C; c.x = C#x; c.y = C#y; c.z = C#z | c = C; c.y = C#x; c.z = C#y; c.x = C#z | ''  | c.x->y, c.y->z, c.z->x
            tables exchange their names    | c = C; c.x = C#x; d = D; d.x = D#x     | d = C; d.x = C#x; c = D; c.x = D#x  | c->d, d->c | ''
            a name of what goes            | c = C; c.x = C#x; c.y = C#y            | c = C; c.y = C#x                    | ''     | ''
            two want one name              | c = C; c.x = C#x; c.y = C#y            | c = C; c.y = C#x; c.x = C#y, C#z    | ''     | c.x->y, c.y->x
            one of several attributes      | c = C; c.x = C#p, C#q                  | c = C; c.y = C#p                    | ''     | c.x->y
            one becomes two                | c = C; c.x = C#p, C#q                  | c = C; c.y = C#p; c.z = C#q         | ''     | ''
            two become one                 | c = C; c.x = C#p; c.y = C#q            | c = C; c.z = C#p, C#q               | ''     | ''
            """)
    void renames(String why, String before, String now, String tables, String columns) {
        Evidence evidence = evidence(before, now);

        assertThat(String.join(
                        ", ", evidence.tables().stream().map(Rename::toString).toList()))
                .as(why)
                .isEqualTo(tables);
        assertThat(String.join(
                        ", ", evidence.columns().stream().map(Rename::toString).toList()))
                .as(why)
                .isEqualTo(columns);
    }

    @Test
    void whatTheDatabaseHasNotIsNoEvidence() {
        Origins before = origins("c = C; c.m = C#m");
        Origins now = origins("c = C; c.e = C#m");

        assertThat(new Evidence(schema(now), before, schema(now), now).columns())
                .isEmpty();
        assertThat(new Evidence(schema(before), before, schema(before), now).columns())
                .isEmpty();
        assertThat(new Evidence(schema(before), Origins.NONE, schema(now), now).columns())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one table to joined ones    | p = P; p.i = P#i; p.n = C#n            | p = P; p.i = P#i; c = C; c.i = C#i; c.n = C#n      | C#n: p.n -> [c.n]
            joined tables to one        | p = P; p.i = P#i; c = C; c.i = C#i; c.n = C#n | p = P; p.i = P#i; p.n = C#n                 | C#n: c.n -> [p.n]
            one table to one a class    | p = P; p.a = P#a; p.n = C#n            | c = C; c.a = P#a; c.n = C#n; d = D; d.a = P#a      | C#n: p.n -> [c.n], P#a: p.a -> [c.a, d.a]
            to a secondary table        | c = C; c.n = C#n                       | c = C; s = C[secondary]; s.n = C#n                 | C#n: c.n -> [s.n]
            to another schema           | c = C; c.n = C#n                       | s.c = C; s.c.n = C#n                               | C: c -> [s.c]
            one class for another       | c = C; c.a = P#a; d = D; d.a = P#a     | c = C; c.a = P#a; e = E; e.a = P#a                 | ''
            a rename                    | c = C; c.n = C#n                       | c = C; c.m = C#n                                   | ''
            exchanged                   | c = C; c.n = C#n; c.m = C#m            | c = C; c.m = C#n; c.n = C#m                        | C#m: c.m -> [c.n], C#n: c.n -> [c.m]
            to the name of what goes    | c = C; c.n = C#n; c.m = C#m            | c = C; c.m = C#n                                   | C#n: c.n -> [c.m]
            to the name of a new class  | c = C; c.n = C#n; d = D; d.m = D#m     | d = C; d.n = C#n; c = E; c.m = E#m                 | C: c -> [d]
            gone                        | c = C; c.n = C#n                       | c = C                                              | ''
            """)
    void moves(String why, String before, String now, String expected) {
        List<String> moves = evidence(before, now).moves().stream()
                .map(move -> move.origin() + ": " + move.from() + " -> " + move.to())
                .sorted()
                .toList();

        assertThat(String.join(", ", moves)).as(why).isEqualTo(expected);
    }

    /** Whatever is renamed in a schema, the origins find; then nothing is left to do. */
    @Test
    void findsEveryRenameOfARandomSchema() {
        int renamed = 0;
        for (int seed = 0; seed < 300; seed++) {
            Schema from = new RandomSchemas(seed).schema();
            Origins before = origins(from);
            List<Rename> renames = renames(from, seed);
            Schema to = from;
            Origins now = before;
            for (Rename rename : renames) {
                to = rename.applyTo(to);
                now = now.at(rename::moved);
            }

            Evidence evidence = new Evidence(from, before, to, now);
            for (Rename rename : evidence.tables()) {
                evidence = evidence.after(rename);
            }
            for (Rename rename : evidence.columns()) {
                evidence = evidence.after(rename);
            }

            assertThat(evidence.from()).as("seed %d: %s", seed, renames).isEqualTo(to);
            assertThat(evidence.before()).isEqualTo(now);
            assertThat(evidence.moves()).isEmpty();
            renamed += renames.size();
        }
        assertThat(renamed).isGreaterThan(500);
    }

    private static Origins origins(Schema schema) {
        TreeMap<Place, SortedSet<String>> origins = new TreeMap<>();
        schema.tables().values().forEach(table -> {
            origins.put(Place.of(table.name()), new TreeSet<>(List.of("T" + origins.size())));
            for (Column column : table.columns()) {
                origins.put(Place.of(table.name(), column.name()), new TreeSet<>(List.of("T#a" + origins.size())));
            }
        });
        return new Origins(origins);
    }

    /** Every other table, and every third column, by the names that the tables have then. */
    private static List<Rename> renames(Schema schema, int seed) {
        List<Rename> renames = new ArrayList<>();
        Map<QualifiedName, QualifiedName> names = new TreeMap<>();
        int count = seed;
        for (QualifiedName table : schema.tables().keySet()) {
            if (count++ % 2 == 0) {
                Rename rename = new Rename(Place.of(table), "renamed " + count);
                renames.add(rename);
                names.put(table, rename.to().name());
            }
        }
        for (Map.Entry<QualifiedName, dev.albedo.schema.Table> entry :
                schema.tables().entrySet()) {
            QualifiedName table = names.getOrDefault(entry.getKey(), entry.getKey());
            for (Column column : entry.getValue().columns()) {
                if (count++ % 3 == 0) {
                    renames.add(new Rename(Place.of(table, column.name()), "renamed_" + count));
                }
            }
        }
        return renames;
    }
}
