package dev.albedo.maven.goal.origins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.origin.Origins;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitMigrationsTest {

    private static final List<String> UNITS = List.of("main", "Audit-Log");

    @TempDir
    private Path sources;

    /** Migrations of these classes, each without a parent. */
    private record Classes(RevisionGraph graph) implements MigrationSource {

        static Classes of(String... classes) {
            return new Classes(RevisionGraph.of(Arrays.stream(classes)
                    .map(name -> RevisionNode.of(name.replace('.', '_'), name))
                    .toList()));
        }

        @Override
        public Migration load(RevisionNode revision) {
            return op -> {};
        }
    }

    private UnitMigrations unit(@Nullable String name, List<String> declared, @Nullable String packageName) {
        return new UnitMigrations(name, declared, packageName, sources);
    }

    private static List<String> classes(MigrationSource source) {
        return source.graph().ordered().stream().map(RevisionNode::className).toList();
    }

    private void refuses(UnitMigrations unit, MigrationSource all, String message) {
        assertThatThrownBy(() -> unit.of(all)).isInstanceOf(GoalException.class).hasMessage(message);
    }

    @Test
    void oneUnitHasAllMigrations() {
        Classes all = Classes.of("a.M1", "b.M2");
        for (UnitMigrations one : List.of(
                unit(null, List.of(), null),
                unit(null, List.of("main"), "c"),
                unit("main", List.of("main"), null),
                unit("main", List.of(), null))) {
            assertThat(one.of(all)).isSameAs(all);
            assertThat(one.isSeparate()).isFalse();
            assertThat(one.placed(all.graph(), "shop.migrations")).isEqualTo("shop.migrations");
        }
    }

    @Test
    void eachUnitHasThoseOfItsPackage() {
        Classes all = Classes.of("shop.migrations.main.M1", "shop.migrations.audit_log.M2", "shop.migrations.main.M3");
        assertThat(classes(unit("main", UNITS, null).of(all)))
                .containsExactly("shop.migrations.main.M1", "shop.migrations.main.M3");
        assertThat(classes(unit("Audit-Log", UNITS, null).of(all))).containsExactly("shop.migrations.audit_log.M2");
        assertThat(classes(unit("Audit-Log", UNITS, "other").of(all))).isEmpty();
        assertThat(classes(unit("log", List.of(), "shop.migrations.audit_log").of(all)))
                .as("units in two modules, one of which depends on the other")
                .containsExactly("shop.migrations.audit_log.M2");
        assertThatThrownBy(() ->
                        unit("main", UNITS, null).of(all).graph().requireKnown(Set.of("shop_migrations_audit_log_M2")))
                .as("the database of another unit")
                .hasMessage("the database has revision shop_migrations_audit_log_M2, which belongs to persistence unit"
                        + " Audit-Log, not to main: set -Dalbedo.persistenceUnit=Audit-Log, or connect to the database of"
                        + " main");
        assertThatThrownBy(() -> unit("log", List.of(), "shop.migrations.audit_log")
                        .of(all)
                        .graph()
                        .requireKnown(Set.of("shop_migrations_main_M1")))
                .as("a unit of another module")
                .hasMessageContaining("which is of package shop.migrations.main, not of persistence unit log:");
    }

    @Test
    void theFirstMigrationOfAUnitGoesToAPackageOfItsOwn() {
        UnitMigrations log = unit("Audit-Log", UNITS, null);
        MigrationSource none = log.of(Classes.of("shop.migrations.main.M1"));
        assertThat(none.graph().ordered()).isEmpty();
        assertThat(log.placed(none.graph(), "shop.migrations")).isEqualTo("shop.migrations.audit_log");
    }

    @Test
    void refusesWithoutAUnit() {
        refuses(
                unit(null, UNITS, null),
                Classes.of(),
                "persistence.xml declares the persistence units main, Audit-Log: name one with"
                        + " -Dalbedo.persistenceUnit, or with an execution that is configured for it, as in mvn"
                        + " albedo:status@main");
        refuses(
                unit("lgo", UNITS, null),
                Classes.of(),
                "persistence.xml has no persistence unit lgo; it declares main, Audit-Log: set albedo.persistenceUnit to one of"
                        + " them");
    }

    @Test
    void refusesMigrationsWhoseUnitIsNotKnown() {
        refuses(
                unit("Audit-Log", UNITS, null),
                Classes.of("shop.migrations.M1"),
                "Cannot tell which migrations belong to persistence unit Audit-Log (there are migrations"
                        + " in shop.migrations): set albedo.package for each unit to the package of its migrations");
        refuses(
                unit("main", UNITS, null),
                Classes.of("a.main.M1", "b.main.M2"),
                "Cannot tell which migrations belong to persistence unit main (there are migrations in a.main, b.main):"
                        + " set albedo.package for each unit to the package of its migrations");
    }

    @Test
    void refusesThePackageOfAnotherUnit() throws IOException {
        Path directory = Files.createDirectories(sources.resolve("shop/migrations"));
        new OriginsFile(directory.resolve(OriginsFile.NAME))
                .write(KeptOrigins.NONE
                        .with(Snapshots.of(Origins.parse(List.of("t = T"))))
                        .of("main"));
        Classes all = Classes.of("shop.migrations.M1");
        assertThat(classes(unit("main", UNITS, "shop.migrations").of(all))).containsExactly("shop.migrations.M1");
        refuses(
                unit("Audit-Log", UNITS, "shop.migrations"),
                all,
                "Package shop.migrations has the migrations of persistence unit main, not of Audit-Log: set albedo.package to a"
                        + " separate package for each unit");
    }
}
