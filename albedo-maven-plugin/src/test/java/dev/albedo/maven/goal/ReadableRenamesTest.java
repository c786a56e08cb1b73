package dev.albedo.maven.goal;

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
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.ObjectFilter;
import dev.albedo.diff.Renames;
import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reviewer reads of renames. */
class ReadableRenamesTest extends ProofFixture {

    private static final List<String> TABLES = List.of("CUSTOMER", "ORDERS", "COUNTRY", "ORDER_LINE", "INVOICE");

    private Plan planned(Connection connection, Schema model, Renames renames) throws Exception {
        Comparison comparison =
                new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, renames, ObjectFilter.ALL);
        Schema start = DatabaseReader.read(connection, FILTER);
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
                                DatabaseReader.read(connection, FILTER),
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
                    .hasSizeLessThanOrEqualTo(16)
                    .contains(
                            "  rename tables to lower case: CUSTOMER, ORDERS, COUNTRY, ORDER_LINE, INVOICE",
                            "  rename columns of orders to lower case: ID, "
                                    + "SOME_ATTRIBUTE_1, SOME_ATTRIBUTE_2, SOME_ATTRIBUTE_3, SOME_ATTRIBUTE_4,"
                                    + " SOME_ATTRIBUTE_5, SOME_ATTRIBUTE_6, SOME_ATTRIBUTE_7, SOME_ATTRIBUTE_8,"
                                    + " SOME_ATTRIBUTE_9");
            assertThat(source(plan))
                    .contains("op.renameColumns(\"orders\", \"ID -> id, SOME_ATTRIBUTE_1 -> some_attribute_1\");")
                    .doesNotContain("op.renameColumn(", "op.renameTable(");
            bothWays(connection, plan, model);
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
