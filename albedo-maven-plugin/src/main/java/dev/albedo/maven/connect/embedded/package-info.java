/**
 * A PostgreSQL of the project's own, for those who have configured none, and for scratch databases: its programs, its start
 * and stop, and who may connect to it. It speaks of that one product and of no other, since that is what it starts; what a
 * database can do is asked of its dialect.
 */
@NullMarked
package dev.albedo.maven.connect.embedded;

import org.jspecify.annotations.NullMarked;
