package dev.albedo.dialect.postgresql;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.ReferentialAction;

/** A constraint as CREATE TABLE and ALTER TABLE ADD take it. */
final class ConstraintSql implements Constraint.Visitor<String> {

    private final ServerVersion version;

    ConstraintSql(ServerVersion version) {
        this.version = version;
    }

    String of(Constraint constraint) {
        String body = constraint.accept(this);
        return constraint.name() == null ? body : "CONSTRAINT " + Names.identifier(constraint.name()) + " " + body;
    }

    @Override
    public String primaryKey(Constraint.PrimaryKey key) {
        return "PRIMARY KEY (" + Names.identifiers(key.columns()) + ")" + deferrability(key.deferrability());
    }

    @Override
    public String unique(Constraint.Unique unique) {
        String nulls = "";
        if (unique.nullsNotDistinct()) {
            version.require(ServerVersion.NULLS_NOT_DISTINCT, unique.describe());
            nulls = " NULLS NOT DISTINCT";
        }
        return "UNIQUE" + nulls + " (" + Names.identifiers(unique.columns()) + ")"
                + deferrability(unique.deferrability());
    }

    @Override
    public String foreignKey(Constraint.ForeignKey key) {
        return "FOREIGN KEY (" + Names.identifiers(key.columns()) + ") REFERENCES " + Names.name(key.target()) + " ("
                + Names.identifiers(key.targetColumns()) + ")"
                + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + deferrability(key.deferrability());
    }

    @Override
    public String check(Constraint.Check check) {
        return "CHECK (" + check.expression() + ")";
    }

    @Override
    public String exclusion(Constraint.Exclusion exclusion) {
        return "EXCLUDE " + exclusion.definition();
    }

    private static String action(String event, ReferentialAction action) {
        return switch (action) {
            case NO_ACTION -> "";
            case RESTRICT -> event + "RESTRICT";
            case CASCADE -> event + "CASCADE";
            case SET_NULL -> event + "SET NULL";
            case SET_DEFAULT -> event + "SET DEFAULT";
        };
    }

    private static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
