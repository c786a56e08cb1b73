/**
 * The versions of the files that Albedo writes into projects and class outputs; internal. What each file is and how long it is
 * read is in {@code docs/formats.md}.
 */
@NullMarked
package dev.albedo.format;

import org.jspecify.annotations.NullMarked;
