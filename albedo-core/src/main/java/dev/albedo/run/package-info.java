/**
 * Brings a database from one revision to another: {@link dev.albedo.run.Migrator}. Usable from an application at
 * start-up; needs JDBC and nothing else.
 *
 * <p>What keeps a run sound when it is killed: a session-level advisory lock, polled outside of transactions, lets one run
 * at a time work; a revision and its row in the history table are one transaction; and a revision with a statement that
 * cannot be in a transaction keeps in its row how far it got, and before such a statement that it is about to be sent, so
 * that the next run knows where to go on and what to ask the database about.
 *
 * <p>If it is wished, all revisions of a run are one transaction ({@link dev.albedo.run.RunSettings#singleTransaction}); a
 * revision that cannot be in one is then refused when the run is planned. A revision that says {@code transactional =
 * false} is the opposite: each of its steps is recorded by itself, and its author's SQL is sent outside of transactions.
 * Whether such SQL happened, when a run was killed while the server was at it, nobody but its author can find out. So it
 * is not guessed: the next run stops, until {@link dev.albedo.run.Migrator#settle} says it.
 *
 * <p>The lock belongs to a session of the server, and a pooler may give each transaction another one. So each transaction
 * proves with the first of the statements that are sent together that it is in the session with the lock. A statement that
 * must be alone cannot carry a proof: the statements before and after it do, and what is sent to another session between
 * them stays in doubt.
 *
 * <p>What keeps it from being in others' way: a statement in a transaction waits for a lock for a short time, then the
 * whole transaction is rolled back and tried again after a pause; see {@link dev.albedo.run.Limits}. The limits are set
 * with the statements that they are for, and end with their transaction. While the run waits for the server, other threads
 * look after it: they have the server break off what runs if the run is interrupted or the process told to end, and ask
 * over a second connection whose lock is in the way.
 *
 * <p>What is recorded is in two tables. The history ({@code albedo_history}) has one row for each revision that is applied or
 * on its way; while a step of it goes batch by batch, {@code position} says where the last batch ended. The log ({@code albedo_history_log}) has one row for each attempt, and rows are only ever added to it:
 *
 * <table>
 *   <caption>The columns of the log</caption>
 *   <tr><td>{@code id}</td><td>rises from row to row; numbers of what was rolled back are missing</td></tr>
 *   <tr><td>{@code run}</td><td>the same for all rows of a run</td></tr>
 *   <tr><td>{@code at}</td><td>when the row was written</td></tr>
 *   <tr><td>{@code event}</td><td>{@code run}, or what became of a revision: {@code up}, {@code down}, {@code stamp}
 *       (recorded without being run), {@code unstamp}, {@code repair} (accepted as it is now, or told what became of a step that was in doubt:
 *       then {@code request} says which and what)</td></tr>
 *   <tr><td>{@code outcome}</td><td>{@code began}, {@code done} or {@code failed}. A run that has something to do begins and
 *       ends. A revision that is one transaction has only the row that is committed with it, or one of its failure; one that
 *       needs several has one that it began, too, each time it is gone on with. An attempt that met a lock and is
 *       followed by another is a failure of its own</td></tr>
 *   <tr><td>{@code revision}, {@code name}</td><td>its id and the simple name of its class</td></tr>
 *   <tr><td>{@code checksum}</td><td>the format of {@code operations}, a colon, and the first 32 hexadecimal digits of the
 *       SHA-256 of {@code operations} in UTF-8</td></tr>
 *   <tr><td>{@code steps}</td><td>how many of its steps are done</td></tr>
 *   <tr><td>{@code duration_ms}</td><td>how long it took, in milliseconds; where several revisions are one transaction,
 *       from its beginning</td></tr>
 *   <tr><td>{@code request}</td><td>what a run was asked for</td></tr>
 *   <tr><td>{@code error}</td><td>the first line of why it failed</td></tr>
 *   <tr><td>{@code operations}</td><td>what the revision does in that direction, as canonical text, one operation a
 *       line</td></tr>
 *   <tr><td>{@code summary}</td><td>the same in words</td></tr>
 *   <tr><td>{@code albedo_version}, {@code database_user}, {@code client_address}, {@code application}</td><td>who did
 *       it; there is no address of a client on a Unix socket</td></tr>
 * </table>
 *
 * <p>A run that was killed, or goes on still, has begun and has no other row: {@code select * from albedo_history_log b where
 * event = 'run' and outcome = 'began' and not exists (select from albedo_history_log e where e.run = b.run and e.event =
 * 'run' and e.outcome in ('done', 'failed'))}. Passwords are in no column.
 *
 * <p>Both tables are made by the first run that has something to do, which needs {@code CREATE} on their schema; so is the
 * log beside a history that an older Albedo made, and the column {@code position} added to it, which only its owner can. Later runs need {@code SELECT, INSERT, UPDATE, DELETE} on the history, and
 * {@code SELECT, INSERT} on the log.
 *
 * <p>An applied migration that was edited is found by its checksum. That costs the loading of every applied migration, so
 * it is done by {@code status}, and by a run only when it has something to do. What the code of a step in Java says is read
 * by the processor from the source, and stands in the list of migrations; a compiler that does not show its source leaves it
 * out, and then the step counts by its description. That alone never makes a migration an edited one.
 *
 * <p>What a checksum is computed from is text in words of its own, one operation a line, for example {@code add column to
 * "customer" (column "email" (type "varchar(255)", nullable))}. What has its default is not said, so that neither a renamed
 * class nor a component that is new and not used makes another checksum; the number before the colon is the format. A row of
 * an older format is compared by its {@code summary}, and recorded in this one by a repair if that is not the same; a row of
 * a newer format is refused, by everything that reads the history.
 *
 * <p>What keeps it fast: the list that the processor wrote is read instead of the class path, only pending migrations are
 * loaded, and the statements of a revision and its history row go to the server together.
 */
@NullMarked
package dev.albedo.run;

import org.jspecify.annotations.NullMarked;
