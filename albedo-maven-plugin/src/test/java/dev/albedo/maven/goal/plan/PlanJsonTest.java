package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.Everything;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code diff} prints for programs. */
class PlanJsonTest {

    private static final QualifiedName CUSTOMER = QualifiedName.of("customer");
    private static final QualifiedName INVOICE = QualifiedName.parse("bill.invoice");

    private static String schemaText() throws IOException {
        try (var in = PlanJson.class.getClassLoader().getResourceAsStream(PlanJson.SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
    }

    private static Optional<Plan> plan(Operation... up) {
        return Optional.of(
                new Plan(dev.albedo.schema.Schema.EMPTY, dev.albedo.schema.Schema.EMPTY, List.of(up), List.of()));
    }

    /** The values of a key, in order. */
    private static List<String> values(String json, String key) {
        String start = '"' + key + "\": ";
        return json.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).replaceAll("[\",]", ""))
                .toList();
    }

    @Test
    void noDifference() throws Exception {
        String json = PlanJson.of(Optional.empty());
        assertThat(json).isEqualTo("""
                {
                  "format": 1,
                  "different": false,
                  "deletesData": false,
                  "operations": []
                }""");
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void allThatCreatePrintsIsInIt() throws Exception {
        String json = PlanJson.of(plan(
                new Operation.DropColumn(
                        INVOICE, "note", column("note", varchar(9)).nullable()),
                new Operation.AlterColumn(
                        CUSTOMER,
                        column("age", varchar(9)).nullable(),
                        column("age", integer()).nullable(),
                        "age::integer"),
                new Operation.Backfill(CUSTOMER, "code", null)));
        assertThat(json).isEqualTo("""
                {
                  "format": 1,
                  "different": true,
                  "deletesData": true,
                  "operations": [
                    {
                      "kind": "dropColumn",
                      "words": "drop column bill.invoice.note",
                      "schema": "bill",
                      "table": "invoice",
                      "name": "note",
                      "deletesData": "column bill.invoice.note",
                      "proposedUsing": null,
                      "fillIn": null
                    },
                    {
                      "kind": "alterColumn",
                      "words": "alter column customer.age: type varchar(9) -> integer, using age::integer",
                      "schema": null,
                      "table": "customer",
                      "name": "age",
                      "deletesData": null,
                      "proposedUsing": "age::integer",
                      "fillIn": null
                    },
                    {
                      "kind": "backfill",
                      "words": "fill column customer.code, with what is not said yet, where it is NULL",
                      "schema": null,
                      "table": "customer",
                      "name": "code",
                      "deletesData": null,
                      "proposedUsing": null,
                      "fillIn": "customer.code"
                    }
                  ]
                }""");
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void everyKindIsInTheSchema() throws Exception {
        String known = schemaText();
        assertThat(Arrays.stream(Everything.kinds(Operation.class))
                        .map(Class::getSimpleName)
                        .map(name -> '"' + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + '"'))
                .hasSize(37)
                .allMatch(known::contains);
        String json = PlanJson.of(plan(
                new Operation.CreateSchema("bill"),
                new Operation.CreateEnum(enumType("mood", "GOOD")),
                new Operation.RenameSequence(QualifiedName.of("a_seq"), "b_seq"),
                new Operation.CreateTable(table("bill.invoice", column("id", bigint()))),
                new Operation.AddColumn(CUSTOMER, column("age", integer()).nullable()),
                new Operation.RenameColumn(CUSTOMER, "mail", "email"),
                new Operation.Expect(CUSTOMER, unique("uq", "email")),
                new Operation.DropConstraint(CUSTOMER, "uq", null),
                new Operation.CreateIndex(CUSTOMER, index("ix", "age"), false),
                new Operation.RunSql("select 1", null, null)));
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(values(json, "kind"))
                .containsExactly(
                        "createSchema",
                        "createEnum",
                        "renameSequence",
                        "createTable",
                        "addColumn",
                        "renameColumn",
                        "expect",
                        "dropConstraint",
                        "createIndex",
                        "runSql");
        assertThat(values(json, "schema"))
                .containsExactly("bill", "null", "null", "bill", "null", "null", "null", "null", "null", "null");
        assertThat(values(json, "table"))
                .containsExactly(
                        "null",
                        "null",
                        "null",
                        "invoice",
                        "customer",
                        "customer",
                        "customer",
                        "customer",
                        "customer",
                        "null");
        assertThat(values(json, "name"))
                .containsExactly("bill", "mood", "a_seq", "null", "age", "mail", "null", "uq", "ix", "null");
        assertThat(schema().validate(json.replace("createEnum", "somethingElse"), InputFormat.JSON))
                .as("the schema refuses what it does not name")
                .isNotEmpty();
    }
}
