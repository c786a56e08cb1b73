/**
 * The live database as SchemaCrawler shows it: the portable view, by which a database is read whose dialect hands out no
 * {@link dev.albedo.dialect.SchemaReader} of its own. PostgreSQL has one, so none of its goals comes here.
 *
 * <p>The view gives, by {@code java.sql.DatabaseMetaData}: schemas; tables with their comments; columns with their types,
 * nullability, defaults and comments, and whether they number their rows; primary keys; foreign keys with their actions and
 * deferrability; indexes with their columns, order and condition; which names are views. A test reads PostgreSQL both ways and
 * compares.
 *
 * <p>It does not give, and what is read through it lacks:
 *
 * <ul>
 *   <li>unique constraints, which drivers show as their indexes only, and so are read as unique indexes;
 *   <li>checks, exclusion constraints, and the expressions of generated columns (such a column is read as a plain one);
 *   <li>sequences, enum and composite types, partitions, inheritance;
 *   <li>what an identity column counts by, and whether it is ALWAYS one; the deferrability of keys other than foreign ones; MATCH
 *       FULL; collations; operator classes, methods and included columns of indexes (which it shows as columns of the key), the
 *       place of NULLs, NULLS NOT DISTINCT;
 *   <li>the precision of times and intervals, the sizes of bit strings and of the elements of arrays; the schema and the
 *       capitals of a created type.
 * </ul>
 *
 * <p>It asks table by table and outside of any snapshot, and its sort of foreign keys grows with the square of the tables:
 * a database with many of them wants a reader of its own.
 */
@NullMarked
package dev.albedo.maven.database;

import org.jspecify.annotations.NullMarked;
