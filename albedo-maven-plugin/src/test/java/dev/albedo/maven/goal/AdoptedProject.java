package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.ComparisonPolicy;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Hooks;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A project that adopts a database and then changes its model, as a team does, with its migrations in memory. */
public final class AdoptedProject {

    private static final SchemaFilter FILTER = LiveSchema.FILTER;

    private final TestDatabase database;
    private final Path sources;
    private final ComparisonPolicy policy;
    private final List<Written> migrations = new ArrayList<>();
    private Origins origins = Origins.NONE;
    private Renames renames = Renames.NONE;
    private Said said = new Said();

    public AdoptedProject(TestDatabase database, Path sources, ComparisonPolicy policy) {
        this.database = database;
        this.sources = sources;
        this.policy = policy;
    }

    public AdoptedProject(TestDatabase database, Path sources) {
        this(database, sources, ComparisonPolicy.DEFAULT);
    }

    private record Written(RevisionNode node, List<Operation> up, List<Operation> down) implements Migration {

        @Override
        public void up(Operations op) {
            up.forEach(op::apply);
        }

        @Override
        public void down(Operations op) {
            down.forEach(op::apply);
        }
    }

    private record All(RevisionGraph graph, List<Written> migrations) implements MigrationSource {

        @Override
        public Migration load(RevisionNode revision) {
            return migrations.stream()
                    .filter(each -> each.node().id().equals(revision.id()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Answers what looks like a rename. */
    public AdoptedProject answering(String answer) {
        renames = Renames.parse(answer);
        return this;
    }

    MigrationSource source() {
        return new All(RevisionGraph.of(migrations.stream().map(Written::node).toList()), migrations);
    }

    public Migrator migrator(TestDatabase of) {
        return new Migrator(of::connect, source(), RunSettings.DEFAULT.allowDestructive(true), new RunListener() {});
    }

    /** What was said since it was asked last. */
    public Said said() {
        Said all = said;
        said = new Said();
        return all;
    }

    private Comparison comparison(Connection connection) throws Exception {
        return new Comparison(
                Dialects.of(connection), NamingConvention.DEFAULT, renames, ObjectFilter.ALL, Hooks.NONE, policy);
    }

    /** As the goals read a database. */
    private SchemaFilter filter(Snapshot model) {
        Set<QualifiedName> known = new HashSet<>(model.schema().tables().keySet());
        known.addAll(DropScope.by(source(), said).tables());
        return new SchemaFilter(FILTER.schemas(), FILTER.ignored(), known);
    }

    private PlanProof proof(PlanProof.Place place) {
        return new PlanProof(
                place,
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                ScratchServer.beside(
                        new Drivers(AdoptedProject.class.getClassLoader()),
                        () -> ConnectionSettings.of(database.url(), "the test")),
                said);
    }

    private void add(List<Operation> up, List<Operation> down) {
        int number = migrations.size();
        List<String> parents = migrations.isEmpty()
                ? List.of()
                : List.of(migrations.get(number - 1).node().id());
        migrations.add(new Written(
                new RevisionNode(
                        "00000000000" + Integer.toHexString(number),
                        "shop.M" + number,
                        parents,
                        List.of(),
                        List.of(),
                        Instant.EPOCH.plusSeconds(number).toString()),
                up,
                down));
    }

    /** Adopts the database; the first migration is what it wrote. */
    public AdoptedProject baseline(Snapshot model) throws Exception {
        List<MigrationSource> written = new ArrayList<>();
        try (Connection connection = database.connect()) {
            new Baseline(
                            MigrationSource.of(List.of()),
                            database::connect,
                            source ->
                                    new Migrator(database::connect, source, RunSettings.DEFAULT, new RunListener() {}),
                            source -> {
                                written.add(source);
                                return DropScope.by(source, said);
                            },
                            filter(model),
                            comparison(connection),
                            proof(PlanProof.Place.SCRATCH),
                            new NewMigration(
                                    sources,
                                    "shop",
                                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                                    () -> "000000000000",
                                    text -> text),
                            true,
                            said)
                    .run("baseline", model);
        }
        Migration first = written.get(0).load(written.get(0).graph().ordered().get(0));
        List<Operation> up = new ArrayList<>();
        List<Operation> down = new ArrayList<>();
        first.up(up::add);
        first.down(down::add);
        add(up, down);
        origins = model.origins();
        return this;
    }

    /** What leads to the model, tried; nothing if there is no difference. */
    public Optional<Plan> plan(Snapshot model) throws Exception {
        return plan(model, PlanProof.Place.DATABASE);
    }

    /** The same, tried there. */
    public Optional<Plan> plan(Snapshot model, PlanProof.Place place) throws Exception {
        try (Connection connection = database.connect()) {
            return new FromDatabase(
                            migrator(database),
                            database::connect,
                            filter(model),
                            comparison(connection),
                            DropScope.by(source(), said))
                    .plan(new Model(model, origins, said), Optional.of(proof(place)), plan -> plan.print(said));
        }
    }

    /** Writes what leads to the model and runs it; afterwards nothing is left to do for database and migrations. */
    public List<String> create(Snapshot model) throws Exception {
        Plan plan = plan(model).orElseThrow(() -> new AssertionError("nothing to do"));
        add(plan.up(), plan.down());
        origins = model.origins();
        migrator(database).migrate("head");
        assertNothingToDo(model);
        return plan.up().stream().map(Operation::describe).toList();
    }

    public void assertNothingToDo(Snapshot model) throws Exception {
        Optional<Plan> left = plan(model);
        assertThat(left.map(plan -> plan.up().stream().map(Operation::describe).toList()))
                .as("left to do for the database")
                .isEmpty();
        try (Connection connection = database.connect()) {
            assertThat(comparison(connection)
                            .ofMigrations(new SchemaReplay(source()).schema(), model.schema(), Snapshots.NO_SEARCH)
                            .diff()
                            .operations())
                    .as("left to do for the migrations")
                    .isEmpty();
        }
    }

    /** What the first migration creates. */
    public Schema adopted() {
        Schema schema = Schema.EMPTY;
        for (Operation operation : migrations.get(0).up()) {
            schema = operation.applyTo(schema);
        }
        return schema;
    }

    /** Takes back everything but the first migration. */
    public void backToBaseline() {
        migrator(database).rollbackTo(migrations.get(0).node().id());
    }
}
