/**
 * What the goals do, without Maven: each is a plain class that is given what it needs and says what it did to a
 * {@link dev.albedo.maven.goal.Console}. The mojos hold parameters and one call.
 *
 * <p>What makes a rename certain is kept with the migrations, in one file beside them, {@code origins.txt}: a line for each
 * table and column, with the class and attribute it came from when the newest migration was written. One line each and
 * sorted, so that two branches merge as they merge the entities. It is the newest state only, since {@code create} compares
 * with a database at head and never asks where an attribute was earlier. A snapshot of the model with each migration would
 * say the same in a megabyte a migration where there are 500 entities, and a gigabyte of history where there are 1,000
 * migrations. The database cannot keep it, since it belongs to one developer and the knowledge to all. Without the file
 * nothing is certain and {@code create} asks, then writes it.
 *
 * <p>No plan becomes a migration untried ({@link dev.albedo.maven.goal.PlanProof}): it is carried out and taken back, and each
 * time the database is read and compared with what it should be. In the user's database that is one transaction with bounded
 * waiting, in which a statement that must be alone has its transactional form; on a scratch database it is the statements
 * themselves. Rows that stand against a plan are told from a plan that is wrong by the SQLSTATE.
 *
 * <p>{@link dev.albedo.maven.goal.Hooks} change a difference before it becomes a plan, so that there is one way from a
 * difference to what is safe, to what takes it back and to the trial. What is expected after a plan is then made of its
 * operations and of all that there is, so the trial is as strict as without hooks; that the operations are all that is
 * missing, save for what hooks leave out, is found by comparing once more in memory. SQL of hooks whose effect is not said
 * fails the trial, since nothing else could tell it from a plan that does too much.
 */
@NullMarked
package dev.albedo.maven.goal;

import org.jspecify.annotations.NullMarked;
