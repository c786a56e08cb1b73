package dev.albedo.dialect.postgresql;

/**
 * The lock that keeps two runs on one history table apart, as SQL. It belongs to a session, or to a transaction behind a
 * pooler that gives each transaction another session; the server lets it go when that ends, however it ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
public final class AdvisoryLock {

    /** Says that a lock is Albedo's; {@code albe} in ASCII. */
    private static final int FAMILY = 0x616C6265;

    private final String key;

    /**
     * A lock.
     *
     * @param subject a string literal of what it guards
     */
    public AdvisoryLock(String subject) {
        this.key = "hashtext(" + subject + ")";
    }

    /**
     * Takes the lock if it is free: one row, one boolean. Never waits. Null, and the lock is not taken, in another session
     * than that of the process.
     *
     * @param processId of the session that shall have it
     */
    public String take(int processId) {
        return "select case when pg_backend_pid() = " + processId + " then pg_try_advisory_lock(" + FAMILY + ", " + key
                + ") end";
    }

    /** Takes the lock for the transaction that is open, if it is free: one row, one boolean. Never waits. */
    public String takeForTransaction() {
        return "select pg_try_advisory_xact_lock(" + FAMILY + ", " + key + ")";
    }

    /**
     * Takes the lock for the transaction that is open, and fails if it is not free, so that what is sent together with it is
     * not run. Never waits.
     *
     * @see SessionSql#isTaken
     */
    public String requireForTransaction() {
        return "select case when pg_try_advisory_xact_lock(" + FAMILY + ", " + key + ") then 0 else "
                + SessionSql.failing(SessionSql.TAKEN) + " end";
    }

    /** Whether the session that is asked has the lock: one row, one boolean. */
    public String held() {
        return "select exists (select from pg_catalog.pg_locks l where l.pid = pg_backend_pid() and " + isIt() + ")";
    }

    /**
     * Lets the lock go: one row, one boolean, false if the session did not have it. Null, and nothing done, in another
     * session than that of the process.
     *
     * @param processId of the session that has it
     */
    public String release(int processId) {
        return "select case when pg_backend_pid() = " + processId + " then pg_advisory_unlock(" + FAMILY + ", " + key
                + ") end";
    }

    /**
     * Who has the lock: no or one row of process id, application name, and since when it is connected; the time is empty for
     * a session of another role if this one is no member of {@code pg_read_all_stats}.
     */
    public String holder() {
        return "select a.pid, coalesce(a.application_name, ''),"
                + " coalesce(to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SSOF'), '')"
                + " from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid"
                + " where " + isIt();
    }

    private String isIt() {
        return "l.locktype = 'advisory' and l.granted and l.objsubid = 2"
                + " and l.database = (select oid from pg_catalog.pg_database where datname = current_database())"
                + " and l.classid = " + FAMILY + "::oid"
                + " and l.objid = (" + key + "::bigint & 4294967295)::oid";
    }
}
