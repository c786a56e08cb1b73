/**
 * What a project implements to take part in how Albedo plans: {@link dev.albedo.spi.PlanHook}.
 *
 * <p>It is beside the words and operations because a project has those on its class path anyway: its migrations are
 * compiled against them. A hook is run by the Maven plugin only; an application that carries one at run time never loads it.
 *
 * <p>A hook is asked in three places, each on the side of the comparison where its answer can do no harm. What it leaves out
 * is taken from both sides before they are compared, by one answer for both, and stays in what a trial compares: so a trial
 * still finds out if a plan touches it. Where it calls two types the same, the model's is replaced by the database's, so that
 * a plan says what is true of the database. What it rewrites are the bare changes: what makes them safe for rows and what
 * takes them back is made of its answer, so neither can contradict it.
 */
@NullMarked
package dev.albedo.spi;

import org.jspecify.annotations.NullMarked;
