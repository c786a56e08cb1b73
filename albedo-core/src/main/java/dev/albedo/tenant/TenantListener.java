package dev.albedo.tenant;

/** Is told how a run over tenants goes, by one thread at a time. */
@FunctionalInterface
public interface TenantListener {

    /** A listener that is silent. */
    TenantListener NONE = (run, finished, all) -> {};

    /**
     * A tenant is done, or failed.
     *
     * @param finished how many are, this one included
     * @param all how many there are
     */
    void finished(TenantRun run, int finished, int all);
}
