package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.schema.QualifiedName;

/**
 * How to find out what became of statements that PostgreSQL runs outside of transactions. A build or drop of an index that
 * was broken off leaves an INVALID index behind.
 *
 * <p>Names are looked up as the statement itself looks them up.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class RecoverySql {

    private RecoverySql() {}

    /** Of {@code create index concurrently}. */
    static RecoveryProbe createIndex(QualifiedName table, QualifiedName index) {
        return new RecoveryProbe(
                index(
                        table,
                        index,
                        "case when indisvalid then '" + RecoveryProbe.AFTER + "' else '" + RecoveryProbe.BROKEN
                                + "' end",
                        RecoveryProbe.BEFORE),
                "DROP INDEX CONCURRENTLY IF EXISTS " + Names.name(index));
    }

    /** Of {@code drop index concurrently}, which may be repeated on the INVALID index that it leaves. */
    static RecoveryProbe dropIndex(QualifiedName table, QualifiedName index) {
        return new RecoveryProbe(index(table, index, "'" + RecoveryProbe.BEFORE + "'", RecoveryProbe.AFTER), null);
    }

    private static String index(QualifiedName table, QualifiedName index, String found, String missing) {
        return "SELECT coalesce((SELECT " + found + " FROM pg_catalog.pg_index WHERE indexrelid = to_regclass("
                + Names.literal(Names.name(index)) + ") AND indrelid = to_regclass("
                + Names.literal(Names.name(table)) + ")), '" + missing + "')";
    }
}
