package dev.albedo.maven.writer;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.writer.MigrationWriter.Draft;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationWriterTest {

    private static final QualifiedName CUSTOMER = QualifiedName.of("customer");
    private static final Layout LAYOUT =
            new Layout(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    @TempDir
    Path directory;

    @Test
    void writesTheExampleOfTheReadme() throws Exception {
        List<Operation> up = List.of(
                new Operation.AddColumn(CUSTOMER, column("email", varchar(255)).nullable()),
                new Operation.CreateIndex(
                        CUSTOMER, index("ix_customer_email", "email").unique(true), true));
        Schema start = Schema.of(SchemaDsl.table("customer", column("id", bigint())));
        String className = "M20261122213005_AddEmailToCustomer";
        assertThat(LAYOUT.apply(MigrationWriter.source(draft(className, start, up))))
                .isEqualTo(golden(className + ".txt"));
    }

    @Test
    void saysBesideTheLineWhatIsLostAndWhatIsMissing() throws Exception {
        List<Operation> up = List.of(
                new Operation.Expect(CUSTOMER, SchemaDsl.check(null, "char_length(name) <= 20")),
                new Operation.AddColumn(CUSTOMER, column("email", varchar(255)).nullable()),
                new Operation.Backfill(CUSTOMER, "email", null),
                new Operation.AlterColumn(
                        CUSTOMER, column("email", varchar(255)).nullable(), column("email", varchar(255)), null),
                new Operation.AlterColumn(CUSTOMER, column("name", text()), column("name", varchar(20)), null),
                new Operation.AlterColumn(
                        CUSTOMER, column("since", type("timestamp")), column("since", type("date")), null),
                new Operation.DropColumn(CUSTOMER, "phone", column("phone", text())));
        Draft draft = new Draft("shop.migrations", "M1_Test", "1", List.of(), List.of(), List.of(), "", up, List.of());
        assertThat(LAYOUT.apply(MigrationWriter.source(draft)))
                .contains("""
                            op.expect("customer", "char_length(name) <= 20");

                            op.addColumn("customer", column("email", varchar(255)).nullable());
                            // FILL IN the value for existing rows, as SQL: op.backfill("customer", "email", "...")
                            op.backfill("customer", "email");
                            op.alterColumn("customer", column("email", varchar(255)).nullable(), column("email", varchar(255)));
                    """)
                .contains("column(\"name\", varchar(20)));\n")
                .contains("// DELETES DATA: the time of day in column customer.since\n        op.alterColumn(")
                .contains("op.dropColumn(\"customer\", \"phone\"); // DELETES DATA\n");
    }

    /** What the line names is not said again, and no comment makes a line break. */
    @Test
    void aDropSaysOnceWhatItDeletes() throws Exception {
        String longName = "a_table_with_a_name_as_long_as_postgresql_allows_it_to_be_12345";
        List<Operation> up = List.of(
                new Operation.DropColumn(QualifiedName.of("event_publication_archive"), "lastresubmissiondate", null),
                new Operation.DropColumn(QualifiedName.of(longName), "another_column_of_it", null),
                new Operation.DropTable(CUSTOMER, null),
                new Operation.DropSequence(QualifiedName.of("customer_seq"), null));
        Draft draft = new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", up, List.of());
        assertThat(LAYOUT.apply(MigrationWriter.source(draft))).contains("""
                        op.dropColumn("event_publication_archive", "lastresubmissiondate"); // DELETES DATA
                        // DELETES DATA
                        op.dropColumn("a_table_with_a_name_as_long_as_postgresql_allows_it_to_be_12345", "another_column_of_it");
                        op.dropTable("customer"); // DELETES DATA
                        op.dropSequence("customer_seq"); // DELETES DATA: the position
                    }
                """);
    }

    /** The formatter breaks strings at blanks only, of which Hibernate's checks of enums have few. */
    @Test
    void aLongListOfValuesIsBrokenAfterCommas() throws Exception {
        String values = "status in ('" + "A_CONSTANT','".repeat(20) + "LAST')";
        Operation add = new Operation.AddConstraint(CUSTOMER, SchemaDsl.check("ck_customer_status", values));
        Draft draft = new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", List.of(add), List.of());
        String source = LAYOUT.apply(MigrationWriter.source(draft));
        assertThat(source.lines()).allMatch(line -> line.length() <= 120);
        assertThat(source).contains("\"status in ('A_CONSTANT',").contains("LAST')\"));");
        assertThat(recorded(draft).up()).isEqualTo(List.of(add));
    }

    /** Said at once, recorded as the two operations that it is. */
    @Test
    void aColumnWithAConstantForExistingRowsIsOneLine() throws Exception {
        List<Operation> up = List.of(
                new Operation.AddColumn(CUSTOMER, column("points", bigint()).defaultTo("0")),
                new Operation.AlterColumn(
                        CUSTOMER, column("points", bigint()).defaultTo("0"), column("points", bigint()), null),
                new Operation.AddColumn(CUSTOMER, column("age", bigint()).defaultTo("0")),
                new Operation.AlterColumn(
                        CUSTOMER,
                        column("age", bigint()).defaultTo("0"),
                        column("age", bigint()).nullable(),
                        null));
        Draft draft = new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", up, List.of());
        assertThat(LAYOUT.apply(MigrationWriter.source(draft))).contains("""
                        op.addFilledColumn("customer", column("points", bigint()), "0");
                        op.addColumn("customer", column("age", bigint()).defaultTo("0"));
                        op.alterColumn(
                """);
        assertThat(recorded(draft).up()).isEqualTo(up);
    }

    /** What does not follow the rule, or has a name that cannot be in a list, is by itself, and all is recorded as it is. */
    @Test
    void renamesThatFollowNoRuleAreByThemselves() throws Exception {
        QualifiedName orders = QualifiedName.of("orders");
        List<Operation> up = new ArrayList<>(List.of(new Operation.RenameTable(QualifiedName.of("ORDERS"), "orders")));
        for (String name : List.of("ID", "A", "B", "C", "D")) {
            up.add(new Operation.RenameColumn(orders, name, name.toLowerCase(Locale.ROOT)));
        }
        up.add(new Operation.RenameColumn(orders, "E", "something"));
        up.add(new Operation.RenameColumn(orders, "F, G", "f, g"));
        for (String name : List.of("H", "I", "J")) {
            up.add(new Operation.RenameColumn(orders, name, name.toLowerCase(Locale.ROOT)));
        }
        up.add(new Operation.RenameIndex(orders, "K", "k"));
        up.add(new Operation.RenameConstraint(orders, "L", "l"));
        up.add(new Operation.RenameSequence(QualifiedName.of("M"), "m"));
        up.add(new Operation.RenameSequence(QualifiedName.of("N"), "n"));
        List<Operation> down = new ArrayList<>();
        up.forEach(operation -> down.add(0, operation.reverse()));
        Draft draft = new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", up, down);

        assertThat(recorded(draft).up()).isEqualTo(up);
        assertThat(recorded(draft).down()).isEqualTo(down);
        assertThat(LAYOUT.apply(MigrationWriter.source(draft))).contains("""
                                op.rename(NameStyle.LOWER_CASE, "ORDERS: ID, A, B, C, D");
                                op.renameColumn("orders", "E", "something");
                                op.renameColumn("orders", "F, G", "f, g");
                                op.rename(NameStyle.LOWER_CASE, "orders: H, I, J; indexes K; constraints L", "sequences M, N");
                        """).contains("""
                                op.renameBack(NameStyle.LOWER_CASE, "orders: H, I, J; indexes K; constraints L", "sequences M, N");
                                op.renameColumn("orders", "f, g", "F, G");
                                op.renameColumn("orders", "something", "E");
                                op.renameBack(NameStyle.LOWER_CASE, "ORDERS: ID, A, B, C, D");
                        """);
    }

    /** Between words, above the statement, so that the formatter has nothing to move. */
    @Test
    void longCommentsAreBrokenAboveTheirStatement() throws Exception {
        Operation first = new Operation.DropColumn(CUSTOMER, "phone", null);
        String note = "leaves " + "long words ".repeat(20) + "behind";
        String wide = "x".repeat(130);
        Draft draft = new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", List.of(first), List.of())
                .with(Map.of(first, List.of(note, wide + " end")));
        String source = MigrationWriter.source(draft);
        String laidOut = LAYOUT.apply(source);
        assertThat(laidOut.lines().filter(line -> !line.contains(wide))).allMatch(line -> line.length() <= 120);
        assertThat(laidOut)
                .contains("        // " + wide + "\n        // end\n        op.dropColumn(\"customer\", \"phone\");")
                .contains("        // leaves " + "long words ".repeat(9).strip());
        assertThat(comments(laidOut)).isEqualTo(comments(source));
    }

    private static List<String> comments(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("//"))
                .toList();
    }

    @Test
    void everyOperationIsRecordedAsItWasWritten() throws Exception {
        List<Operation> up = everyKind();
        Recorded recorded = recorded(draft("M1_Test", Schema.EMPTY, up));
        List<Operation> completed = completed(Schema.EMPTY, up);
        assertThat(completed(Schema.EMPTY, recorded.up())).isEqualTo(completed);
        assertThat(completed(after(completed), recorded.down())).isEqualTo(reversed(completed));
    }

    @Test
    void sqlIsWrittenWithWhatItIsSaidToDo() throws Exception {
        Operation.RunSql plain = new Operation.RunSql("VACUUM", null);
        Operation.RunSql said = new Operation.RunSql(
                "ALTER TABLE customer ADD age int, ADD size int",
                null,
                new Operation.RunSql.Effect(List.of(
                        new Operation.AddColumn(
                                CUSTOMER, column("age", bigint()).nullable()),
                        new Operation.AddColumn(
                                CUSTOMER, column("size", bigint()).nullable()))));
        Operation.RunSql nothing =
                new Operation.RunSql("UPDATE customer SET age = 1", null, new Operation.RunSql.Effect(List.of()));
        Draft draft = new Draft(
                "shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", List.of(plain, said, nothing), List.of());

        assertThat(recorded(draft).up()).isEqualTo(draft.up());
        assertThat(LAYOUT.apply(MigrationWriter.source(draft)))
                .contains("op.sql(\"VACUUM\");")
                .contains("effect.addColumn(\"customer\", column(\"age\", bigint()).nullable());")
                .contains("op.sql(\"UPDATE customer SET age = 1\", effect -> {});");
    }

    @Test
    void rowsAreWrittenWithTheirTypes() throws Exception {
        Operation.BulkInsert insert = new Operation.BulkInsert(
                CUSTOMER,
                List.of("na\"me", "value"),
                Stream.of(
                                null,
                                "it's a \"\\text\n$L\u2028",
                                Thread.State.BLOCKED,
                                'c',
                                true,
                                (byte) -1,
                                (short) -2,
                                3,
                                Long.MIN_VALUE,
                                new BigInteger("-99999999999999999999"),
                                new BigDecimal("1.50"),
                                1.5f,
                                Double.NaN,
                                LocalDate.of(-44, 3, 15),
                                LocalTime.NOON,
                                LocalDateTime.MAX,
                                OffsetTime.of(LocalTime.MIDNIGHT, ZoneOffset.ofHours(2)),
                                OffsetDateTime.MIN,
                                Instant.EPOCH,
                                ZonedDateTime.of(LocalDateTime.MIN, ZoneId.of("Europe/Berlin")),
                                new UUID(1, 2),
                                new byte[] {0, -1})
                        .map(value -> SchemaDsl.row("x", value))
                        .toList());
        Draft draft =
                new Draft("shop", "M1_Test", "1", List.of(), List.of(), List.of(), "", List.of(insert), List.of());

        assertThat(recorded(draft).up()).isEqualTo(draft.up());
        assertThat(LAYOUT.apply(MigrationWriter.source(draft)))
                .contains("row(\"x\", \"BLOCKED\")", "row(\"x\", new BigDecimal(\"1.50\"))", "row(\"x\", null)");
    }

    @Test
    void manyTablesAreSpreadOverSeveralMethods() throws Exception {
        List<Operation> up = new ArrayList<>();
        for (int t = 0; t < 150; t++) {
            TableElement[] columns = new TableElement[30];
            for (int c = 0; c < columns.length; c++) {
                columns[c] = column("column_" + c, varchar(100 + c)).nullable().comment("the column no. " + c);
            }
            up.add(new Operation.CreateTable(SchemaDsl.table("table_" + t, columns)));
        }
        Recorded recorded = recorded(draft("M1_Test", Schema.EMPTY, up));
        assertThat(recorded.up()).isEqualTo(up);
        assertThat(completed(after(up), recorded.down())).isEqualTo(reversed(up));
    }

    @Test
    void namesCannotLeaveStringsOrComments() throws Exception {
        String wild = "a\"b\\u000a*/ \n c$d";
        List<Operation> up = List.of(
                new Operation.CreateTable(new Table(
                        new QualifiedName("my schema", wild),
                        List.of(column(wild, named("\"x.y\".z")).defaultTo("E'\\n'")),
                        List.of(),
                        List.of(),
                        wild)),
                new Operation.DropColumn(new QualifiedName("my schema", wild), wild, column(wild, text())));
        Recorded recorded = recorded(draft("M1_Test", Schema.EMPTY, up));
        assertThat(recorded.up().get(0)).isEqualTo(up.get(0));
        assertThat(recorded.up().get(1).describe()).isEqualTo(up.get(1).describe());
    }

    @Test
    void aProposedConversionIsMarkedBesideItsLine() throws Exception {
        List<Operation> up = List.of(
                new Operation.AlterColumn(CUSTOMER, column("a", text()), column("a", bigint()), "a::text::bigint"),
                new Operation.AlterColumn(CUSTOMER, column("b", varchar(9)), column("b", text()), null));
        List<Operation> down = List.of(
                new Operation.AlterColumn(CUSTOMER, column("a", bigint()), column("a", varchar(9)), "a::varchar"));
        Draft draft = new Draft("shop", "M1", "1", List.of(), List.of(), List.of(), "", up, down);

        assertThat(LAYOUT.apply(MigrationWriter.source(draft)))
                .containsOnlyOnce("        // REVIEW: proposed conversion of existing values\n"
                        + "        op.alterColumn(\"customer\", column(\"a\", text()), column(\"a\", bigint()),"
                        + " \"a::text::bigint\");\n")
                .containsOnlyOnce("        // REVIEW: proposed conversion of existing values\n"
                        + "        op.alterColumn(\"customer\", column(\"a\", bigint()), column(\"a\", varchar(9)),"
                        + " \"a::varchar\");");
    }

    @Test
    void theRowsOfAMissingValueAreNamedWhereItIsMissing() {
        List<Operation> up = List.of(
                new Operation.Backfill(CUSTOMER, "name", null),
                new Operation.Backfill(CUSTOMER, "name", null, null, "kind = 'A'"));

        assertThat(MigrationWriter.source(
                        new Draft("shop", "M1", "1", List.of(), List.of(), List.of(), "", up, List.of())))
                .contains(
                        "as SQL: op.backfill(\"customer\", \"name\", \"...\")\n",
                        "as SQL: op.backfillWhere(\"customer\", \"name\", \"kind = 'A'\", \"...\")\n");
    }

    @Test
    void refusesWhatHasNoName() {
        List<Operation> up = List.of(new Operation.AddConstraint(CUSTOMER, primaryKey(null, "id")));
        Draft draft = new Draft("shop", "M1", "1", List.of(), List.of(), List.of(), "", up, List.of());
        assertThatThrownBy(() -> MigrationWriter.source(draft))
                .hasMessage("cannot write primary key (id): it has no name yet");
    }

    private Recorded recorded(Draft draft) throws Exception {
        return Recorded.from(directory, draft.packageName(), draft.className(), MigrationWriter.source(draft));
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(MigrationWriterTest.class.getResourceAsStream(name), "no golden " + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Operation> everyKind() {
        List<Operation> all = new ArrayList<>();
        all.add(new Operation.CreateSchema("audit"));
        all.add(new Operation.CreateEnum(enumType("audit.kind", "in", "o'ut").comment("which way")));
        all.add(new Operation.AlterEnum(
                enumType("audit.kind", "in", "o'ut").comment("which way"),
                enumType("audit.kind", "in", "through", "o'ut").comment("which way"),
                false));
        all.add(new Operation.CreateSequence(sequence("customer_seq").incrementBy(50)));
        Table customer = SchemaDsl.table(
                "customer",
                column("id", bigint())
                        .identity(SchemaDsl.always()
                                .options(SchemaDsl.counting().startWith(7).between(null, 99L))),
                column("tags", array(varchar(20))).nullable(),
                column("place", type("geometry", "Point", 4326)).collate("C"),
                column("shout", text()).generatedAs("upper(name)"),
                primaryKey("pk_customer", "id"),
                SchemaDsl.check("ck_customer", "id > 0"),
                SchemaDsl.exclusion("ex_customer", "USING gist (place WITH &&)"),
                SchemaDsl.unique("uq_customer", "id", "tags").nullsNotDistinct(true),
                index(
                                "ix_customer",
                                SchemaDsl.desc("id"),
                                SchemaDsl.expression("lower(name)").desc())
                        .using("btree"));
        all.add(new Operation.CreateTable(customer.comment("who buys")));
        all.add(new Operation.SetTableComment(CUSTOMER, "who buys", null));
        all.add(new Operation.AddColumn(CUSTOMER, column("name", varchar(50)).comment("family name")));
        all.add(new Operation.AlterColumn(
                CUSTOMER,
                column("name", varchar(50)).comment("family name"),
                column("name", text()).nullable(),
                null));
        all.add(new Operation.AlterColumn(
                CUSTOMER, column("tags", array(varchar(20))).nullable(), column("tags", text()), "tags[1]"));
        all.add(new Operation.AlterColumn(
                CUSTOMER,
                column("tags", text()),
                column("tags", array(varchar(20))).nullable(),
                null));
        all.add(new Operation.Expect(CUSTOMER, SchemaDsl.check(null, "char_length(name) > 0")));
        all.add(new Operation.Expect(CUSTOMER, SchemaDsl.check("ck", "name <> ''")));
        all.add(new Operation.Expect(CUSTOMER, SchemaDsl.unique("uq_customer", "name", "id")));
        all.add(new Operation.ExpectUnique(
                CUSTOMER,
                index("ix_name", expression("lower(name)")).unique(true).where("id > 5")));
        all.add(new Operation.Backfill(CUSTOMER, "name", "'it''s'"));
        all.add(new Operation.Backfill(CUSTOMER, "name", null));
        all.add(new Operation.Backfill(CUSTOMER, "name", null, null, "id > 5"));
        all.add(new Operation.Backfill(CUSTOMER, "name", "'x'", null, "id > 5"));
        all.add(new Operation.Backfill(
                CUSTOMER, "name", "'x'", SchemaDsl.batches(7).by("id"), "id > 5"));
        all.add(new Operation.Backfill(
                CUSTOMER, "name", "''", SchemaDsl.batches(1000).by("id", "name")));
        all.add(new Operation.Backfill(
                CUSTOMER, "name", "''", SchemaDsl.batches(5).by("id").pause(Duration.ofMillis(1500))));
        all.add(new Operation.AllowDataLoss("column client.note"));
        all.add(new Operation.RenameColumn(CUSTOMER, "name", "family_name"));
        all.add(new Operation.AddConstraint(
                CUSTOMER, SchemaDsl.foreignKey("fk_self", "id").references("customer", "id")));
        all.add(new Operation.RenameConstraint(CUSTOMER, "fk_self", "fk_customer_self"));
        all.add(new Operation.DropConstraint(CUSTOMER, "fk_customer_self", null));
        all.add(new Operation.CreateIndex(
                CUSTOMER, index("ix_tags", "tags").using("gin").where("id > 5"), true));
        all.add(new Operation.RenameIndex(CUSTOMER, "ix_tags", "ix_customer_tags"));
        all.add(new Operation.DropIndex(CUSTOMER, "ix_customer_tags", null, true));
        Sequence fifty = sequence("customer_seq").incrementBy(50);
        all.add(new Operation.AlterSequence(
                fifty, fifty.type(type("integer")).ownedBy("customer", "id").comment("numbers")));
        all.add(new Operation.RenameSequence(QualifiedName.of("customer_seq"), "client_seq"));
        all.add(new Operation.DropSequence(QualifiedName.of("client_seq"), null));
        all.add(new Operation.RenameTable(CUSTOMER, "client"));
        all.add(new Operation.AddColumn(QualifiedName.of("client"), column("note", text())));
        all.add(new Operation.DropColumn(QualifiedName.of("client"), "note", null));
        all.add(new Operation.DropTable(QualifiedName.of("client"), null));
        all.add(new Operation.RenameEnum(QualifiedName.parse("audit.kind"), "sort"));
        all.add(new Operation.DropEnum(QualifiedName.parse("audit.sort"), null));
        all.add(new Operation.DropSchema("audit"));
        return all;
    }

    private static Draft draft(String className, Schema start, List<Operation> up) {
        return new Draft(
                "shop.migrations",
                className,
                "8f3c1a9b27d4",
                List.of("27c6a30d7c24"),
                List.of(),
                List.of(),
                "2026-11-22T21:30:05Z",
                up,
                reversed(completed(start, up)));
    }

    private static List<Operation> completed(Schema start, List<Operation> operations) {
        List<Operation> all = new ArrayList<>();
        Schema schema = start;
        for (Operation operation : operations) {
            Operation completed = operation.completedFrom(schema);
            all.add(completed);
            schema = completed.applyTo(schema);
        }
        return all;
    }

    private static Schema after(List<Operation> operations) {
        Schema schema = Schema.EMPTY;
        for (Operation operation : operations) {
            schema = operation.applyTo(schema);
        }
        return schema;
    }

    private static List<Operation> reversed(List<Operation> operations) {
        List<Operation> all = new ArrayList<>();
        operations.forEach(operation -> all.add(operation.reverse()));
        Collections.reverse(all);
        return all;
    }
}
