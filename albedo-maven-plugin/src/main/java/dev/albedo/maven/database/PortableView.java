package dev.albedo.maven.database;

import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.data_dictionary_all;
import static schemacrawler.schemacrawler.MetadataRetrievalStrategy.none;
import static schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy.tablesRetrievalStrategy;
import static schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy.typeInfoRetrievalStrategy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import schemacrawler.crawl.SchemaCrawler;
import schemacrawler.inclusionrule.ExcludeAll;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.DatabaseObjectRuleForInclusion;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.PooledConnectionUtility;

/**
 * The tables as SchemaCrawler shows them, in two statements.
 *
 * <p>The crawler is called as such and not through {@code SchemaCrawlerUtility}, whose chain of loaders would only look
 * for row counts and plug-ins.
 */
final class PortableView {

    /** SchemaCrawler tells each step at INFO; kept here because a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("schemacrawler"), Logger.getLogger("us.fatehi"));

    /** It warns that DriverManager has no driver for the URL; the project's own is not known there, and is not needed. */
    private static final Logger DRIVERS = Logger.getLogger("us.fatehi.utility.database.ConnectionInfoBuilder");

    private PortableView() {}

    /**
     * A table.
     *
     * @param id its OID
     * @param namespace the OID of its schema
     * @param name its name, exactly
     * @param comment what COMMENT ON TABLE says
     * @param partitionBy what PARTITION BY says
     */
    record PortableTable(
            long id,
            long namespace,
            String name,
            @Nullable String comment,
            @Nullable String partitionBy) {}

    /** The tables of the queries' schemas. */
    static List<PortableTable> tables(Connection connection, CatalogQueries queries) throws SQLException {
        quietUnlessConfigured();
        List<PortableTable> tables = new ArrayList<>();
        for (Table table : crawl(connection, queries)) {
            tables.add(new PortableTable(
                    attribute(table, "ID", Long.class),
                    attribute(table, "NAMESPACE", Long.class),
                    attribute(table, "NAME", String.class),
                    table.getAttribute("COMMENT"),
                    table.getAttribute("PARTITION_BY")));
        }
        return tables;
    }

    private static Iterable<Table> crawl(Connection connection, CatalogQueries queries) throws SQLException {
        try {
            return new SchemaCrawler(new OpenConnection(connection), retrieval(queries), options())
                    .crawl()
                    .getTables();
        } catch (RuntimeException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }

    private static <T> T attribute(Table table, String name, Class<T> type) {
        return type.cast(table.<Object>getAttribute(name));
    }

    private static SchemaRetrievalOptions retrieval(CatalogQueries queries) {
        return SchemaRetrievalOptionsBuilder.builder()
                .withDoesNotSupportCatalogs()
                .withSupportsSchemas()
                .with(typeInfoRetrievalStrategy, none)
                .with(tablesRetrievalStrategy, data_dictionary_all)
                .withInformationSchemaViews(InformationSchemaViewsBuilder.builder()
                        .withSql(InformationSchemaKey.SCHEMATA, queries.schemata())
                        .withSql(InformationSchemaKey.TABLES, queries.tables())
                        .toOptions())
                .toOptions();
    }

    private static SchemaCrawlerOptions options() {
        ExcludeAll nothing = new ExcludeAll();
        return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .include(DatabaseObjectRuleForInclusion.ruleForRoutineInclusion, nothing)
                        .include(DatabaseObjectRuleForInclusion.ruleForSequenceInclusion, nothing)
                        .include(DatabaseObjectRuleForInclusion.ruleForSynonymInclusion, nothing)
                        .tableTypes("TABLE")
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withMaxThreads(1)
                        .withSchemaInfoLevelBuilder(
                                SchemaInfoLevelBuilder.builder().setRetrieveTables(true))
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
