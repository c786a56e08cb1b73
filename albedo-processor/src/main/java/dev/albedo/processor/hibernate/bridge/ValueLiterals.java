package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.Spelling;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.BasicValue;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.CustomType;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** The SQL literals that Hibernate would write: through the attribute's converter and in the form of the column's type. */
final class ValueLiterals {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> STRINGS = Set.of("varchar", "text", "char", "bpchar");

    private final Schema schema;
    private final Spelling sql;

    ValueLiterals(Schema schema, Spelling sql) {
        this.schema = schema;
        this.sql = sql;
    }

    /** The time of now, where Hibernate begins with it ({@code seed} of its {@code InstantJavaType} and the like). */
    static @Nullable String now(SqlType type) {
        return switch (type instanceof SqlType.Simple simple ? simple.name() : "") {
            case "timestamptz" -> "CURRENT_TIMESTAMP";
            case "timestamp" -> "LOCALTIMESTAMP";
            default -> null;
        };
    }

    /** The type of the elements of an array or list that is one column; else the type itself. */
    static JavaType<?> element(JavaType<?> type) {
        return type instanceof BasicPluralJavaType<?> plural ? plural.getElementJavaType() : type;
    }

    /** What is written for a constant, as an element if it is one of an array; {@code null} if that is not plain. */
    @Nullable
    String of(BasicValue value, String constant, SqlType type) {
        BasicValue.Resolution<?> resolution = value.resolve();
        JavaType<?> javaType = element(resolution.getDomainJavaType());
        JdbcMapping mapping = resolution.getJdbcMapping() instanceof BasicPluralType<?, ?> plural
                ? plural.getElementType()
                : resolution.getJdbcMapping();
        boolean isOfUsers =
                mapping instanceof CustomType || !isOfHibernate(javaType) || !isOfHibernate(resolution.getJdbcType());
        if (isOfUsers) {
            return null;
        }
        Object relational;
        try {
            Object domain = parse(constant, javaType.getJavaTypeClass());
            relational = domain == null ? null : mapping.convertToRelationalValue(domain);
        } catch (RuntimeException | LinkageError e) {
            // The constant is not of this type, or the user's converter cannot be asked here: no value is known.
            return null;
        }
        return relational == null
                ? null
                : literal(relational, type instanceof SqlType.Array array ? array.element() : type);
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
