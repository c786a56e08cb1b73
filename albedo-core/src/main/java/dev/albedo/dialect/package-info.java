/**
 * What a kind of database makes of the vocabulary: operations to SQL, and two schemas to one spelling. One package a
 * database, with the same file names in each.
 */
@NullMarked
package dev.albedo.dialect;

import org.jspecify.annotations.NullMarked;
