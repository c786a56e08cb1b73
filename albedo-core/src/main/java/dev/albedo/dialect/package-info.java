/**
 * The door to a database: {@link dev.albedo.dialect.Dialect}. It prints operations as SQL, brings two schemas to one spelling,
 * and hands out what a run and a plan ask for: the reader of the live schema, sessions, the lock of a run, the view of the history, scripts, batches, copying, the
 * current schema, and what an error means.
 *
 * <p>Each service is an interface here and a class of the same name in the package of a database, with the product before it
 * ({@link dev.albedo.dialect.Sessions}, {@code PostgresSessions}). Such a
 * package is known to nobody: {@link dev.albedo.dialect.Dialects} finds its {@link dev.albedo.dialect.DialectProvider} by
 * {@code ServiceLoader}, so that it can be a module of its own, or a user's.
 */
@NullMarked
package dev.albedo.dialect;

import org.jspecify.annotations.NullMarked;
