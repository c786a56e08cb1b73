package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.TenantList;
import dev.albedo.maven.goal.TenantRuns;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.tenant.Tenants;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that applies revisions or takes them back, on one database or on every tenant. */
abstract class AbstractRunMojo extends AbstractDatabaseMojo {

    /**
     * Prints the planned run with the SQL of each revision, and changes nothing in the database. The goal then fails if the
     * run would be refused.
     */
    @Parameter(property = "albedo.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Whether all revisions of the run, or of each tenant, are one transaction, so that a failure rolls all of them back.
     * Refused before anything runs if a revision has a step that cannot run in a transaction.
     */
    @Parameter(property = "albedo.singleTransaction", defaultValue = "false")
    private boolean singleTransaction;

    /** The names of the tenants to work on, each of which has a schema or a database of its own. They must exist. */
    @Parameter(property = "albedo.tenants")
    private @Nullable List<String> tenants;

    /** A query that returns the names of the tenants: {@code select schema_name from public.tenant}. */
    @Parameter(property = "albedo.tenants.query")
    private @Nullable String tenantQuery;

    /**
     * A pattern for the names of the schemas or databases that are tenants: {@code tenant_*}; {@code *} matches any
     * characters, {@code ?} one.
     */
    @Parameter(property = "albedo.tenants.pattern")
    private @Nullable String tenantPattern;

    /**
     * The kind of the tenants: each is a {@code schema} in the database of {@code albedo.url}, which is put first in the
     * search path, or a {@code database} on the server of {@code albedo.url}. It contains the tenant's history table.
     */
    @Parameter(property = "albedo.tenants.kind", defaultValue = "schema")
    private String tenantKind;

    /** How many tenants are processed at the same time, each with a connection of its own. */
    @Parameter(property = "albedo.tenants.workers", defaultValue = "4")
    private int tenantWorkers;

    /** Starts no further tenant after one has failed. By default all tenants run, and the goal fails at the end. */
    @Parameter(property = "albedo.tenants.stopAtFailure", defaultValue = "false")
    private boolean tenantStopAtFailure;

    @Override
    final boolean isSingleTransaction() {
        return singleTransaction;
    }

    @Override
    void validate() {
        super.validate();
        TenantList.Kind.parse(tenantKind);
        if (tenantWorkers < 1) {
            throw new GoalException("albedo.tenants.workers is " + tenantWorkers + ": use 1 or more");
        }
    }

    /** The work of a run on one database. */
    abstract Function<Migrator, List<RevisionNode>> work();

    /** Runs on one database and reports it. */
    abstract void run(Migrator migrator);

    /** Reports the planned run. */
    abstract void dryRun(Migrator migrator);

    @Override
    final void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = migrations(loader);
        // Maven gives an empty list where nobody says one.
        TenantList list = new TenantList(
                TenantList.Kind.parse(tenantKind),
                tenants == null || tenants.isEmpty() ? null : tenants,
                tenantQuery,
                tenantPattern);
        if (list.isGiven()) {
            onTenants(list, migrations, loader);
            return;
        }
        Migrator migrator = migrator(connections(connection(), loader), migrations);
        if (dryRun) {
            dryRun(migrator);
        } else {
            run(migrator);
        }
    }

    private void onTenants(TenantList list, MigrationSource migrations, ProjectLoader loader)
            throws IOException, SQLException {
        if (dryRun) {
            throw new GoalException("A dry run covers one database only: remove albedo.dryRun or the tenants");
        }
        ConnectionSettings settings = connection();
        var found = list.find(settings, new Drivers(loader));
        try {
            new TenantRuns(
                            listener -> new Tenants(
                                    found, migrations, runSettings(), tenantWorkers, tenantStopAtFailure, listener),
                            console())
                    .run(work());
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.tenants: " + e.getMessage(), e);
        }
    }
}
