package dev.albedo.maven.goal.origins;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit that a goal works on, and which migrations are its own: those of one package. By default its last name
 * is that of the unit.
 *
 * @param unit the unit that is configured, or {@code null}
 * @param declared the units of {@code persistence.xml}
 * @param packageName the package that is configured, or {@code null}
 * @param sources the root of the sources, where {@code origins.txt} names the unit of a package
 */
public record UnitMigrations(
        @Nullable String unit,
        List<String> declared,
        @Nullable String packageName,
        Path sources) {

    public UnitMigrations {
        declared = List.copyOf(declared);
    }

    /** Whether the migrations are those of one unit among several. */
    public boolean isSeparate() {
        return unit != null && (packageName != null || declared.size() > 1);
    }

    /**
     * The migrations of the unit.
     *
     * @param all of the class path
     * @throws GoalException if it is not known which they are, or the configured package has those of another unit
     */
    public MigrationSource of(MigrationSource all) {
        String wanted = unit;
        if (wanted == null) {
            if (declared.size() > 1) {
                throw new GoalException("persistence.xml declares the persistence units " + String.join(", ", declared)
                        + ": name one with -Dalbedo.persistenceUnit, or with an execution that is configured for it, as in"
                        + " mvn albedo:status@" + declared.get(0));
            }
            return all;
        }
        if (!declared.isEmpty() && !declared.contains(wanted)) {
            throw new GoalException("persistence.xml has no persistence unit " + wanted + "; it declares "
                    + String.join(", ", declared) + ": set albedo.persistenceUnit to one of them");
        }
        if (!isSeparate()) {
            return all;
        }
        if (packageName != null) {
            requireOwn(packageName, wanted);
            return own(all, packageName, wanted);
        }
        return own(all, existing(all.graph(), wanted), wanted);
    }

    /** The package of new migrations, by the package where they would be if there were no units. */
    public String placed(RevisionGraph own, String usual) {
        return unit != null && isSeparate() && own.ordered().isEmpty() ? usual + "." + lastName(unit) : usual;
    }

    /** The migrations of one unit, which tell those of the others from unknown ones. */
    private MigrationSource own(MigrationSource all, String name, String wanted) {
        MigrationSource own = all.inPackage(name);
        Map<String, String> reasons = new TreeMap<>();
        for (RevisionNode revision : all.graph().ordered()) {
            if (!revision.packageName().equals(name)) {
                reasons.put(revision.id(), reason(revision.packageName(), wanted));
            }
        }
        return own.within(own.graph().beside(reasons));
    }

    private String reason(String other, String wanted) {
        String recorded = recorded(other);
        Optional<String> owner = recorded.isEmpty()
                ? declared.stream()
                        .filter(each -> lastName(each).equals(lastOf(other)))
                        .findFirst()
                : Optional.of(recorded);
        return owner.map(each -> "which belongs to persistence unit " + each + ", not to " + wanted
                        + ": set -Dalbedo.persistenceUnit=" + each + ", or connect to the database of " + wanted)
                .orElseGet(() -> "which is of package " + other + ", not of persistence unit " + wanted
                        + ": set -Dalbedo.persistenceUnit to the unit of that package, or connect to the database of "
                        + wanted);
    }

    private String recorded(String name) {
        return new OriginsFile(sources.resolve(name.replace('.', '/')).resolve(OriginsFile.NAME))
                .read()
                .unit();
    }

    private void requireOwn(String name, String wanted) {
        String recorded = recorded(name);
        if (!recorded.isEmpty() && !recorded.equals(wanted)) {
            throw new GoalException("Package " + name + " has the migrations of persistence unit " + recorded
                    + ", not of " + wanted + ": set albedo.package to a separate package for each unit");
        }
    }

    private String existing(RevisionGraph all, String wanted) {
        Set<String> packages =
                all.ordered().stream().map(RevisionNode::packageName).collect(Collectors.toCollection(TreeSet::new));
        List<String> own = packages.stream()
                .filter(name -> lastOf(name).equals(lastName(wanted)))
                .toList();
        if (own.size() == 1) {
            requireOwn(own.get(0), wanted);
            return own.get(0);
        }
        Set<String> units = declared.stream().map(UnitMigrations::lastName).collect(Collectors.toSet());
        List<String> unclear = own.isEmpty()
                ? packages.stream()
                        .filter(name -> !units.contains(lastOf(name)))
                        .toList()
                : own;
        if (!unclear.isEmpty() || units.size() < declared.size()) {
            throw new GoalException("Cannot tell which migrations belong to persistence unit " + wanted
                    + (unclear.isEmpty() ? "" : " (there are migrations in " + String.join(", ", unclear) + ")")
                    + ": set albedo.package for each unit to the package of its migrations");
        }
        return "";
    }

    private static String lastOf(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** A unit as a part of a package's name. */
    private static String lastName(String unit) {
        String name = unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return SourceVersion.isName(name) ? name : "_" + name;
    }
}
