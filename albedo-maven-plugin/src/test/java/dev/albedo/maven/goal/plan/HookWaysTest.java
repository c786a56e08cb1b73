package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.example.KeepTables;
import dev.albedo.maven.example.ViewOfOrders;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.FromMigrations;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.spi.PlanHook;
import dev.albedo.testing.LiveSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hooks beside renames, on scratch databases, and with operations that no transaction can take back. */
public class HookWaysTest extends HookFixture {

    private static final SchemaFilter READ = LiveSchema.FILTER;
    private static final Table ORDERS =
            table("orders", column("id", integer()), column("amount", integer()), primaryKey("pk_orders", "id"));

    /** An index that is made outside of transactions. */
    public record LateIndex(String name, boolean drop) implements CustomOperation {
        @Override
        public String describe() {
            return (drop ? "drop" : "make") + " index " + name + " late";
        }

        @Override
        public List<String> sql(String database) {
            return List.of(
                    drop
                            ? "DROP INDEX CONCURRENTLY IF EXISTS " + name
                            : "CREATE INDEX CONCURRENTLY IF NOT EXISTS " + name + " ON orders (amount)");
        }

        @Override
        public boolean transactional() {
            return false;
        }

        @Override
        public Schema applyTo(Schema schema) {
            Operation create = new CreateIndex(QualifiedName.of("orders"), index(name, "amount"), false);
            return (drop ? create.reverse() : create).applyTo(schema);
        }

        @Override
        public Operation reverse() {
            return new LateIndex(name, !drop).asOperation();
        }
    }

    record Hidden(String text) implements CustomOperation {
        @Override
        public String describe() {
            return text;
        }

        @Override
        public List<String> sql(String database) {
            return List.of("SELECT 1");
        }

        @Override
        public Operation reverse() {
            return asOperation();
        }
    }

    private static PlanHook adding(CustomOperation custom) {
        return new PlanHook() {
            @Override
            public List<Operation> rewrite(List<Operation> up, Context context) {
                List<Operation> all = new ArrayList<>(up);
                if (up.stream().anyMatch(CreateTable.class::isInstance)) {
                    all.add(custom.asOperation());
                }
                return all;
            }
        };
    }

    @Test
    void nobodyIsAskedWhetherWhatIsLeftOutWasRenamed() throws Exception {
        database.execute("create table purchases (id int constraint pk_purchases primary key, amount int not null)");
        assertThatThrownBy(() -> create(Schema.of(ORDERS)))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("These may be renames");

        assertThat(walked(Schema.of(ORDERS), new KeepTables()))
                .contains("op.createTable(\"orders\"")
                .doesNotContain("purchases");
    }

    @Test
    void whatIsSaidToBeRenamedIsRenamed() throws Exception {
        database.execute("create table purchases (id int constraint pk_orders primary key, amount int not null)");
        Comparison all = comparison(new KeepTables());
        Comparison comparison = new Comparison(
                all.dialect(), all.naming(), Renames.parse("purchases->orders"), all.filter(), all.hooks());
        try (Connection connection = database.connect()) {
            FoundDifference found = comparison.ofDatabase(
                    connection,
                    LiveSchema.read(connection, READ),
                    Schema.of(ORDERS),
                    Optional.empty(),
                    Snapshots.NO_SEARCH);
            assertThat(found.diff().operations().stream().map(Operation::describe))
                    .containsExactly("rename table purchases to orders");
        }
    }

