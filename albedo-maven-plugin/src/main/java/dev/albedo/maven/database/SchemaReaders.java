package dev.albedo.maven.database;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.SchemaReader;

/** Finds the reader of a database. */
public final class SchemaReaders {

    private SchemaReaders() {}

    /** Returns the reader of a dialect, or the portable view if the dialect has none. */
    public static SchemaReader of(Dialect dialect) {
        return dialect.schemaReader().orElseGet(() -> new SchemaCrawlerReader(dialect));
    }
}
