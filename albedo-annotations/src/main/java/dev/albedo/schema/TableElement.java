package dev.albedo.schema;

/** What a table is made of: columns, constraints, indexes. */
public sealed interface TableElement permits Column, Constraint, Index {}
