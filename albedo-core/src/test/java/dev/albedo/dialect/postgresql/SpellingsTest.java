package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.postgresql.Spellings.Spelling;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest extends AlignmentDatabase {

    private static final String COLUMNS = """
            id bigint, a integer, b varchar(20), c text, n numeric(10,2), small smallint, status varchar(255),
            long varchar(1000), flag boolean, day date, at timestamp(6), j jsonb, l integer[], m mood, om other.mood,
            "Order" integer, "Name" varchar(50)""";

    /** A model's table for one spelling of each, and the texts found in it. */
    private void eachSpellingIsItselfAndNotTheChangedOne(
            List<Spelling> spellings,
            Schema found,
            Function<List<String>, Table> model,
            Function<Table, List<String>> texts)
            throws SQLException {
        int most = spellings.stream()
                .mapToInt(spelling -> spelling.equal().size())
                .max()
                .orElseThrow();
        for (int i = 0; i < most; i++) {
            int which = i;
            Table wanted = model.apply(
                    spellings.stream().map(spelling -> spelling.of(which)).toList());
            Table normalized = DIALECT.normalize(Schema.of(wanted)).tables().get(wanted.name());
            Table aligned = align(found, Schema.of(wanted)).tables().get(wanted.name());
            assertThat(texts.apply(aligned)).containsExactlyInAnyOrderElementsOf(texts.apply(normalized));
        }
        Table changed = model.apply(spellings.stream().map(Spelling::changed).toList());
        Table aligned = align(found, Schema.of(changed)).tables().get(changed.name());
        assertThat(texts.apply(aligned))
                .containsExactlyInAnyOrderElementsOf(texts.apply(found.tables().get(changed.name())));
    }

    @Test
    void defaults() throws SQLException {
        List<Spelling> spellings = Spellings.defaults();
        List<Column> columns = new ArrayList<>();
        for (Spelling spelling : spellings) {
            columns.add(column("c" + columns.size(), PostgresTypes.parse(spelling.type())));
        }
        Function<List<String>, Table> model = texts -> {
            List<Column> changed = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                changed.add(columns.get(i).defaultTo(texts.get(i)));
            }
            return table("t").columns(changed);
        };
        Table first =
                model.apply(spellings.stream().map(spelling -> spelling.of(0)).toList());
        OperationSqlTest.run(connection, DIALECT, new CreateTable(first));

        eachSpellingIsItselfAndNotTheChangedOne(
                spellings,
                read("t"),
                model,
                table -> table.columns().stream().map(Column::defaultSql).toList());
    }

    private Table base() throws SQLException {
        return CatalogTexts.read(connection, QualifiedName.of("t"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void checks(boolean named) throws SQLException {
        execute("CREATE TABLE t (" + COLUMNS + ")");
        Table base = base();
        List<Spelling> spellings = Spellings.conditions();
        for (int i = 0; i < spellings.size(); i++) {
            execute("ALTER TABLE t ADD CONSTRAINT ck_" + i + " CHECK ("
                    + spellings.get(i).of(0) + "\n)");
        }
        Function<List<String>, Table> model = texts -> {
            List<Constraint> checks = new ArrayList<>();
            for (String text : texts) {
                checks.add(check(named ? "ck_" + checks.size() : null, text));
            }
            return base.constraints(checks);
        };

        eachSpellingIsItselfAndNotTheChangedOne(spellings, read("t"), model, AlignmentDatabase::checkTexts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void indexes(boolean named) throws SQLException {
        execute("CREATE TABLE t (" + COLUMNS + ")");
        Table base = base();
        List<Spelling> spellings = Stream.concat(Spellings.values().stream(), Spellings.conditions().stream())
                .filter(spelling -> !spelling.type().startsWith("varchar"))
                .filter(spelling -> !spelling.of(0).startsWith("t is"))
                .toList();
        int values = (int) spellings.stream()
                .filter(spelling -> !spelling.type().equals("-"))
                .count();
        Function<List<String>, Table> model = texts -> {
            List<Index> indexes = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String name = named ? "ix_" + i : null;
                indexes.add(
                        i < values
                                ? index(name, expression(texts.get(i) + "\n"))
                                : index(name, "id").where(texts.get(i)));
            }
            return base.indexes(indexes);
        };
        for (Index index : model.apply(
                        spellings.stream().map(spelling -> spelling.of(0)).toList())
                .indexes()) {
            execute(new IndexSql(new ServerVersion(18)).create(base.name(), index, false));
        }

        eachSpellingIsItselfAndNotTheChangedOne(
                spellings,
                read("t"),
                model,
                table -> table.indexes().stream()
                        .map(index ->
                                index.where() == null ? index.parts().get(0).text() : index.where())
                        .sorted()
                        .toList());
    }

    @Test
    void generatedColumns() throws SQLException {
        execute("CREATE TABLE t (" + COLUMNS + ")");
        Table base = base();
        List<Spelling> spellings = Spellings.values();
        for (int i = 0; i < spellings.size(); i++) {
            execute("ALTER TABLE t ADD g" + i + " " + spellings.get(i).type() + " GENERATED ALWAYS AS ("
                    + spellings.get(i).of(0) + ") " + (i % 2 == 0 ? "STORED" : "VIRTUAL"));
        }
        Function<List<String>, Table> model = texts -> {
            List<Column> columns = new ArrayList<>(base.columns());
            for (int i = 0; i < texts.size(); i++) {
                columns.add(column("g" + i, PostgresTypes.parse(spellings.get(i).type()))
                        .generated(new Generated(texts.get(i), i % 2 == 0)));
            }
            return base.columns(columns);
        };

        eachSpellingIsItselfAndNotTheChangedOne(
                spellings,
                read("t"),
                model,
                table -> table.columns().stream()
                        .map(Column::generated)
                        .filter(generated -> generated != null)
                        .map(Generated::expression)
                        .toList());
    }
}
