/**
 * Brings a database from one revision to another: {@link dev.albedo.run.Migrator}. Usable from an application at
 * start-up; needs JDBC and nothing else.
 *
 * <p>What keeps a run sound when it is killed: a session-level advisory lock, polled outside of transactions, lets one run
 * at a time work; a revision and its row in the history table are one transaction; and a revision with a statement that
 * cannot be in a transaction keeps in its row how far it got, and before such a statement that it is about to be sent, so
 * that the next run knows where to go on and what to ask the database about.
 *
 * <p>What keeps it fast: the list that the processor wrote is read instead of the class path, only pending migrations are
 * loaded, and the statements of a revision and its history row go to the server together.
 */
@NullMarked
package dev.albedo.run;

import org.jspecify.annotations.NullMarked;
