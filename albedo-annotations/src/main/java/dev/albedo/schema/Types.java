package dev.albedo.schema;

import java.util.Arrays;

/**
 * Says column types, in the spelling every dialect normalises to. A type that has no method here is said by
 * {@link #type}, one that somebody created by {@link #named}.
 */
public final class Types {

    private Types() {}

    /** A type that SQL spells without quotes: {@code type("inet")}, {@code type("vector", 3)}. */
    public static SqlType type(String name, Object... arguments) {
        return new SqlType.Simple(
                name, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** A type that somebody created, for example an enum; {@code name} may be {@code schema.name}. */
    public static SqlType named(String name) {
        return new SqlType.Named(QualifiedName.parse(name));
    }

    public static SqlType array(SqlType element) {
        return new SqlType.Array(element);
    }

    public static SqlType varchar(int length) {
        return type("varchar", length);
    }

    /** Text without a limit, by its other name. */
    public static SqlType varchar() {
        return type("varchar");
    }

    public static SqlType character(int length) {
        return type("char", length);
    }

    public static SqlType text() {
        return type("text");
    }

    public static SqlType bool() {
        return type("boolean");
    }

    public static SqlType smallint() {
        return type("smallint");
    }

    public static SqlType integer() {
        return type("integer");
    }

    public static SqlType bigint() {
        return type("bigint");
    }

    public static SqlType real() {
        return type("real");
    }

    public static SqlType doublePrecision() {
        return type("double precision");
    }

    public static SqlType numeric(int precision, int scale) {
        return type("numeric", precision, scale);
    }

    /** A number of any size. */
    public static SqlType numeric() {
        return type("numeric");
    }

    public static SqlType date() {
        return type("date");
    }

    /** Time of day with this many digits after the second. */
    public static SqlType time(int digits) {
        return type("time", digits);
    }

    /** Time of day with offset and this many digits after the second. */
    public static SqlType timetz(int digits) {
        return type("timetz", digits);
    }

    /** Date and time without zone, with this many digits after the second. */
    public static SqlType timestamp(int digits) {
        return type("timestamp", digits);
    }

    /** A point in time, with this many digits after the second. */
    public static SqlType timestamptz(int digits) {
        return type("timestamptz", digits);
    }

    public static SqlType uuid() {
        return type("uuid");
    }

    public static SqlType bytea() {
        return type("bytea");
    }

    /** The number of a large object. */
    public static SqlType oid() {
        return type("oid");
    }

    public static SqlType json() {
        return type("json");
    }

    public static SqlType jsonb() {
        return type("jsonb");
    }
}
