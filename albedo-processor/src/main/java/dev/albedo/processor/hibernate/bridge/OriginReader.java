package dev.albedo.processor.hibernate.bridge;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Reads which class and attribute each table, column and sequence comes from; {@link dev.albedo.origin} says how that is written. */
final class OriginReader {

    /** The attribute that stands for the fields of an id class in the entity, see {@code PropertyPath}. */
    private static final String IDENTIFIER_MAPPER = "_identifierMapper";

    private final Metadata metadata;
    private final Dialect dialect;
    private final StoredNames names;
    private final Schema schema;
    private final OldNames oldNames;
    private final IdentifierSequences sequences;
    private final SortedMap<Place, SortedSet<String>> origins = new TreeMap<>();

    /**
     * A reader.
     *
     * @param schema what was read of the model; nothing else has an origin
     * @param oldNames is told what each class and attribute is mapped to
     */
    OriginReader(MetadataImplementor metadata, Dialect dialect, StoredNames names, Schema schema, OldNames oldNames) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
        this.schema = schema;
        this.oldNames = oldNames;
        this.sequences = new IdentifierSequences(metadata, dialect, names);
    }

    Origins read() {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            entity(entity);
        }
        return new Origins(origins);
    }

    private void entity(PersistentClass entity) {
        Table table = entity.getTable();
        if (!(entity instanceof SingleTableSubclass)) {
            add(table, entity.getEntityName()).forEach(place -> oldNames.ofClass(entity.getClassName(), place));
        }
        if (entity instanceof JoinedSubclass) {
            key(entity, entity.getKey(), table);
        }
        attributes(entity, table);
        // What a table per class inherits is in each of the tables.
        PersistentClass declaring = entity;
        while (declaring instanceof UnionSubclass) {
            declaring = declaring.getSuperclass();
            attributes(declaring, table);
        }
        for (Join join : entity.getJoins()) {
            add(join.getTable(), entity.getEntityName() + "[secondary]");
            key(entity, join.getKey(), join.getTable());
            join.getProperties().forEach(property -> attribute(entity, property, join.getTable()));
        }
    }

    /** The columns that hold an entity's identifier in a table that continues another one. */
    private void key(PersistentClass entity, KeyValue key, Table table) {
        Property property = entity.getIdentifierProperty();
        List<String> paths = paths(entity.getIdentifier(), property == null ? "" : "." + property.getName());
        List<Selectable> columns = key.getSelectables();
        for (int i = 0; i < columns.size() && columns.size() == paths.size(); i++) {
            add(
                    table,
                    columns.get(i),
                    entity.getEntityName() + "#" + paths.get(i).replaceFirst("^\\.", ""));
        }
    }

    private void attributes(PersistentClass declaring, Table table) {
        if (declaring.getSuperclass() == null) {
            Property identifier = declaring.getIdentifierProperty();
            if (identifier != null) {
                attribute(declaring, identifier, table);
                sequence(
                        declaring.getEntityName() + "#" + identifier.getName(),
                        declaring.getIdentifier(),
                        declaring,
                        identifier);
            } else if (declaring.getIdentifier() instanceof Component parts) {
                parts.getProperties().forEach(part -> attribute(declaring, part, table));
            }
        }
        declaring.getUnjoinedProperties().forEach(property -> attribute(declaring, property, table));
    }

    private void attribute(PersistentClass declaring, Property property, Table table) {
        if (!property.isBackRef()
                && !property.isSynthetic()
                && !property.getName().equals(IDENTIFIER_MAPPER)) {
            String path = declaring.getEntityName() + "#" + property.getName();
            oldNames.ofAttribute(declaring.getClassName(), property.getName(), value(path, property.getValue(), table));
        }
    }

    /** Takes the columns of a value, and says what holds it: a column, several, or a table. */
    private List<Place> value(String path, Value value, Table table) {
        if (value instanceof Collection collection) {
            return collection(path + "[]", collection);
        }
        if (value instanceof Component component) {
            return component(path, component, table);
        }
        if (value instanceof Any any && any.getDiscriminatorDescriptor() != null) {
            List<Place> places = new ArrayList<>(value(path + ".type()", any.getDiscriminatorDescriptor(), table));
            places.addAll(value(path + ".id()", any.getKeyDescriptor(), table));
            return places;
        }
        List<Selectable> columns = value.getSelectables();
        List<String> targets = List.of("");
        if (value instanceof Any) {
            // Of hbm.xml, where the kind comes first, and nothing else is known of it.
            targets = List.of(".type()", ".id()");
        } else if (columns.size() != 1 && value instanceof ToOne toOne) {
            targets = targets(toOne);
        }
        return columns(path, columns, targets, table);
    }

    private List<Place> columns(String path, List<Selectable> columns, List<String> targets, Table table) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < columns.size() && columns.size() == targets.size(); i++) {
            places.addAll(add(table, columns.get(i), path + targets.get(i)));
        }
        return places;
    }

    private List<Place> component(String path, Component component, Table table) {
        if (component.getAggregateColumn() != null) {
            return add(table, component.getAggregateColumn(), path);
        }
        for (Property part : component.getProperties()) {
            oldNames.ofAttribute(
                    component.getComponentClassName(),
                    part.getName(),
                    value(path + "." + part.getName(), part.getValue(), table));
        }
        return List.of();
    }

    private List<Place> collection(String path, Collection collection) {
        List<Place> own = new ArrayList<>();
        Table table = collection.getCollectionTable();
        Value element = collection.getElement();
        if (!collection.isInverse() && collection.getMappedByProperty() == null) {
            if (!(element instanceof OneToMany)) {
                own.addAll(add(table, path));
                value(path + (element instanceof Component ? "" : ".value()"), element, table);
            }
            List<Selectable> columns = collection.getKey().getSelectables();
            columns(
                    path + ".owner()",
                    columns,
                    columns.size() == 1
                            ? List.of("")
                            : targets(collection.getOwner(), collection.getReferencedPropertyName()),
                    table);
        }
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            value(path + (indexed.isList() ? ".index()" : ".key()"), indexed.getIndex(), table);
        }
        if (collection instanceof IdentifierCollection identified) {
            value(path + ".id()", identified.getIdentifier(), table);
            sequence(path + ".id()", identified.getIdentifier(), collection.getOwner(), null);
        }
        return own;
    }

    private void sequence(String path, KeyValue identifier, PersistentClass entity, @Nullable Property property) {
        QualifiedName sequence = sequences.of(identifier, entity.getRootClass(), property);
        if (sequence != null) {
            add(Place.ofSequence(sequence), path + Origins.SEQUENCE);
        }
    }

    private List<String> targets(ToOne toOne) {
        PersistentClass target = metadata.getEntityBinding(toOne.getReferencedEntityName());
        return targets(target, toOne.isReferenceToPrimaryKey() ? null : toOne.getReferencedPropertyName());
    }

    /** The paths of the columns of a key that others reference. */
    private static List<String> targets(@Nullable PersistentClass target, @Nullable String property) {
        if (target == null) {
            return List.of();
        }
        return paths(
                property == null
                        ? target.getIdentifier()
                        : target.getReferencedProperty(property).getValue(),
                "");
    }

    private static List<String> paths(Value value, String prefix) {
        if (!(value instanceof Component component)) {
            return List.of(prefix);
        }
        List<String> paths = new ArrayList<>();
        for (Property property : component.getProperties()) {
            paths.addAll(paths(property.getValue(), prefix + "." + property.getName()));
        }
        return paths;
    }

    /** Nothing for a query in place of a table, which need not have a name. */
    private List<Place> add(Table table, String origin) {
        return table.isPhysicalTable() ? add(Place.of(name(table)), origin) : List.of();
    }

    /** Nothing for a formula. */
    private List<Place> add(Table table, Selectable selectable, String origin) {
        return selectable instanceof Column column && table.isPhysicalTable()
                ? add(Place.of(name(table), StoredNames.stored(column.getQuotedName(dialect))), origin)
                : List.of();
    }

    private List<Place> add(Place place, String origin) {
        // A line is a place: a name with a line break in it could not be read back.
        if (!Origins.isIn(schema, place) || place.toString().lines().count() > 1) {
            return List.of();
        }
        origins.computeIfAbsent(place, key -> new TreeSet<>()).add(origin);
        return List.of(place);
    }

    private QualifiedName name(Table table) {
        return names.qualified(
                table.getQualifiedTableName().getSchemaName(),
                table.getQualifiedTableName().getTableName());
    }
}
