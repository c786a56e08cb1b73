package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.snapshot.InitialValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.type.CustomType;
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
    private final SortedMap<QualifiedName, SortedMap<String, String>> found = new TreeMap<>();

    InitialValueReader(SortedMap<String, String> constants, Schema schema, Dialect dialect, Names names) {
        this.constants = constants;
        this.schema = schema;
        this.dialect = dialect;
        this.names = names;
        this.sql = new PostgresDialect(PostgresDialect.OLDEST_VERSION);
    }

    InitialValues read(Metadata metadata) {
        metadata.getEntityBindings().forEach(this::entity);
        return new InitialValues(found, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    private void entity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (type == null) {
            return;
        }
        for (Property property : entity.getPropertyClosure()) {
            property(type, property, entity);
        }
    }

    private void property(Class<?> owner, Property property, PersistentClass entity) {
        if (property.getValue() instanceof Component component && !component.isDynamic()) {
            for (Property part : component.getProperties()) {
                property(component.getComponentClass(), part, entity);
            }
        } else if (property.getValue() instanceof BasicValue value && value.getColumn() instanceof Column column) {
            String constant = constant(owner, property.getName());
            if (constant == null && property.equals(entity.getVersion())) {
                constant = FIRST_VERSION;
            }
            if (constant != null && column.getCustomWrite() == null) {
                // The columns of a table for each class are copies of those of the first one.
                Table table = entity instanceof UnionSubclass ? entity.getTable() : value.getTable();
                column(table, column, value, constant);
            }
        }
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
        if (!table.isPhysicalTable()) {
            return; // a query, which need not have a name
        }
        QualifiedName tableName = names.qualified(
                table.getQualifiedTableName().getSchemaName(),
                table.getQualifiedTableName().getTableName());
        String name = Names.stored(column.getQuotedName(dialect));
        schema.table(tableName).flatMap(known -> known.column(name)).ifPresent(known -> {
            String literal = literal(value, constant, known.type());
            if (literal != null) {
                found.computeIfAbsent(tableName, key -> new TreeMap<>()).put(name, literal);
            }
        });
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
