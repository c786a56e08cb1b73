/**
 * SQL texts of models and databases, read as far as their lexical structure goes (PostgreSQL manual, section 4.1). Not a part
 * of the API: Albedo's own modules are its only users.
 */
@NullMarked
package dev.albedo.internal.sql;

import org.jspecify.annotations.NullMarked;
