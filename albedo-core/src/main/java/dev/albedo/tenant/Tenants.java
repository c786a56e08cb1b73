package dev.albedo.tenant;

import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.tenant.TenantRun.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Brings many tenants from one revision to another, some at a time. One that fails does not stop the others, unless that is
 * asked for.
 */
public final class Tenants {

    private final List<Tenant> tenants;
    private final MigrationSource migrations;
    private final RunSettings settings;
    private final int workers;
    private final boolean stopAtFailure;
    private final TenantListener listener;

    /**
     * A run over these.
     *
     * @param workers how many are worked on at the same time, each with a connection of its own
     * @param stopAtFailure whether no other tenant is begun after one has failed
     * @throws IllegalArgumentException if there is no worker, or two tenants have one name
     */
    public Tenants(
            List<Tenant> tenants,
            MigrationSource migrations,
            RunSettings settings,
            int workers,
            boolean stopAtFailure,
            TenantListener listener) {
        if (workers < 1) {
            throw new IllegalArgumentException("tenants need 1 worker or more, not " + workers);
        }
        Set<String> names = new HashSet<>();
        for (Tenant tenant : tenants) {
            if (!names.add(tenant.name())) {
                throw new IllegalArgumentException("the tenant " + tenant.name() + " is named twice");
            }
        }
        this.tenants = List.copyOf(tenants);
        this.migrations = migrations;
        this.settings = settings;
        this.workers = workers;
        this.stopAtFailure = stopAtFailure;
        this.listener = listener;
    }

    /**
     * Does the same for each tenant.
     *
     * @param work what is done, such as {@code migrator -> migrator.migrate("head")}
     * @return what became of each, in the order of the tenants
     * @throws RunException if this thread is interrupted; those that were begun are finished, or broken off by the
     *     interrupt, and no other is begun
     */
    public List<TenantRun> run(Function<Migrator, List<RevisionNode>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(workers, tenants.size())));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger finished = new AtomicInteger();
        try {
            List<Future<TenantRun>> runs = new ArrayList<>();
            for (Tenant tenant : tenants) {
                runs.add(threads.submit(() -> {
                    if (stop.get()) {
                        return new TenantRun(tenant.name(), Outcome.SKIPPED, List.of(), null);
                    }
                    TenantRun run = run(tenant, work);
                    if (stopAtFailure && run.outcome() == Outcome.FAILED) {
                        stop.set(true);
                    }
                    synchronized (listener) {
                        listener.finished(run, finished.incrementAndGet(), tenants.size());
                    }
                    return run;
                }));
            }
            List<TenantRun> results = new ArrayList<>();
            for (Future<TenantRun> run : runs) {
                results.add(run.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(
                    "interrupted when " + finished.get() + " of " + tenants.size()
                            + " tenants were finished; run it again for the others",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run over the tenants is broken: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private TenantRun run(Tenant tenant, Function<Migrator, List<RevisionNode>> work) {
        try {
            Migrator migrator = new Migrator(tenant.connections(), migrations, settings, RunListener.NONE);
            return new TenantRun(tenant.name(), Outcome.DONE, work.apply(migrator), null);
        } catch (RunException | RevisionException e) {
            return new TenantRun(tenant.name(), Outcome.FAILED, List.of(), e.getMessage());
        }
    }
}
