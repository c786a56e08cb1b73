package dev.albedo.tenant;

import dev.albedo.run.ConnectionSource;

/**
 * One of many that share a line of migrations.
 *
 * @param name how it is called in summaries
 * @param connections to its database; names without a schema mean its own
 */
public record Tenant(String name, ConnectionSource connections) {

    /**
     * A tenant that has a schema of the database to itself, its history table in there. The schema must exist. A connection
     * is given back with the search path it came with, so they may be those of a pool.
     */
    public static Tenant ofSchema(String schema, ConnectionSource database) {
        return new Tenant(schema, () -> SchemaConnection.enter(database.open(), schema));
    }
}
