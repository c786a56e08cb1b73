package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.compositeType;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.fill;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.numbers;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.row;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AllowDataLoss;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import dev.albedo.testing.CreateView;
import dev.albedo.testing.Everything;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The canonical text of operations is the same for ever, because its checksum is in people's databases. A new operation or
 * component is a new line or piece in the files of this test, written by {@code mvn test -Dtest=OperationTextTest
 * -Dgoldens=write}; a line that was there before must stay as it is, or {@link OperationText#FORMAT} goes up.
 */
class OperationTextTest {

    private static final Path GOLDENS = Path.of("src/test/resources/canonical");

    /** What does not count, see {@link OperationText}. */
    private static final Set<String> NO_PART = Set.of("Backfill.batches", "RunSql.effect", "RunStep.step");

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName N = QualifiedName.of("n");

    /** The whole vocabulary, with every component at a value that is not its default. */
    private static List<Operation> everything() {
        List<Operation> all = new ArrayList<>();
        Everything.SCHEMA.tables().values().forEach(each -> all.add(new Operation.CreateTable(each)));
        Everything.SCHEMA.sequences().values().forEach(each -> all.add(new Operation.CreateSequence(each)));
        Everything.SCHEMA.enums().values().forEach(each -> all.add(new Operation.CreateEnum(each)));
        Everything.SCHEMA.composites().values().forEach(each -> all.add(new Operation.CreateComposite(each)));
        all.addAll(Everything.OPERATIONS);
        return all;
    }

    /** The whole vocabulary as it is said with the least words. */
    private static List<Operation> defaults() {
        Table table = table(
                "t",
                column("a", integer()),
                column("b", array(named("mood"))).identity(always()),
                column("c", varchar(9)).identity(byDefault()),
                column("d", integer()).generatedAs("a + 1"),
                primaryKey(null, "a"),
                unique(null, "b"),
                foreignKey(null, "c").references("u", "a"),
                check(null, "a > 0"),
                exclusion(null, "USING gist (a WITH =)"),
                index(null, "a"),
                index("ix", expression("lower(c)")));
        return List.of(
                new Operation.CreateSchema("n"),
                new Operation.DropSchema("n"),
                new Operation.CreateTable(table),
                new Operation.DropTable(T, null),
                new Operation.RenameTable(T, "n"),
                new Operation.SetTableComment(T, null, null),
                new Operation.AddColumn(T, column("a", integer())),
                new Operation.DropColumn(T, "a", null),
                new Operation.RenameColumn(T, "a", "b"),
                new Operation.AlterColumn(T, column("a", integer()), column("a", integer()), null),
                new Operation.AddConstraint(T, check(null, "a > 0")),
                new Operation.DropConstraint(T, "ck", null),
                new Operation.RenameConstraint(T, "a", "b"),
                new Operation.CreateIndex(T, index(null, "a"), false),
                new Operation.DropIndex(T, "ix", null, false),
                new Operation.RenameIndex(T, "a", "b"),
                new Operation.CreateSequence(sequence("n")),
                new Operation.DropSequence(N, null),
                new Operation.AlterSequence(sequence("n"), sequence("n")),
                new Operation.RenameSequence(N, "m"),
                new Operation.CreateEnum(enumType("n")),
                new Operation.DropEnum(N, null),
                new Operation.AlterEnum(enumType("n"), enumType("n"), false),
                new Operation.RenameEnum(N, "m"),
                new Operation.CreateComposite(compositeType("n", column("a", integer()))),
                new Operation.DropComposite(N, null),
                new Operation.AlterComposite(compositeType("n"), compositeType("n")),
                new Operation.Backfill(T, "a", null),
                new Operation.BackfillColumns(T, List.of(fill("a", integer(), "1"), fill("b", integer(), "2"))),
                new Operation.BulkInsert(T, List.of("a"), List.of(row(1))),
                new Operation.AdvanceNumbers(numbers("n"), List.of(numbers("m"))),
                new Operation.Expect(T, check(null, "a > 0")),
                new Operation.ExpectUnique(T, index(null, "a").unique(true)),
                new Operation.AllowDataLoss("column t.a"),
                new Operation.RunSql("select 1", null),
                new Operation.RunStep("fill", data -> {}),
                new Operation.Custom(new CreateView("v", "select 1")));
    }

    private static RevisionContent meaning(List<Operation> operations) {
        return RevisionContent.of(operations, "");
    }

    private static void matches(String name, String text) throws IOException {
        Path golden = GOLDENS.resolve(name);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void isTheSameForEver() throws IOException {
        matches("everything.txt", meaning(everything()).operations());
    }

    @Test
    void doesNotSayWhatIsNotUsed() throws IOException {
        assertThat(defaults().stream().map(Object::getClass)).contains(Everything.kinds(Operation.class));
        matches("defaults.txt", meaning(defaults()).operations());
    }

    @Test
    void everyComponentCounts() {
        Mutants mutants = new Mutants(NO_PART);
        for (Operation operation : everything()) {
            if (!(operation instanceof AllowDataLoss)) {
                String text = OperationText.of(operation, "").toString();
                mutants.of(
                        operation,
                        (component, mutant) -> assertThat(
                                        OperationText.of((Operation) mutant, "").toString())
                                .as(component + " of " + operation)
                                .isNotEqualTo(text));
            }
        }
        Set<String> unchanged = new TreeSet<>(mutants.met);
        unchanged.removeAll(mutants.changed);
        assertThat(unchanged).as("components of which no other value was tried").isEmpty();
        assertThat(mutants.changed).hasSizeGreaterThan(90);
    }

    /** No name of a class or component of Albedo is in it; those of a project's own record are the project's. */
    @Test
    void namesNothingOfJava() {
        String text = meaning(everything()).operations().replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
        assertThat(text).matches("[a-z ,()\\n]+");
    }

    @Test
    void canBeReadAgain() {
        Stream.concat(everything().stream(), defaults().stream())
                .map(operation -> OperationText.of(operation, "1a2b"))
                .forEach(node -> assertThat(TextNode.parse(node.toString())).contains(node));
        for (String broken :
                List.of("", "\"x\"", "create table \"t", "a (b", "a (b,c)", "a \"b\" c", "CreateTable(a=1,)")) {
            assertThat(TextNode.parse(broken)).as(broken).isEmpty();
        }
    }

    @Test
    void theRowsOfAnInsertCountWithTheKindOfEachValue() {
        assertThat(RowText.text(row(
                                null,
                                "a",
                                true,
                                (byte) 1,
                                2L,
                                new BigDecimal("3.10"),
                                LocalDate.EPOCH,
                                LocalTime.NOON,
                                LocalDateTime.of(2026, 1, 2, 3, 4),
                                OffsetTime.parse("12:00+01:00"),
                                OffsetDateTime.parse("2026-01-02T03:04+01:00"),
                                Instant.EPOCH,
                                new UUID(0, 1),
                                new byte[] {1, 127}))
                        .toString())
                .isEqualTo("row (null, text \"a\", boolean \"true\", number \"1\", number \"2\", number \"3.10\","
                        + " date \"1970-01-01\", time \"12:00\", date and time \"2026-01-02T03:04\","
                        + " time with offset \"12:00+01:00\", date and time with offset \"2026-01-02T03:04+01:00\","
                        + " instant \"1970-01-01T00:00:00Z\", uuid \"00000000-0000-0000-0000-000000000001\","
                        + " bytes \"017f\")");
    }

    /** For each kind of operation and each component what is shown if a migration is edited there. */
    @Test
    void isComparedInWords() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Operation operation : everything()) {
            RevisionContent before = meaning(List.of(operation));
            new Mutants(NO_PART).of(operation, (component, mutant) -> {
                RevisionContent after = meaning(List.of((Operation) mutant));
                List<String> difference = Difference.of(before, after);
                assertThat(difference.isEmpty())
                        .as(component + " of " + operation)
                        .isEqualTo(before.operations().equals(after.operations()));
                text.append(difference.stream().map(line -> line + "\n").collect(Collectors.joining()));
            });
        }
        String lines =
                text.toString().lines().distinct().map(line -> line + "\n").collect(Collectors.joining());
        matches("differences.txt", lines);
    }
}
