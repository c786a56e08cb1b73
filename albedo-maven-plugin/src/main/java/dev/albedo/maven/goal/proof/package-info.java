/**
 * The trial of a plan before it becomes a migration, and the explanation of a plan that the database refuses.
 *
 * <p>A plan is carried out and taken back, and each time the database is read and compared with the expected schema. In the
 * user's database that is one transaction with bounded waiting, in which a statement that must run alone has its transactional
 * form; on a scratch database it is the statements themselves. The SQLSTATE tells rows that contradict a plan from a plan that
 * is wrong.
 */
@NullMarked
package dev.albedo.maven.goal.proof;

import org.jspecify.annotations.NullMarked;
