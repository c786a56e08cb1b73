package dev.albedo.maven;

import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.origins.UnitMigrations;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.ComparisonPolicy;
import dev.albedo.maven.goal.plan.Hooks;
import dev.albedo.maven.goal.project.Freshness;
import dev.albedo.maven.goal.project.MigrationPackage;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.project.ProjectLock;
import dev.albedo.maven.goal.project.ReadModel;
import dev.albedo.maven.goal.project.SourceFiles;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.ClassNamePattern;
import dev.albedo.maven.goal.write.MigrationStyle;
import dev.albedo.maven.goal.write.NamingPatterns;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.goal.write.PostWrite;
import dev.albedo.maven.writer.Layout;
import dev.albedo.processor.hibernate.HibernateModel;
import dev.albedo.run.HistoryLog;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.QualifiedName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.lang.model.SourceVersion;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A goal that needs the project's compiled classes. It compiles them first if a source is newer or gone, in this Maven and
 * by the project's own configuration, up to the phase {@code process-classes}; if all is compiled, nothing of that runs.
 */
abstract class AbstractMigrationsMojo extends AbstractModelMojo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Skips compilation, even if sources are newer than classes. */
    @Parameter(property = "albedo.skipCompile", defaultValue = "false")
    private boolean skipCompile;

    /** The root of the Java sources to which new migrations are written. */
    @Parameter(property = "albedo.sourceDirectory", defaultValue = "${project.build.sourceDirectory}", required = true)
    private File sourceDirectory;

    /**
     * The package of new migrations. The default is the package of the newest migration; for the first migration, {@code
     * migrations} within the package that contains all model classes. If {@code albedo.persistenceUnit} is set, the
     * package contains all migrations of that unit.
     */
    @Parameter(property = "albedo.package")
    private @Nullable String packageName;

    /**
     * Patterns for the names of constraints and indexes that the model does not name: {@code primaryKey}, {@code unique},
     * {@code foreignKey}, {@code index}, {@code check}, {@code exclusion}. A pattern may contain {@code {table}}, {@code
     * {columns}} and, for foreign keys, {@code {target}}.
     */
    @Parameter
    private @Nullable Map<String, String> naming;

    /**
     * Renames of tables, columns, sequences and enum types that Albedo cannot know: {@code customer->client,
     * client.mail->email}. Names may also be swapped: {@code t.a->b, t.b->a}. Albedo knows a rename if the same class and
     * attribute had another table, column or sequence when the newest migration was written, or if the model declares
     * {@code @RenamedFrom}. Otherwise it asks about every change that looks like a rename; without a terminal or with
     * {@code -B} it fails and prints a command that answers all questions. An arrow without a new name, {@code
     * customer.note->}, means that this object was not renamed and may be dropped. {@code none}, alone or after renames,
     * means this for every object that only looks renamed, and lists them; it does not apply to objects that are known to
     * have moved.
     */
    @Parameter(property = "albedo.renames")
    private @Nullable String renames;

    /**
     * The table that records the applied revisions; without a schema it is in the current schema of the connection. The
     * log of all attempts is a second table in the same schema, whose name ends in {@code _log}.
     */
    @Parameter(property = "albedo.history", defaultValue = "albedo_history")
    private String history;

    /**
     * Compare only objects that match one of these patterns. A pattern is a name with {@code *} for any characters and
     * {@code ?} for one. {@code app.*} matches tables, sequences and types; a prefix selects another kind or only one:
     * {@code schema:audit}, {@code table:}, {@code sequence:}, {@code type:}, {@code index:public.ix_*}, {@code
     * constraint:public.customer.ck_*}, {@code column:public.customer.legacy_*}. A name without a schema refers to the
     * default schema; a constraint or column without a table, to any table.
     */
    @Parameter(property = "albedo.includes")
    private @Nullable List<String> includes;

    /**
     * Ignore objects that match one of these patterns, as if they were neither in the model nor in the database; patterns
     * as in {@code includes}.
     */
    @Parameter(property = "albedo.excludes")
    private @Nullable List<String> excludes;

    /**
     * Whether to compare attributes that neither the model nor a migration states: a default, NOT NULL, a comment, a
     * collation, the ON DELETE action of a foreign key, the order of an index. By default such attributes in the database are left unchanged and listed.
     */
    @Parameter(property = "albedo.strict", defaultValue = "false")
    private boolean strict;

    /**
     * Whether to convert serial columns, whose default is the next value of a sequence, to identity columns if the model
     * uses {@code GenerationType.IDENTITY}. By default the two are equivalent, as they are to Hibernate.
     */
    @Parameter(property = "albedo.convertSerial", defaultValue = "false")
    private boolean convertSerial;

    /**
     * The class name of a new migration: a Java name with {@code {year}}, {@code {month}}, {@code {day}}, {@code {hour}},
     * {@code {minute}} and {@code {second}} in UTC, {@code {epoch}} in seconds, the revision's {@code {id}}, and its name
     * as {@code {Name}} or {@code {slug}}: {@code AddEmail}, {@code add_email}.
     */
    @Parameter(property = "albedo.classNamePattern", defaultValue = ClassNamePattern.DEFAULT)
    private String classNamePattern;

    /**
     * A template for the generated source, for example with a licence header. It must contain {@code ${imports}}, {@code
     * ${revision}}, {@code ${class}} and {@code ${methods}}; it may contain {@code ${package}}, {@code ${name}}, {@code
     * ${id}}, {@code ${parents}} and {@code ${created}}.
     */
    @Parameter(property = "albedo.template")
    private @Nullable File template;

    /**
     * Commands to run on a new migration, in the directory of the module and without a shell: {@code git add {file}}.
     * Quote arguments that contain spaces. On Windows call a script with its suffix: {@code npx.cmd}.
     */
    @Parameter(property = "albedo.postWrite")
    private @Nullable List<String> postWrite;

    /** How many seconds each of those commands may take. */
    @Parameter(property = "albedo.postWrite.timeout", defaultValue = "60")
    private int postWriteTimeout;

    @Inject
    private LifecycleExecutor lifecycle;

    @Inject
    private BuildPluginManager plugins;

    @Override
    void validate() {
        super.validate();
        if (packageName != null && !SourceVersion.isName(packageName)) {
            throw new GoalException("albedo.package is " + packageName
                    + ", which is not a Java package name: use one such as shop.migrations");
        }
        configured(() -> {
            NamingPatterns.of(naming);
            Renames.parse(renames == null ? "" : renames);
            return filter();
        });
    }

    /** Runs the goal with the classes of the project. */
    abstract void run(ProjectLoader loader) throws Exception;

    /** Whether this goal reads the model anew if its settings changed since. */
    boolean needsModel() {
        return false;
    }

    /** Whether only the module that has the migrations, or will have them, is concerned. */
    boolean isForOneModule() {
        return true;
    }

    /** Whether this goal writes migrations or changes them, which one goal does at a time. */
    boolean writesSources() {
        return false;
    }

    @Override
    final void run() throws Exception {
        Reactor reactor = new Reactor(session, project);
        if (reactor.isFrame()) {
            return;
        }
        if (!writesSources()) {
            run(reactor);
            return;
        }
        // Before the compilation, so that this goal sees what another one has just written.
        Path file = Path.of(project.getBuild().getDirectory()).resolve(ProjectLock.FILE);
        ProjectLock lock = ProjectLock.take(file, PATIENCE, console());
        try {
            run(reactor);
        } finally {
            lock.close();
        }
    }

    private void run(Reactor reactor) throws Exception {
        boolean compiles = !skipCompile && isCalledByName();
        if (compiles) {
            compile();
        }
        Optional<String> elsewhere = isForOneModule() ? reactor.elsewhere() : Optional.empty();
        if (elsewhere.isPresent()) {
            console().print(elsewhere.get());
            return;
        }
        if (!skipCompile && isForOneModule()) {
            freshness().requireNoLeftovers();
        }
        if (isCalledByName() && needsModel() && AlbedoLifecycleParticipant.sawTo(project)) {
            new ReadModel(inputs(), console()).runIfOutdated();
        }
        List<Path> classPath = new ArrayList<>();
        classPath.add(classOutput());
        classPath.addAll(classPath());
        try (ProjectLoader loader = new ProjectLoader(classPath)) {
            run(loader);
        }
    }

    /** Where the sources of migrations are. */
    SourceFiles sources() {
        return new SourceFiles(sourceDirectory.toPath());
    }

    /** The migrations of the persistence unit, or all if the project has only one. */
    MigrationSource migrations(ProjectLoader loader) {
        return unit().of(MigrationSource.of(loader));
    }

    UnitMigrations unit() {
        try {
            return new UnitMigrations(
                    persistenceUnit(), HibernateModel.units(classOutput()), packageName, sourceDirectory.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NewMigration place(MigrationSource migrations) throws IOException {
        UnitMigrations unit = unit();
        return new NewMigration(
                sourceDirectory.toPath(),
                packageName == null
                        ? unit.placed(
                                migrations.graph(),
                                MigrationPackage.choose(migrations.graph(), classOutput(), project.getGroupId()))
                        : packageName,
                Clock.systemUTC(),
                NewMigration::randomId,
                new Layout(pluginClassPath())::apply,
                style(),
                unit.isSeparate() ? persistenceUnit() : null);
    }

    private MigrationStyle style() {
        return new MigrationStyle(
                new ClassNamePattern(classNamePattern),
                template == null ? Optional.empty() : Optional.of(StyleSettings.template(template.toPath())),
                new PostWrite(
                        StyleSettings.commands(postWrite == null ? List.of() : postWrite),
                        project.getBasedir().toPath(),
                        Duration.ofSeconds(postWriteTimeout)));
    }

    Comparison comparison(ProjectLoader loader) {
        return configured(() -> new Comparison(
                dialect(),
                NamingPatterns.of(naming),
                Renames.parse(renames == null ? "" : renames),
                filter(),
                Hooks.load(loader),
                new ComparisonPolicy(strict, convertSerial)));
    }

    private static <T> T configured(Supplier<T> values) {
        try {
            return values.get();
        } catch (IllegalArgumentException e) {
            throw new GoalException("The configuration of albedo-maven-plugin is invalid: " + e.getMessage(), e);
        }
    }

    private ObjectFilter filter() {
        List<String> hidden = new ArrayList<>(excludes == null ? List.of() : excludes);
        hidden.add("table:" + history());
        hidden.add("table:" + HistoryLog.name(history()));
        return ObjectFilter.of(defaultSchema(), includes == null ? List.of() : includes, hidden);
    }

    QualifiedName history() {
        return QualifiedName.parse(history);
    }

    private List<Path> pluginClassPath() {
        return plugin.getArtifacts().stream()
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    private void compile() throws Exception {
        Optional<Path> stale = freshness().stale();
        if (stale.isPresent()) {
            getLog().debug("Compiling, because of " + stale.get());
            for (MojoExecution execution : lifecycle
                    .calculateExecutionPlan(session, true, "process-classes")
                    .getMojoExecutions()) {
                plugins.executeMojo(session, execution);
            }
        }
        // Lets modules that depend on this one, in the same Maven, take its classes.
        project.addLifecyclePhase("compile");
    }

    private Freshness freshness() throws IOException {
        return new Freshness(
                project.getCompileSourceRoots().stream().map(Path::of).toList(),
                Path.of(project.getBuild().getDirectory()).resolve("generated-sources"),
                project.getResources().stream()
                        .filter(resource -> resource.getTargetPath() == null)
                        .map(Resource::getDirectory)
                        .map(Path::of)
                        .toList(),
                classOutput());
    }
}
