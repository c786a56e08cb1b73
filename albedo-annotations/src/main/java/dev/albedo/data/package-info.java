/**
 * What a migration is handed, and hands over, where it works on rows and not on the schema: {@link dev.albedo.data.Data} is what
 * a step in Java gets, {@link dev.albedo.data.Row} is what is put into a table.
 *
 * <p>Which values a row can have is decided in one place, {@link dev.albedo.data.Row}, so that a row says before anything was
 * run that a value of it fits nowhere. A text has no type of its own for the database, as a text between quotes has none in
 * SQL: it becomes what its place asks for, an enum type, {@code jsonb} or {@code uuid} included. That was preferred to
 * {@code varchar}, which is the driver's default, because PostgreSQL does not turn {@code varchar} into any of these.
 */
@NullMarked
package dev.albedo.data;

import org.jspecify.annotations.NullMarked;
