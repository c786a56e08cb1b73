package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.Check;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.spi.ComparedObject;
import dev.albedo.spi.PlanHook;
import dev.albedo.testing.LiveSchema;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HooksTest extends HookFixture {

    private static final Table CUSTOMER = table("customer", column("id", integer()), primaryKey("pk_customer", "id"));
    private static final QualifiedName NAME = QualifiedName.of("customer");
    private static final String END =
            ". Nothing was written; correct the hook, or remove it from META-INF/services/dev.albedo.spi.PlanHook";

    /** A hook that rewrites. */
    private record Rewriting(UnaryOperator<List<Operation>> change) implements PlanHook {
        @Override
        public List<Operation> rewrite(List<Operation> up, Context context) {
            return change.apply(up);
        }
    }

    private static PlanHook adding(Operation... more) {
        return new Rewriting(up -> {
            List<Operation> all = new ArrayList<>(up);
            all.addAll(List.of(more));
            return all;
        });
    }

    private static PlanHook without(Class<? extends Operation> kind) {
        return new Rewriting(up ->
                up.stream().filter(operation -> !kind.isInstance(operation)).toList());
    }

    /** A hook that leaves some objects out, and knows which it was asked about. */
    private record Hiding(Set<String> hidden, Set<String> asked) implements PlanHook {
        Hiding(String... hidden) {
            this(Set.of(hidden), new TreeSet<>());
        }

        @Override
        public boolean include(ComparedObject object) {
            asked.add(object.describe()
                    + (object.existing() == null ? " to come" : object.expected() == null ? " to go" : ""));
            return !hidden.contains(object.describe());
        }
    }

    private void refuses(String message, PlanHook... hooks) {
        assertThatThrownBy(() -> create(Schema.of(CUSTOMER), hooks))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
        wroteNothing();
    }

    @Test
    void whatItDoesWrongIsSaidWithItsName() {
        String hook = Rewriting.class.getName();
        refuses(
                "rewrite() of the hook " + hook + " fails: java.lang.IllegalStateException: no" + END,
                new Rewriting(up -> {
                    throw new IllegalStateException("no");
                }));
        refuses("rewrite() of the hook " + hook + " returns null" + END, new Rewriting(up -> null));
        refuses("rewrite() of the hook " + hook + " returns a list that contains null" + END, new Rewriting(up -> {
            List<Operation> list = new ArrayList<>();
            list.add(null);
            return list;
        }));
        refuses(
                "rewrite() of the hook " + hook + " adds \"run SQL: VACUUM\" without an operation that reverses"
                        + " it (cannot undo"
                        + " \"run SQL: VACUUM\": it does not say how)" + END,
                adding(new RunSql("VACUUM", null)));
        refuses(
                "rewrite() of the hook " + hook + " adds \"run step: count\", which cannot be written as Java:"
                        + " use SQL or a custom operation" + END,
                adding(new Operation.RunStep("count", data -> {})));
        refuses(
                "rewrite() of the hook " + hook + " keeps an operation that cannot run: add column client.age"
                        + " integer (there is"
                        + " no table client)" + END,
                adding(new AddColumn(QualifiedName.of("client"), column("age", integer()))));
        refuses(
                "rewrite() of the hook " + hook
                        + " puts \"rename table customer to client\" after another operation: renames come"
                        + " first" + END,
                adding(new Operation.RenameTable(NAME, "client")));
        class Picky implements PlanHook {
            @Override
            public boolean include(ComparedObject object) {
                throw new IllegalArgumentException(object.name());
            }
        }
        refuses(
                "include(table customer) of the hook " + Picky.class.getName()
                        + " fails: java.lang.IllegalArgumentException: customer" + END,
                new Picky());
    }

    @Test
    void whatWouldBeFoundAgainIsRefused() {
        String hook = Rewriting.class.getName();
        refuses(
                "The hooks (" + hook + ") are not stable: after their plan is applied, mvn albedo:create would"
                        + " plan this again: drop column customer.extra. Nothing was written; exclude it in"
                        + " include(), or keep it in the plan",
                new Rewriting(up -> up.stream()
                        .map(operation -> operation instanceof CreateTable create
                                ? new CreateTable(create.table().with(column("extra", text())))
                                : operation)
                        .toList()));
    }

    @Test
    void sqlMustSayWhatItDoesToTheSchema() throws Exception {
        String add = "ALTER TABLE customer ADD age int";
        String drop = "ALTER TABLE customer DROP age";
        assertThatThrownBy(() -> create(Schema.of(CUSTOMER), adding(new RunSql(add, drop))))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan does not lead to the model. Remaining: drop"
                        + " column customer.age. Nothing was written. Either a hook ("
                        + Rewriting.class.getName()
                        + ") adds SQL that does not declare its full effect on the schema, or this is a"
                        + " bug in Albedo");
        wroteNothing();

        RunSql said = new RunSql(
                "CREATE TABLE numbers AS SELECT 1 AS n",
                "DROP TABLE numbers",
                new RunSql.Effect(List.of(
                        new CreateTable(table("numbers", column("n", integer()).nullable())))));
        PlanHook numbers = new Rewriting(up -> up.stream()
                .flatMap(operation -> operation instanceof CreateTable
                        ? Stream.of(operation, said)
                        : operation instanceof Operation.DropTable ? Stream.empty() : Stream.of(operation))
                .toList());
        String source = walked(Schema.of(CUSTOMER), numbers);
        assertThat(source).contains("op.sql(\"CREATE TABLE numbers AS SELECT 1 AS n\", effect -> {");
    }

    @Test
    void rowsGetWhatAHookSays() throws Exception {
        database.execute(
                "create table customer (id int constraint pk_customer primary key)", "insert into customer values (7)");
        Schema model = Schema.of(CUSTOMER.with(column("code", text())));

        String source = walked(model, adding(new Backfill(NAME, "code", "'C' || id")));

        assertThat(source)
                .containsSubsequence(
                        "op.addColumn(\"customer\", column(\"code\", text()).nullable());",
                        "op.backfill(\"customer\", \"code\", \"'C' || id\");",
                        "op.alterColumn(\"customer\", column(\"code\", text()).nullable(), column(\"code\", text()));")
                .containsOnlyOnce("op.backfill");
        assertThat(query("select code from customer")).containsExactly("C7");
    }

    @Test
    void whatIsLeftOutStaysWithAllThatNeedsIt() throws Exception {
        database.execute(
                "create table customer (id int constraint pk_customer primary key, old int, constraint uq_old unique"
                        + " (old), constraint ck_kept check (id > 0))",
                "create index ix_old on customer (old)",
                "create table audit (id int)",
                "create sequence numbers",
                "create type mood as enum ('good')");
        Table wanted = table(
                "customer",
                column("id", integer()),
                column("fresh", integer()),
                primaryKey("pk_customer", "id"),
                unique("uq_fresh", "fresh"),
                check("ck_new", "id < 9"),
                index("ix_fresh", "fresh"),
                index("ix_id", "id"));
        Hiding hook = new Hiding(
                "column customer.old",
                "column customer.fresh",
                "constraint customer.ck_kept",
                "constraint customer.ck_new",
                "table audit",
                "sequence numbers",
                "enum type mood");

        String source = walked(Schema.of(wanted), hook);

        assertThat(source.lines().filter(line -> line.contains(" op.")))
                .map(String::strip)
                .containsExactly(
                        "op.createIndex(\"customer\", index(\"ix_id\", \"id\"));",
                        "op.dropIndex(\"customer\", \"ix_id\");");
        assertThat(hook.asked())
                .contains(
                        "column customer.old to go",
                        "column customer.fresh to come",
                        "column customer.id",
                        "table audit to go",
                        "index customer.ix_id to come",
                        "index customer.ix_id")
                .doesNotContain("index customer.ix_old to go", "column audit.id to go");
    }

    @Test
    void aTableThatGoesIsAskedAboutAsAWhole() throws Exception {
        database.execute("create table gone (id int, more int)", "create index ix_gone on gone (more)");
        Hiding hook = new Hiding("column gone.more", "index gone.ix_gone");

        assertThat(walked(Schema.of(CUSTOMER), hook)).contains("op.dropTable(\"gone\")");

        assertThat(hook.asked()).doesNotContain("column gone.more to go");
    }

    @Test
    void aRenameCanBeLeftOut() throws Exception {
        database.execute("create table customer (id int constraint pk_customer primary key, mail text not null)");
        Table wanted = CUSTOMER.with(column("email", text()))
                .with(column("age", integer()).nullable());
        Comparison comparison = new Comparison(
                comparison().dialect(),
                comparison().naming(),
                Renames.parse("customer.mail->email"),
                comparison().filter(),
                Hooks.of(List.of(without(RenameColumn.class))));
        try (Connection connection = database.connect()) {
            Schema start = LiveSchema.read(connection, LiveSchema.FILTER);
            FoundDifference found =
                    comparison.ofDatabase(connection, start, Schema.of(wanted), Optional.empty(), Snapshots.NO_SEARCH);
            assertThat(found.diff().operations().stream().map(Operation::describe))
                    .containsExactly("add column customer.age integer");
            proof(PlanProof.Place.DATABASE)
                    .of(connection, comparison, LiveSchema.FILTER, comparison.plan(found, InitialValues.NONE));
        }
    }

    @Test
    void nothingIsLeftToWrite() throws Exception {
        assertThat(create(Schema.of(CUSTOMER), without(CreateTable.class))).isEmpty();
        assertThat(said.lines())
                .containsExactly("No difference: the database matches the model, so nothing was written");
        wroteNothing();
    }

    @Test
    void theyAreAskedInTheOrderOfTheirNames() throws Exception {
        class Second implements PlanHook {
            @Override
            public List<Operation> rewrite(List<Operation> up, Context context) {
                return up.stream()
                        .filter(operation -> !(operation instanceof CreateTable create)
                                || create.table().column("first").isEmpty())
                        .toList();
            }
        }
        class First implements PlanHook {
            @Override
            public List<Operation> rewrite(List<Operation> up, Context context) {
                return up.stream()
                        .map(operation -> operation instanceof CreateTable create
                                ? new CreateTable(create.table().with(column("first", text())))
                                : operation)
                        .toList();
            }
        }
        assertThat(create(Schema.of(CUSTOMER), new Second(), new First())).isEmpty();
    }

    @Test
    void aCheckAsksThemToo() throws Exception {
        Path file = create(Schema.of(CUSTOMER)).orElseThrow();
        migrations.add(compiled(file));
        Schema more = Schema.of(CUSTOMER, table("extra", column("id", integer())));

        new Check(comparison(new Hiding("table extra")), false, ignored -> place(), said)
                .run(
                        () -> MigrationSource.of(migrations),
                        Optional.of(Snapshots.of(more)),
                        new ModuleParts(true, true));
        assertThat(said.lines()).endsWith("The model and its 1 revision agree");
        assertThatThrownBy(() -> new Check(comparison(new Hiding()), false, ignored -> place(), said)
                        .run(
                                () -> MigrationSource.of(migrations),
                                Optional.of(Snapshots.of(more)),
                                new ModuleParts(true, true)))
                .hasMessageContaining("create table extra");
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws Exception {
        Path services = sources.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(PlanHook.class.getName()), "shop.Missing\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {sources.toUri().toURL()}, HooksTest.class.getClassLoader())) {
            assertThatThrownBy(() -> Hooks.load(loader))
                    .isInstanceOf(GoalException.class)
                    .hasMessage("A hook that META-INF/services/dev.albedo.spi.PlanHook names cannot be used:"
                            + " dev.albedo.spi.PlanHook: Provider shop.Missing not found. Nothing was written; name a"
                            + " public class there that is on the project's class path and has a public constructor"
                            + " without parameters");
        }
    }
}
