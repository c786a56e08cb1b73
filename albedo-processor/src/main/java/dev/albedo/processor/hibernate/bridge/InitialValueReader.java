package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.snapshot.InitialValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.hibernate.type.CustomType;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate would write for the constants that fields are initialised with: through the attribute's converter and
 * in the form of the column's type. Where it is not plain what that is, because a type is the user's own or the column
 * is written by an expression, nothing is said.
 */
final class InitialValueReader {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> STRINGS = Set.of("varchar", "text", "char", "bpchar");

    /** Where Hibernate begins to count a numeric version ({@code seed} of its {@code IntegerJavaType} and the like). */
    private static final String FIRST_VERSION = "0";

    private final SortedMap<String, String> constants;
    private final Schema schema;
    private final Dialect dialect;
    private final Names names;
    private final PostgresDialect sql;
    private final ClassRows classRows;
    private final SortedMap<QualifiedName, SortedMap<String, String>> found = new TreeMap<>();
    private final SortedMap<QualifiedName, SortedMap<String, InitialValues.Primitive>> primitives = new TreeMap<>();
    private final SortedMap<QualifiedName, SortedMap<String, InitialValues.Constants>> enums = new TreeMap<>();

    InitialValueReader(
            SortedMap<String, String> constants, Schema schema, Metadata metadata, Dialect dialect, Names names) {
        this.constants = constants;
        this.schema = schema;
        this.dialect = dialect;
        this.names = names;
        this.sql = new PostgresDialect(PostgresDialect.OLDEST_VERSION);
        this.classRows = new ClassRows(metadata, dialect, sql);
    }

    InitialValues read(Metadata metadata) {
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::entity);
        for (Collection collection : metadata.getCollectionBindings()) {
            if (!collection.isInverse() && collection.getMappedByProperty() == null) {
                collection(collection);
            }
        }
        return new InitialValues(found, primitives, enums);
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
        value(collection.getElement(), entity);
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            value(indexed.getIndex(), entity);
        }
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
            enumConstants(table, column, value);
        }
    }

    private void primitive(
            Owner owner, Property property, Table table, Column column, BasicValue value, @Nullable String constant) {
        dev.albedo.schema.Column known = known(table, column);
        boolean mayBeNothing =
                known != null && !known.notNull() && known.generated() == null && column.getCustomRead() == null;
        Class<?> type = mayBeNothing ? javaType(owner.type(), property) : null;
        List<String> others = owner.component() == null ? List.of() : others(owner.component(), column);
        boolean isWhole = owner.component() != null && others.isEmpty();
        if (known == null || type == null || !type.isPrimitive() || isWhole || readsNull(value)) {
            return;
        }
        String start = constant != null ? constant : type == boolean.class ? "false" : type == char.class ? null : "0";
        String literal = start == null || column.getCustomWrite() != null ? null : literal(value, start, known.type());
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
                .map(each -> Names.stored(((Column) each).getQuotedName(dialect)))
                .filter(each -> !each.equals(Names.stored(column.getQuotedName(dialect))))
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

    private void enumConstants(Table table, Column column, BasicValue value) {
        dev.albedo.schema.Column known = known(table, column);
        BasicValue.Resolution<?> resolution = value.resolve();
        Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
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
            String literal = literal(value, name, known.type());
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
        return schema.table(name(table))
                .flatMap(known -> known.column(Names.stored(column.getQuotedName(dialect))))
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
        String literal = known == null ? null : literal(value, constant, known.type());
        if (known != null && literal != null) {
            found.computeIfAbsent(name(table), key -> new TreeMap<>()).put(known.name(), literal);
        }
    }

    private @Nullable String literal(BasicValue value, String constant, SqlType type) {
        BasicValue.Resolution<?> resolution = value.resolve();
        boolean isOfUsers = resolution.getJdbcMapping() instanceof CustomType
                || !isOfHibernate(resolution.getDomainJavaType())
                || !isOfHibernate(resolution.getJdbcType());
        if (isOfUsers) {
            return null;
        }
        Object relational;
        try {
            Object domain = parse(constant, resolution.getDomainJavaType().getJavaTypeClass());
            relational = domain == null ? null : resolution.getJdbcMapping().convertToRelationalValue(domain);
        } catch (RuntimeException | LinkageError e) {
            // The constant is not of this type, or the user's converter cannot be asked here: no value is known.
            return null;
        }
        return relational == null ? null : literal(relational, type);
    }

    private static boolean isOfHibernate(Object type) {
        return type.getClass().getName().startsWith("org.hibernate.");
    }

    private static @Nullable Object parse(String constant, Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .filter(each -> ((Enum<?>) each).name().equals(constant))
                    .findFirst()
                    .orElse(null);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> constant;
            case "char", "java.lang.Character" -> constant.length() == 1 ? constant.charAt(0) : null;
            case "boolean", "java.lang.Boolean" -> Boolean.valueOf(constant);
            case "byte", "java.lang.Byte" -> Byte.valueOf(constant);
            case "short", "java.lang.Short" -> Short.valueOf(constant);
            case "int", "java.lang.Integer" -> Integer.valueOf(constant);
            case "long", "java.lang.Long" -> Long.valueOf(constant);
            case "float", "java.lang.Float" -> Float.valueOf(constant);
            case "double", "java.lang.Double" -> Double.valueOf(constant);
            case "java.math.BigDecimal" -> new BigDecimal(constant);
            case "java.math.BigInteger" -> new BigInteger(constant);
            default -> null;
        };
    }

    @SuppressWarnings("EnumOrdinal") // it is what EnumType.ORDINAL stores
    private @Nullable String literal(Object value, SqlType type) {
        boolean isCreated =
                type instanceof SqlType.Named named && schema.enums().containsKey(named.name());
        String name = type instanceof SqlType.Simple simple ? simple.name() : "";
        if (value instanceof Enum<?> constant) {
            return isCreated || STRINGS.contains(name)
                    ? sql.literal(constant.name())
                    : NUMBERS.contains(name) ? Integer.toString(constant.ordinal()) : null;
        }
        if (value instanceof String || value instanceof Character) {
            return isCreated || STRINGS.contains(name) ? sql.literal(value.toString()) : null;
        }
        if (value instanceof Boolean truth) {
            return name.equals("boolean") ? truth.toString() : null;
        }
        return value instanceof Number && NUMBERS.contains(name)
                ? new BigDecimal(value.toString()).toPlainString()
                : null;
    }
}
