package dev.albedo.processor.hibernate.bridge;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;

/**
 * The tables in which Envers keeps what others had. Its entities have no classes, so nobody can annotate them; but what was
 * renamed is renamed there as well (Hibernate's manual, chapter Envers: the entity of {@code Customer} is {@code
 * Customer_AUD}, and so is the table, if nobody names another one).
 */
final class AuditTables {

    private static final String PREFIX = "org.hibernate.envers.audit_table_prefix";
    private static final String SUFFIX = "org.hibernate.envers.audit_table_suffix";

    private final Metadata metadata;
    private final StoredNames names;
    private final Schema schema;
    private final String prefix;
    private final String suffix;

    AuditTables(Metadata metadata, StoredNames names, Schema schema, Map<String, Object> settings) {
        this.metadata = metadata;
        this.names = names;
        this.schema = schema;
        this.prefix = settings.getOrDefault(PREFIX, "").toString();
        this.suffix = settings.getOrDefault(SUFFIX, "_AUD").toString();
    }

    /** The same old names, and those of the tables and columns that follow. */
    SortedMap<Place, String> with(SortedMap<Place, String> oldNames) {
        SortedMap<Place, String> all = new TreeMap<>(oldNames);
        if (!oldNames.isEmpty()) {
            for (PersistentClass entity : metadata.getEntityBindings()) {
                if (entity.getClassName() == null) {
                    tables(entity)
                            .forEach(audit -> audited(entity, audit)
                                    .forEach(table -> oldNames.forEach((place, old) -> {
                                        if (place.name().equals(table)) {
                                            put(all, place, old, audit);
                                        }
                                    })));
                }
            }
        }
        return all;
    }

    private void put(SortedMap<Place, String> all, Place place, String old, QualifiedName audit) {
        if (place.isTable()) {
            // Otherwise somebody named the other table, which has had that name before.
            if (isNamedAfter(audit, place.name())) {
                String name = audit.name();
                String before = name.substring(0, prefix.length());
                all.putIfAbsent(Place.of(audit), before + old + name.substring(name.length() - suffix.length()));
            }
        } else if (Origins.isIn(schema, Place.of(audit, place.lastName()))) {
            all.putIfAbsent(Place.of(audit, place.lastName()), old);
        }
    }

    /** Those whose past a table of an entity of Envers keeps: by the names of the entities, or of the tables. */
    private List<QualifiedName> audited(PersistentClass audit, QualifiedName auditTable) {
        List<QualifiedName> audited = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (audit.getEntityName().equals(prefix + entity.getEntityName() + suffix)
                    && auditTable.equals(name(audit.getTable()))) {
                audited.add(name(entity.getTable()));
            }
        }
        for (QualifiedName table : schema.tables().keySet()) {
            if (isNamedAfter(auditTable, table) && !audited.contains(table)) {
                audited.add(table);
            }
        }
        return audited;
    }

    private boolean isNamedAfter(QualifiedName audit, QualifiedName table) {
        String expected = prefix + table.name() + suffix;
        return expected.toLowerCase(Locale.ROOT).equals(audit.name().toLowerCase(Locale.ROOT));
    }

    private List<QualifiedName> tables(PersistentClass entity) {
        return Stream.concat(
                        Stream.of(entity.getTable()), entity.getJoins().stream().map(Join::getTable))
                .map(this::name)
                .distinct()
                .toList();
    }

    private QualifiedName name(Table table) {
        return names.qualified(
                table.getQualifiedTableName().getSchemaName(),
                table.getQualifiedTableName().getTableName());
    }
}
