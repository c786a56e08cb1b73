/** Hooks as projects write them, each carried out by {@code HookExamplesTest} on a real database. */
@NullMarked
package dev.albedo.maven.example;

import org.jspecify.annotations.NullMarked;
