package dev.albedo.maven.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import schemacrawler.crawl.SchemaCrawler;
import schemacrawler.inclusionrule.ExcludeAll;
import schemacrawler.inclusionrule.InclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.DatabaseObjectRuleForInclusion;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.PooledConnectionUtility;

/**
 * SchemaCrawler over an open connection.
 *
 * <p>The crawler is called as such and not through {@code SchemaCrawlerUtility}, whose chain of loaders would only look
 * for row counts and plug-ins.
 */
final class Crawler {

    /** SchemaCrawler logs each step at INFO; kept here because a logger without a reference forgets its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("schemacrawler"), Logger.getLogger("us.fatehi"));

    /** It warns that DriverManager has no driver for the URL; the project's own is not known there, and is not needed. */
    private static final Logger DRIVERS = Logger.getLogger("us.fatehi.utility.database.ConnectionInfoBuilder");

    private Crawler() {}

    /**
     * Returns some schemas, and their tables and views with columns, keys and indexes.
     *
     * @param schemas which schemas, by their full names, quoted where they have to be
     * @param types the names of the kinds of tables, as the driver has them
     */
    static Catalog catalog(Connection connection, InclusionRule schemas, List<String> types) throws SQLException {
        quietUnlessConfigured();
        try {
            return new SchemaCrawler(
                            new OpenConnection(connection),
                            SchemaRetrievalOptionsBuilder.builder()
                                    .fromConnnection(connection)
                                    .toOptions(),
                            options(schemas, types))
                    .crawl();
        } catch (RuntimeException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }

    private static SchemaCrawlerOptions options(InclusionRule schemas, List<String> types) {
        ExcludeAll nothing = new ExcludeAll();
        return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(schemas)
                        .include(DatabaseObjectRuleForInclusion.ruleForRoutineInclusion, nothing)
                        .include(DatabaseObjectRuleForInclusion.ruleForSequenceInclusion, nothing)
                        .include(DatabaseObjectRuleForInclusion.ruleForSynonymInclusion, nothing)
                        .tableTypes(types)
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withMaxThreads(1)
                        .withSchemaInfoLevelBuilder(SchemaInfoLevelBuilder.builder()
                                .setRetrieveTables(true)
                                .setRetrieveTableColumns(true)
                                .setRetrieveColumnDataTypes(true)
                                .setRetrieveUserDefinedColumnDataTypes(true)
                                .setRetrievePrimaryKeys(true)
                                .setRetrieveForeignKeys(true)
                                .setRetrieveIndexes(true)
                                .setRetrieveIndexInformation(true))
                        .toOptions());
    }

    private static void quietUnlessConfigured() {
        DRIVERS.setLevel(Level.SEVERE);
        for (Logger logger : LOGGERS) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.WARNING);
            }
        }
    }

    /** Lends out one connection that is not SchemaCrawler's to check or to close. */
    private record OpenConnection(Connection connection) implements DatabaseConnectionSource {

        @Override
        public Connection get() {
            return PooledConnectionUtility.newPooledConnection(connection, this);
        }

        @Override
        public boolean releaseConnection(Connection ignored) {
            return true;
        }

        @Override
        public void setFirstConnectionInitializer(Consumer<Connection> ignored) {}

        @Override
        public void close() {}
    }
}
