/**
 * The live database as a {@link dev.albedo.schema.Schema}.
 *
 * <p>SchemaCrawler gives the portable view: schemas, tables, columns, primary keys, with our own SQL and everything it
 * does not need switched off. What it is blind to on PostgreSQL, and foreign keys, whose topological sort inside
 * SchemaCrawler grows with the square of the tables, come from a fixed number of catalog queries. Both are joined in
 * one place by the database's own numbers (OIDs), never by names.
 *
 * <p>Decisions about what PostgreSQL knows and {@link dev.albedo.schema} does not say:
 *
 * <ul>
 *   <li>A NOT VALID check or foreign key, and a NOT ENFORCED one, is read as existing: the safe way to add one makes it
 *       NOT VALID first, and a plan that adds it again would fail.
 *   <li>An index that is not valid, as a failed CREATE INDEX CONCURRENTLY leaves behind, is read as not existing: it
 *       serves no query, so the model's index is still missing.
 *   <li>NOT NULL is a property of the column; that PostgreSQL 18 also keeps it as a named constraint is not looked at.
 *   <li>Views, foreign tables, partitions, inheritance children that neither the model nor a migration names, and whatever belongs to an extension are invisible, and
 *       so are the sequences that such a table owns. A partitioned table is read as a table.
 *   <li>Storage parameters, tablespaces, UNLOGGED, the columns of SET NULL (columns), WITHOUT OVERLAPS and the parameters
 *       of operator classes are not looked at.
 * </ul>
 */
@NullMarked
package dev.albedo.maven.database;

import org.jspecify.annotations.NullMarked;
