/**
 * The options of the goals, and what is wrong with those that a user gives: Maven itself ignores an option that no goal has,
 * and takes every value but {@code true} for {@code false}, so that a misspelled dry run would be a real one.
 *
 * <p>Knows nothing of Maven; the plugin's descriptor, which is the only list of options, is handed in.
 */
@NullMarked
package dev.albedo.maven.option;

import org.jspecify.annotations.NullMarked;
