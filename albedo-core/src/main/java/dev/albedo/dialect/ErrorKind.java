package dev.albedo.dialect;

/** What an error of a database means to a run or a trial. */
public enum ErrorKind {
    /** The server cannot be reached, is starting or stopping, or has no connection left; time may heal it. */
    NO_CONNECTION,
    /** The user or the password is refused. */
    AUTHENTICATION,
    /** The server refuses a client before it looks at its password, for example because it gives none. */
    CLIENT_REFUSED,
    /** The role lacks a privilege. */
    PRIVILEGE,
    /** A lock of another session, a deadlock or the order of transactions; the same may succeed when it is repeated. */
    CONTENTION,
    /** The statement was cancelled, by its limit or from outside. */
    CANCELLED,
    /** A row violates a constraint. */
    INTEGRITY,
    /** A value cannot be what it is to become. */
    DATA,
    /** An expression has another type than its place takes. */
    TYPE,
    /** A value is larger than the database allows at its place, such as for an index. */
    LIMIT,
    /** Something is in use by the session itself, such as a table with rows whose deferred checks are not done yet. */
    IN_USE,
    /** A name, or the target of a foreign key, is missing. */
    MISSING,
    /** The statement reached another session than {@link Sessions#require required}. */
    OTHER_SESSION,
    /** Another run has the lock that a transaction {@link RunLock#requireForTransaction requires}. */
    RUN_LOCK_TAKEN,
    /** The history is not as a transaction {@link Sessions#requireUnchanged requires}. */
    HISTORY_CHANGED,
    /** Anything else. */
    OTHER
}
