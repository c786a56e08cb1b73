package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ErrorKind;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right that a role lacks for an operation, and the statement that gives it. PostgreSQL names the object and not the right
 * (source file aclchk.c); in another language than English its message tells no more than the SQLSTATE.
 */
final class MissingRight {

    private static final Pattern DENIED =
            Pattern.compile("permission denied for (schema|database|table|view|relation|sequence|type|function) (.+)");
    private static final Pattern OWNER = Pattern.compile("must be owner of ([a-z ]+?) (\\S.*)");

    private MissingRight() {}

    static Optional<String> of(SQLException failure, String role, Operation operation) {
        if (PostgresErrors.kindOf(failure) != ErrorKind.PRIVILEGE) {
            return Optional.empty();
        }
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        Matcher owner = OWNER.matcher(message);
        if (owner.find()) {
            return Optional.of(owner(role, owner.group(1), owner.group(2).strip(), operation));
        }
        Matcher denied = DENIED.matcher(message);
        return Optional.of(
                denied.find()
                        ? denied(role, denied.group(1), denied.group(2).strip(), operation)
                        : "role " + role + " lacks a right that this needs: let the owner of the object grant it");
    }

    private static String owner(String role, String kind, String name, Operation operation) {
        if (kind.equals("index") || kind.equals("constraint")) {
            return "role " + role + " must own the table of " + kind + " " + name
                    + ": connect as the owner of the table, or let the owner run \"alter table ... owner to "
                    + Names.identifier(role) + "\"";
        }
        String altered = kind.equals("relation") ? "table" : kind;
        return "role " + role + " must own " + altered + " " + name
                + ": connect as its owner, or let the owner run \"alter " + altered + " " + qualified(name, operation)
                + " owner to " + Names.identifier(role) + "\"";
    }

    private static String denied(String role, String kind, String name, Operation operation) {
        String right = switch (kind) {
            case "schema" -> "usage, create";
            case "database" -> "create";
            case "type" -> "usage";
            case "sequence" -> "usage, select, update";
            case "function" -> "execute";
            default -> onTable(operation);
        };
        boolean isPart = kind.equals("schema") || kind.equals("database");
        String of = kind.equals("view") || kind.equals("relation") ? "table" : kind;
        return "role " + role + " lacks the right " + right + " on " + kind + " " + name
                + ": let its owner run \"grant " + right + " on " + of + " "
                + (isPart ? Names.identifier(name) : qualified(name, operation)) + " to " + Names.identifier(role)
                + "\"";
    }

    private static String onTable(Operation operation) {
        if (operation instanceof Operation.Expect || operation instanceof Operation.ExpectUnique) {
            return "select";
        }
        if (operation instanceof Operation.Backfill) {
            return "select, update";
        }
        if (operation instanceof Operation.BulkInsert) {
            return "insert";
        }
        return operation instanceof Operation.CreateTable
                        || operation instanceof Operation.AddConstraint
                        || operation instanceof Operation.AddColumn
                ? "references"
                : "select, insert, update, delete";
    }

    /** The message has no schema; the words of the operation have one where it is not the default schema. */
    private static String qualified(String name, Operation operation) {
        Matcher schema = Pattern.compile("(?<![\\w\".])([\\w$]+)\\." + Pattern.quote(name) + "(?![\\w$])")
                .matcher(operation.describe());
        return Names.name(new QualifiedName(schema.find() ? schema.group(1) : null, name));
    }
}
