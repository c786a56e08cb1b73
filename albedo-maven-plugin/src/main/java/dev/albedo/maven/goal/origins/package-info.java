/**
 * The files beside the migrations that record where tables and columns came from.
 *
 * <p>A rename is certain because {@code origins.txt} has a line for each table and column, with the class and attribute it came
 * from when the newest migration was written. One line each and sorted, so that two branches merge as they merge the entities.
 * It is the newest state only, since {@code create} compares with a database at head and never asks where an attribute was
 * earlier. A snapshot of the model with each migration would hold the same in a megabyte a migration where there are 500
 * entities. The database cannot hold it, since it belongs to one developer and the knowledge to all. Without the file nothing
 * is certain: {@code create} asks, then writes it.
 */
@NullMarked
package dev.albedo.maven.goal.origins;

import org.jspecify.annotations.NullMarked;
