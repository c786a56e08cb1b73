package dev.albedo.maven.database;

import dev.albedo.dialect.Relation;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.dialect.Spelling;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import schemacrawler.inclusionrule.InclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.NamedObject;

/**
 * Reads any database that has a JDBC driver, as SchemaCrawler shows it: for a dialect without a reader of its own. What it
 * does not show is told in the documentation of this package.
 */
final class SchemaCrawlerReader implements SchemaReader {

    private static final Map<String, Relation.Kind> KINDS = Map.of(
            "TABLE", Relation.Kind.TABLE,
            "BASE TABLE", Relation.Kind.TABLE,
            "PARTITIONED TABLE", Relation.Kind.TABLE,
            "VIEW", Relation.Kind.VIEW,
            "MATERIALIZED VIEW", Relation.Kind.MATERIALIZED_VIEW,
            "FOREIGN TABLE", Relation.Kind.FOREIGN_TABLE);

    private final Spelling spelling;

    /** A reader that spells types like this. */
    SchemaCrawlerReader(Spelling spelling) {
        this.spelling = spelling;
    }

    @Override
    public Schema read(Connection connection, SchemaFilter filter) throws SQLException {
        Names names = Names.of(connection);
        Catalog catalog = crawl(connection, names, filter.schemas());
        Set<String> schemas = new TreeSet<>();
        for (schemacrawler.schema.Schema crawled : catalog.getSchemas()) {
            if (!names.isDefault(crawled)) {
                schemas.add(names.schemaName(crawled));
            }
        }
        List<Table> tables = new ArrayList<>();
        for (schemacrawler.schema.Table crawled : catalog.getTables()) {
            QualifiedName name = names.qualified(crawled);
            if (kind(crawled) == Relation.Kind.TABLE && !filter.ignored().contains(name)) {
                tables.add(table(crawled, name, names));
            }
        }
        return Schema.of(schemas, tables, List.of(), List.of());
    }

    private Table table(schemacrawler.schema.Table crawled, QualifiedName name, Names names) {
        CrawledColumns columns = new CrawledColumns(spelling);
        CrawledKeys keys = new CrawledKeys(names);
        List<Constraint> constraints = new ArrayList<>();
        keys.primaryKey(crawled).ifPresent(constraints::add);
        crawled.getImportedForeignKeys().forEach(key -> constraints.add(keys.foreignKey(key)));
        return new Table(
                name,
                crawled.getColumns().stream().map(columns::column).toList(),
                constraints,
                keys.indexes(crawled),
                crawled.hasRemarks() ? crawled.getRemarks() : null);
    }

    @Override
    public Map<QualifiedName, Relation> relations(Connection connection, Collection<QualifiedName> names)
            throws SQLException {
        Names own = Names.of(connection);
        Set<String> schemas = new HashSet<>();
        names.stream().filter(name -> name.schema() != null).forEach(name -> schemas.add(name.schema()));
        Map<QualifiedName, Relation> found = new TreeMap<>();
        for (schemacrawler.schema.Table crawled :
                crawl(connection, own, schemas).getTables()) {
            QualifiedName name = own.qualified(crawled);
            if (names.contains(name)) {
                found.put(
                        name,
                        new Relation(
                                kind(crawled),
                                crawled.getColumns().stream()
                                        .map(NamedObject::getName)
                                        .collect(Collectors.toSet())));
            }
        }
        return found;
    }

    /** None: the view knows no partitions. */
    @Override
    public List<Operation> partitions(Connection connection, Table table) {
        return List.of();
    }

    private static Relation.Kind kind(schemacrawler.schema.Table crawled) {
        return KINDS.getOrDefault(crawled.getTableType().getTableType(), Relation.Kind.FOREIGN_TABLE);
    }

    private static Catalog crawl(Connection connection, Names names, Set<String> schemas) throws SQLException {
        return Crawler.catalog(connection, names.rule(schemas), List.copyOf(KINDS.keySet()));
    }

    /**
     * The names of tables, without that of the default schema.
     *
     * @param catalog the connection's catalog, if it has one
     * @param schema the connection's schema, if it has one
     */
    record Names(@Nullable String catalog, @Nullable String schema) {

        private static final Pattern QUOTES = Pattern.compile("[\"`\\[\\]]");

        static Names of(Connection connection) throws SQLException {
            return new Names(connection.getCatalog(), connection.getSchema());
        }

        QualifiedName qualified(schemacrawler.schema.Table table) {
            return new QualifiedName(
                    isDefault(table.getSchema()) ? null : schemaName(table.getSchema()), table.getName());
        }

        /** The default schema and these; all if the database has neither schemas nor catalogs. */
        InclusionRule rule(Set<String> schemas) {
            Set<String> wanted = new HashSet<>(schemas);
            String own = schema == null ? catalog : schema;
            if (own == null) {
                return any -> true;
            }
            wanted.add(own);
            return fullName -> wanted.stream()
                    .map(Names::unquoted)
                    .anyMatch(name -> unquoted(fullName).equals(name)
                            || unquoted(fullName).endsWith("." + name));
        }

        private static String unquoted(String name) {
            return QUOTES.matcher(name).replaceAll("");
        }

        /** A database without schemas has a catalog in their place. */
        String schemaName(schemacrawler.schema.Schema other) {
            String name = blankToNull(other.getName());
            return name == null ? other.getCatalogName() : name;
        }

        boolean isDefault(schemacrawler.schema.Schema other) {
            String name = blankToNull(other.getName());
            String otherCatalog = blankToNull(other.getCatalogName());
            return (otherCatalog == null || otherCatalog.equals(catalog)) && (name == null || name.equals(schema));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }
}
