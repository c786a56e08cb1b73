/**
 * PostgreSQL 13 and newer.
 *
 * <p>One class a question: how a type is spelled ({@link dev.albedo.dialect.postgresql.PostgresTypes}), how a name is
 * quoted, what an operation is in SQL (one class a topic), what two spellings have in common before anybody asks the
 * server, and what the server says that two SQL texts have in common.
 */
@NullMarked
package dev.albedo.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
