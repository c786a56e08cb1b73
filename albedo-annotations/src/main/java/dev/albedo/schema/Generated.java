package dev.albedo.schema;

/**
 * How the database computes a column (PostgreSQL manual section 5.4).
 *
 * @param expression a SQL expression over other columns of the row
 * @param stored whether the value is stored; if not, it is computed when read (PostgreSQL 18)
 */
public record Generated(String expression, boolean stored) {}
