package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.Spelling;
import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate would write for the constants that fields are initialised with: through the attribute's converter and
 * in the form of the column's type. Where it is not plain what that is, because a type is the user's own or the column
 * is written by an expression, nothing is said.
 */
final class InitialValueReader {

    /** Where Hibernate begins to count a numeric version ({@code seed} of its {@code IntegerJavaType} and the like). */
    private static final String FIRST_VERSION = "0";

    private final SortedMap<String, String> constants;
    private final Schema schema;
    private final Dialect dialect;
    private final StoredNames names;
    private final Spelling sql;
    private final ValueLiterals literals;
    private final ClassRows classRows;
    private final SortedMap<QualifiedName, SortedMap<String, String>> found = new TreeMap<>();
    private final SortedMap<QualifiedName, SortedMap<String, InitialValues.Primitive>> primitives = new TreeMap<>();
    private final SortedMap<QualifiedName, SortedMap<String, InitialValues.Constants>> enums = new TreeMap<>();
    private final SortedMap<QualifiedName, SortedMap<String, InitialValues.Constants>> discriminators = new TreeMap<>();

    InitialValueReader(
            SortedMap<String, String> constants, Schema schema, Metadata metadata, Dialect dialect, StoredNames names) {
        this.constants = constants;
        this.schema = schema;
        this.dialect = dialect;
        this.names = names;
        this.sql = Dialects.spelling();
        this.literals = new ValueLiterals(schema, sql);
        this.classRows = new ClassRows(metadata, dialect, sql);
    }

