/**
 * The schema of a PostgreSQL database, read from its system catalogs.
 *
 * <p>A fixed number of queries ({@link dev.albedo.dialect.postgresql.reader.CatalogQueries}), each about all tables at once;
 * their rows are joined in one place by the database's own numbers (OIDs), never by names. No portable view takes part:
 * {@code java.sql.DatabaseMetaData}, and SchemaCrawler on top of it, asks table by table, and knows neither operator classes,
 * collations, NULLS NOT DISTINCT, exclusion constraints nor composite types.
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
package dev.albedo.dialect.postgresql.reader;

import org.jspecify.annotations.NullMarked;