    @Test
    void everyKindOfRenameMayStandBeforeWhatAHookAdds() throws Exception {
        database.execute(
                "create type mood as enum ('GOOD')",
                "create sequence numbers",
                "create table purchases (ident int constraint pk_old primary key, mood mood not null)",
                "create index ix_old on purchases (mood)");
        Schema model = Schema.of(
                Set.of(),
                List.of(table(
                        "orders",
                        column("id", integer()),
                        column("mood", new SqlType.Named(QualifiedName.of("temper"))),
                        primaryKey("pk_orders", "id"),
                        index("ix_orders", "mood"))),
                List.of(sequence("order_numbers")),
                List.of(enumType("temper", "GOOD")));
        Comparison all = comparison(new PlanHook() {
            @Override
            public List<Operation> rewrite(List<Operation> up, Context context) {
                List<Operation> added = new ArrayList<>(up);
                added.add(new Hidden("note it").asOperation());
                return added;
            }
        });
        Renames renames = Renames.parse("purchases->orders,purchases.ident->id,mood->temper,numbers->order_numbers");
        Comparison comparison = new Comparison(all.dialect(), all.naming(), renames, all.filter(), all.hooks());
        try (Connection connection = database.connect()) {
            FoundDifference found = comparison.ofDatabase(
                    connection, LiveSchema.read(connection, READ), model, Optional.empty(), Snapshots.NO_SEARCH);
            assertThat(found.diff().operations().stream().map(Operation::describe))
                    .containsExactly(
                            "rename table purchases to orders",
                            "rename column orders.ident to id",
                            "rename constraint pk_old of orders to pk_orders",
                            "rename index ix_old of orders to ix_orders",
                            "rename enum type mood to temper",
                            "rename sequence numbers to order_numbers",
                            "note it");
        }
    }

    @Test
    void whatMigrationsMakeIsPlannedWithThemToo() throws Exception {
        FromMigrations start = fromMigrations(new ViewOfOrders());
        Path file = new Create(start, proof(PlanProof.Place.DATABASE), place(), Fills.NONE, said)
                .run("orders", Snapshots.of(Schema.of(ORDERS)))
                .orElseThrow();
        assertThat(Files.readString(file)).contains("op.apply(new CreateView(\"big_orders\",");
        assertThat(said.lines())
                .contains("  create view big_orders", "Tested on a scratch database without rows, up and down");

        migrations.add(compiled(file));
        assertThat(new Create(
                                fromMigrations(new ViewOfOrders()),
                                proof(PlanProof.Place.DATABASE),
                                place(),
                                Fills.NONE,
                                said)
                        .run("nothing", Snapshots.of(Schema.of(ORDERS))))
                .isEmpty();
    }

    private FromMigrations fromMigrations(PlanHook hook) throws Exception {
        MigrationSource source = MigrationSource.of(migrations);
        return new FromMigrations(
                source, scratch(), READ, RunSettings.DEFAULT, comparison(hook), DropScope.by(source, said), said);
    }

    @Test
    void whatNoTransactionTakesBackIsTriedOnAScratchDatabase() throws Exception {
        Table indexed = ORDERS.with(index("ix_late", "amount"));
        PlanHook late = new PlanHook() {
            @Override
            public List<Operation> rewrite(List<Operation> up, Context context) {
                return up.stream()
                        .map(operation -> operation instanceof CreateIndex create
                                ? new LateIndex(String.valueOf(create.index().name()), false).asOperation()
                                : operation)
                        .toList();
            }
        };
        database.execute("create table orders (id int constraint pk_orders primary key, amount int not null)");
        assertThat(create(Schema.of(indexed), late)).isPresent();
        assertThat(said.lines())
                .contains("A part of the plan cannot run in a transaction, so it is tested on a scratch database");
        Files.delete(sources.resolve("shop/M19700101000000_Change0.java"));

        assertThat(walked(Schema.of(indexed), late))
                .contains("op.apply(new HookWaysTest.LateIndex(\"ix_late\", false));")
                .contains("op.apply(new HookWaysTest.LateIndex(\"ix_late\", true));");
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> create(Schema.of(ORDERS.with(column("note", text()))), adding(new Hidden("hide"))))
                .isInstanceOf(GoalException.class)
                .hasMessage("Nothing was written: " + Hidden.class.getName()
                        + " cannot be written into a migration: it is not public");
        wroteNothing();
    }
}