    InitialValues read(Metadata metadata) {
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::entity);
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity instanceof RootClass root) {
                live(root.getTable(), root.getSoftDeleteColumn());
                discriminator(root, metadata);
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            if (collection instanceof org.hibernate.mapping.List list && list.getIndex() != null) {
                position(list); // it is Hibernate that writes it, whichever side has the foreign key
            }
            if (!collection.isInverse() && collection.getMappedByProperty() == null) {
                collection(collection);
            }
        }
        return new InitialValues(found, primitives, enums, discriminators);
    }

    private void entity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (type == null) {
            return;
        }
        for (Property property : entity.getPropertyClosure()) {
            PersistentClass declaring = declaring(entity, property);
            boolean isShared = declaring instanceof SingleTableSubclass
                    && declaring.getTable().equals(property.getValue().getTable());
            property(new Owner(type, entity, isShared ? classRows.of(declaring) : null, null), property);
        }
    }

    private static PersistentClass declaring(PersistentClass entity, Property property) {
        PersistentClass declaring = entity;
        while (declaring.getSuperclass() != null
                && declaring.getSuperclass().getPropertyClosure().contains(property)) {
            declaring = declaring.getSuperclass();
        }
        return declaring;
    }

    /** The elements and keys of a collection that are in a table of its own. */
    private void collection(Collection collection) {
        PersistentClass entity = collection.getOwner();
        live(collection.getCollectionTable(), collection.getSoftDeleteColumn());
        value(collection.getElement(), entity);
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            value(indexed.getIndex(), entity);
        }
    }

    /**
     * The position in a list, without which Hibernate cannot load it ({@code ListInitializer}), and which only a person can
     * say of rows that have none.
     */
    private void position(org.hibernate.mapping.List collection) {
        List<String> keys = collection.getKey().getColumns().stream()
                .map(column -> sql.identifier(StoredNames.stored(column.getQuotedName(dialect))) + " IS NOT NULL")
                .toList();
        for (Column column : collection.getIndex().getColumns()) {
            dev.albedo.schema.Column known = known(collection.getIndex().getTable(), column);
            if (known != null && !known.notNull() && known.defaultSql() == null) {
                primitives
                        .computeIfAbsent(name(collection.getIndex().getTable()), key -> new TreeMap<>())
                        .putIfAbsent(
                                known.name(), new InitialValues.Primitive(null, String.join(" AND ", keys), List.of()));
            }
        }
    }

    /** Rows that are there are not deleted, whichever of the two the column says and however it says it. */
    private void live(Table table, @Nullable Column indicator) {
        if (indicator != null && indicator.getValue() instanceof BasicValue value) {
            column(table, indicator, value, "false");
        }
    }

    private void discriminator(RootClass root, Metadata metadata) {
        if (!(root.getDiscriminator() instanceof BasicValue value) || !(value.getColumn() instanceof Column column)) {
            return;
        }
        dev.albedo.schema.Column known = known(root.getTable(), column);
        if (known == null) {
            return;
        }
        SortedMap<String, String> stored = new TreeMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            boolean hasRows = entity.getRootClass().equals(root) && !Boolean.TRUE.equals(entity.isAbstract());
            String discriminator = entity.getDiscriminatorValue();
            String literal = hasRows && discriminator != null ? literals.of(value, discriminator, known.type()) : null;
            if (literal != null && entity.getClassName() != null) {
                stored.put(entity.getClassName(), literal);
            }
        }
        discriminators
                .computeIfAbsent(name(root.getTable()), key -> new TreeMap<>())
                .put(
                        known.name(),
                        new InitialValues.Constants(List.copyOf(stored.keySet()), List.copyOf(stored.values())));
    }

    private void value(Value value, PersistentClass entity) {
        if (value instanceof Component component) {
            component(new Owner(Object.class, entity, null, null), component);
        } else if (value instanceof BasicValue basic && basic.getColumn() instanceof Column column) {
            enumConstants(value.getTable(), column, basic);
        }
    }

    /**
     * What has an attribute.
     *
     * @param type its class
     * @param entity whose table has the columns
     * @param rows the condition of the entity's rows
     * @param component the embeddable, if it is one
     */
    private record Owner(
            Class<?> type,
            PersistentClass entity,
            @Nullable String rows,
            @Nullable Component component) {}

    private void component(Owner owner, Component component) {
        if (component.isDynamic() || component.getAggregateColumn() != null) {
            return;
        }
        for (Property part : component.getProperties()) {
            property(new Owner(component.getComponentClass(), owner.entity(), owner.rows(), component), part);
        }
    }

    private void property(Owner owner, Property property) {
        if (property.getValue() instanceof Component component) {
            component(owner, component);
        } else if (property.getValue() instanceof BasicValue value && value.getColumn() instanceof Column column) {
            // The columns of a table for each class are copies of those of the first one.
            Table table =
                    owner.entity() instanceof UnionSubclass ? owner.entity().getTable() : value.getTable();
            String constant = constant(owner.type(), property.getName());
            if (constant == null && property.equals(owner.entity().getVersion())) {
                constant = FIRST_VERSION;
            }
            if (constant != null && column.getCustomWrite() == null) {
                column(table, column, value, constant);
            }
            primitive(owner, property, table, column, value, constant);
            if (property.equals(owner.entity().getVersion())) {
                versionOfNow(table, column);
            }
            enumConstants(table, column, value);
        }
    }

    /** A version that is a time. */
    private void versionOfNow(Table table, Column column) {
        dev.albedo.schema.Column known = known(table, column);
        String now = known == null ? null : ValueLiterals.now(known.type());
        if (known != null && now != null) {
            found.computeIfAbsent(name(table), key -> new TreeMap<>()).put(known.name(), now);
            if (!known.notNull()) {
                primitives
                        .computeIfAbsent(name(table), key -> new TreeMap<>())
                        .put(known.name(), new InitialValues.Primitive(now, null, List.of()));
            }
        }
    }

    private void primitive(
            Owner owner, Property property, Table table, Column column, BasicValue value, @Nullable String constant) {
        dev.albedo.schema.Column known = known(table, column);
        boolean isRequired = known != null && known.notNull();
        boolean mayBeNothing = known != null
                && known.generated() == null
                && column.getCustomRead() == null
                && !(isRequired && (constant != null || known.defaultSql() != null || known.identity() != null));
        Class<?> type = mayBeNothing ? javaType(owner.type(), property) : null;
        List<String> others = owner.component() == null || isRequired ? List.of() : others(owner.component(), column);
        boolean isWhole = owner.component() != null && others.isEmpty() && !isRequired;
        // A row without a version cannot be updated: no version equals NULL.
        boolean isVersion = !isRequired && property.equals(owner.entity().getVersion());
        if (known == null || type == null || !(type.isPrimitive() || isVersion) || isWhole || readsNull(value)) {
            return;
        }
        String start = constant != null ? constant : type == boolean.class ? "false" : type == char.class ? null : "0";
        String literal =
                start == null || column.getCustomWrite() != null ? null : literals.of(value, start, known.type());
        SortedMap<String, InitialValues.Primitive> columns =
                primitives.computeIfAbsent(name(table), key -> new TreeMap<>());
        columns.merge(
                known.name(), new InitialValues.Primitive(literal, owner.rows(), others), InitialValueReader::ofBoth);
    }

    /** Two classes may share a column; a superclass has said all of what it shares with its subclasses. */
    private static InitialValues.Primitive ofBoth(InitialValues.Primitive one, InitialValues.Primitive other) {
        String rows = one.rows() == null || other.rows() == null ? null : either(one.rows(), other.rows());
        String value = Objects.equals(one.value(), other.value()) ? one.value() : null;
        return new InitialValues.Primitive(value, rows, one.embedded());
    }

    /** A class of which several share a column with another comes once for each of them. */
    private static String either(String rows, String other) {
        boolean isIn = (" OR " + rows + " OR ").contains(" OR " + other + " OR ");
        return isIn ? rows : rows + " OR " + other;
    }

    private List<String> others(Component component, Column column) {
        return component.getSelectables().stream()
                .filter(Column.class::isInstance)
                .map(each -> StoredNames.stored(((Column) each).getQuotedName(dialect)))
                .filter(each -> !each.equals(StoredNames.stored(column.getQuotedName(dialect))))
                .toList();
    }

    private static @Nullable Class<?> javaType(Class<?> owner, Property property) {
        try {
            return property.getGetter(owner).getReturnTypeClass();
        } catch (RuntimeException | LinkageError e) {
            // An access strategy of the user's own: what it gives is not known.
            return null;
        }
    }

    /** Whether the attribute's converter makes a value of NULL. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // a converter of whatever types
    private static boolean readsNull(BasicValue value) {
        BasicValueConverter converter = value.resolve().getValueConverter();
        try {
            return converter != null && converter.toDomainValue(null) != null;
        } catch (RuntimeException | LinkageError e) {
            return false; // then it fails on a row without a value, too
        }
    }

    /** Also of the elements of an array. */
    private void enumConstants(Table table, Column column, BasicValue value) {
        dev.albedo.schema.Column known = known(table, column);
        BasicValue.Resolution<?> resolution = value.resolve();
        Class<?> type = ValueLiterals.element(resolution.getDomainJavaType()).getJavaTypeClass();
        if (known == null
                || !type.isEnum()
                || resolution.getValueConverter() instanceof JpaAttributeConverter
                || column.getCustomWrite() != null) {
            return;
        }
        List<String> constantNames = new ArrayList<>();
        List<String> stored = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            String literal = literals.of(value, name, known.type());
            if (literal == null) {
                return;
            }
            constantNames.add(name);
            stored.add(literal);
        }
        enums.computeIfAbsent(name(table), key -> new TreeMap<>())
                .put(known.name(), new InitialValues.Constants(constantNames, stored));
    }

    private QualifiedName name(Table table) {
        return names.qualified(
                table.getQualifiedTableName().getSchemaName(),
                table.getQualifiedTableName().getTableName());
    }

    private dev.albedo.schema.@Nullable Column known(Table table, Column column) {
        if (!table.isPhysicalTable()) {
            return null; // a query, which need not have a name
        }
        return schema.column(name(table), StoredNames.stored(column.getQuotedName(dialect)))
                .orElse(null);
    }

    private @Nullable String constant(Class<?> owner, String field) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            String constant = constants.get(FieldConstants.key(type.getName(), field));
            if (constant != null) {
                return constant;
            }
        }
        return null;
    }

    private void column(Table table, Column column, BasicValue value, String constant) {
        dev.albedo.schema.Column known = known(table, column);
        String literal = known == null ? null : literals.of(value, constant, known.type());
        if (known != null && literal != null) {
            found.computeIfAbsent(name(table), key -> new TreeMap<>()).put(known.name(), literal);
        }
    }
}
