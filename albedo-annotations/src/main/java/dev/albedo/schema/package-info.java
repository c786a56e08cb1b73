/**
 * The words a schema is described in: immutable records that compare by value, with {@link dev.albedo.schema.SchemaDsl} to
 * say them and {@link dev.albedo.schema.Types} for column types.
 *
 * <p>Order means nothing for tables, constraints and indexes, so they are kept sorted; it means something for columns,
 * for the columns of keys and indexes and for enum values, so these keep the order in which they were declared. A name
 * that nobody chose is {@code null} until a naming convention gives one; a schema name of {@code null} is the default
 * schema of the connection.
 */
@NullMarked
package dev.albedo.schema;

import org.jspecify.annotations.NullMarked;
