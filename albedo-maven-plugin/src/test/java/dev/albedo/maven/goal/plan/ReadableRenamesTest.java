package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.writer.Layout;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reviewer reads of renames. */
class ReadableRenamesTest extends ProofFixture {

    private static final List<String> TABLES = List.of("CUSTOMER", "ORDERS", "COUNTRY", "ORDER_LINE", "INVOICE");

    private Plan planned(Connection connection, Schema model, Renames renames) throws Exception {
        Comparison comparison =
                new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, renames, ObjectFilter.ALL);
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, model, Optional.empty(), Snapshots.NO_SEARCH);
        Plan plan = comparison.plan(found, InitialValues.NONE);
        plan.print(said);
        proof(PlanProof.Place.DATABASE).of(connection, comparison, FILTER, plan);
        return plan;
    }

    private static String source(Plan plan) {
        return MigrationWriter.source(new MigrationWriter.Draft(
                        "shop",
                        "M1_Names",
                        "8f3c1a9b27d4",
                        List.of(),
                        List.of(),
                        List.of(),
                        "2026-11-22T21:30:05Z",
                        plan.up(),
                        plan.down())
                .with(plan.comments()));
    }

    private void bothWays(Connection connection, Plan plan, Schema model) throws Exception {
        String before = CatalogDump.everything().of(connection);
        run(connection, plan.up());
        assertThat(comparison(connection)
                        .ofDatabase(
                                connection,
                                LiveSchema.read(connection, FILTER),
                                model,
                                Optional.empty(),
                                Snapshots.NO_SEARCH)
                        .diff()
                        .operations())
                .isEmpty();
        run(connection, plan.down());
        assertThat(CatalogDump.everything().of(connection)).isEqualTo(before);
    }

    private static void run(Connection connection, List<Operation> operations) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        for (Operation operation : operations) {
            JdbcSink.run(connection, dialect, operation);
        }
    }

    private static Table upperOrLower(String name, boolean lower) {
        List<TableElement> elements = new ArrayList<>();
        elements.add(column(cased("ID", lower), integer()));
        for (int i = 1; i <= 9; i++) {
            elements.add(column(cased("SOME_ATTRIBUTE_" + i, lower), varchar(20)));
        }
        elements.add(primaryKey(cased(name + "_PK", lower), cased("ID", lower)));
        elements.add(index(cased(name + "_IX", lower), cased("SOME_ATTRIBUTE_1", lower)));
        return table(cased(name, lower), elements.toArray(TableElement[]::new));
    }

    private static String cased(String name, boolean lower) {
        return lower ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** 65 names: 5 tables, 50 columns, 5 keys and 5 indexes. */
    @Test
    void aChangeOfCaseIsAFewLines() throws Exception {
        List<String> renames = new ArrayList<>();
        Schema before = Schema.EMPTY;
        Schema model = Schema.EMPTY;
        for (String name : TABLES) {
            before = before.with(upperOrLower(name, false));
            model = model.with(upperOrLower(name, true));
            renames.add(name + "->" + name.toLowerCase(Locale.ROOT));
            upperOrLower(name, false)
                    .columns()
                    .forEach(column -> renames.add(
                            name + "." + column.name() + "->" + column.name().toLowerCase(Locale.ROOT)));
        }
        try (Connection connection = database.connect()) {
            for (Table table : before.tables().values()) {
                run(connection, List.of(new Operation.CreateTable(table)));
                connection
                        .createStatement()
                        .execute("insert into \"" + table.name().name() + "\" values (1" + ", 'x'".repeat(9) + ")");
            }

            Plan plan = planned(connection, model, Renames.parse(String.join(",", renames)));

            assertThat(plan.up()).hasSize(65);
            assertThat(said.lines().stream().filter(line -> line.startsWith("  rename")))
                    .containsExactly("  rename 65 names to lower case");
            assertThat(said.lines())
                    .contains("    ORDERS: ID, SOME_ATTRIBUTE_1, SOME_ATTRIBUTE_2, SOME_ATTRIBUTE_3, SOME_ATTRIBUTE_4,"
                            + " SOME_ATTRIBUTE_5, SOME_ATTRIBUTE_6, SOME_ATTRIBUTE_7, SOME_ATTRIBUTE_8,"
                            + " SOME_ATTRIBUTE_9; constraints ORDERS_PK; indexes ORDERS_IX");
            assertThat(source(plan))
                    .containsOnlyOnce("op.rename(NameStyle.LOWER_CASE, ")
                    .containsOnlyOnce("op.renameBack(NameStyle.LOWER_CASE, ")
                    .doesNotContain("op.renameColumn", "op.renameTable");
            bothWays(connection, plan, model);
        }
    }

    private static final Layout LAYOUT =
            new Layout(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    private static final List<String> ATTRIBUTES = List.of(
            "id",
            "version",
            "firstName",
            "lastName",
            "email",
            "phoneNumber",
            "createdAt",
            "updatedAt",
            "status",
            "owner1");

    /** A table of 13 names that are not always spelled in camel case. */
    private static Table named(String name, UnaryOperator<String> style) {
        List<TableElement> elements = new ArrayList<>();
        ATTRIBUTES.forEach(each -> elements.add(column(style.apply(each), varchar(20))));
        elements.add(primaryKey(style.apply(name + "Key"), style.apply("id")));
        elements.add(index(style.apply(name + "ByStatus"), style.apply("status"), style.apply("createdAt")));
        elements.add(check(style.apply(name + "Check"), "\"" + style.apply("status") + "\" <> 'x'"));
        return table(style.apply(name), elements.toArray(TableElement[]::new));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    static Stream<Arguments> styles() {
        UnaryOperator<String> camel = UnaryOperator.identity();
        UnaryOperator<String> snake = ReadableRenamesTest::snake;
        return Stream.of(
                Arguments.of(
                        "LOWER_CASE",
                        (UnaryOperator<String>) name -> snake(name).toUpperCase(Locale.ROOT),
                        snake),
                Arguments.of("UPPER_CASE", snake, (UnaryOperator<String>)
                        name -> snake(name).toUpperCase(Locale.ROOT)),
                Arguments.of("SNAKE_CASE", camel, snake),
                Arguments.of("SEPARATED", (UnaryOperator<String>) name -> name.toLowerCase(Locale.ROOT), snake));
    }

    /** Each of at least 100 names that change, in 13 tables with a row, back and forth, and in few lines of the file. */
    @ParameterizedTest
    @MethodSource("styles")
    void aNewNamingStrategyIsAFewLines(String style, UnaryOperator<String> old, UnaryOperator<String> now)
            throws Exception {
        List<String> renames = new ArrayList<>();
        Schema before = Schema.EMPTY;
        Schema model = Schema.EMPTY;
        for (int t = 1; t <= 13; t++) {
            String name = "someTable" + (char) ('a' + t);
            before = before.with(named(name, old));
            model = model.with(named(name, now));
            String table = '"' + old.apply(name) + '"';
            rename(renames, table, old.apply(name), now.apply(name));
            for (String each : ATTRIBUTES) {
                rename(renames, table + ".\"" + old.apply(each) + '"', old.apply(each), now.apply(each));
            }
        }
        try (Connection connection = database.connect()) {
            for (Table table : before.tables().values()) {
                run(connection, List.of(new Operation.CreateTable(table)));
                connection
                        .createStatement()
                        .execute("insert into \"" + table.name().name() + "\" values ('x'" + ", 'y'".repeat(9) + ")");
            }

            Plan plan = planned(connection, model, Renames.parse(String.join(",", renames)));

            assertThat(plan.up()).hasSizeGreaterThan(100).allMatch(Operation.Rename.class::isInstance);
            String source = LAYOUT.apply(source(plan));
            assertThat(source)
                    .containsOnlyOnce("op.rename(")
                    .contains("NameStyle." + style + ",\n                \"")
                    .containsOnlyOnce("op.renameBack(");
            int start = source.indexOf("public void up");
            assertThat(source.substring(start, source.indexOf("@Override", start))
                            .lines())
                    .as("two lines a table")
                    .hasSizeLessThanOrEqualTo(2 * 13 + 6);
            bothWays(connection, plan, model);
        }
    }

    private static void rename(List<String> renames, String place, String from, String to) {
        if (!from.equals(to)) {
            renames.add(place + "->\"" + to + '"');
        }
    }

    @Test
    void namesThatStayAreSaid() throws Exception {
        database.execute(
                "create table customer (id integer primary key, status varchar(9) constraint customer_status_check check"
                        + " (status in ('A', 'B')), constraint stays check (id > 0))",
                "create index on customer (status)",
                "insert into customer values (1, 'A')");
        Schema model = Schema.of(table(
                "client",
                column("id", integer()),
                column("status", varchar(9)).nullable(),
                primaryKey(null, "id"),
                check(null, "status in ('A','B')"),
                check(null, "id > 0"),
                index(null, "status")));
        try (Connection connection = database.connect()) {
            Plan plan = planned(connection, model, Renames.parse("customer->client"));

            assertThat(said.lines())
                    .startsWith(
                            "  rename table customer to client",
                            "    these keep their names: customer_pkey, customer_status_check, customer_status_idx");
            assertThat(source(plan))
                    .contains("// these keep their names: customer_pkey, customer_status_check, customer_status_idx\n"
                            + "        op.renameTable(\"customer\", \"client\");");
            bothWays(connection, plan, model);
        }
    }
}
