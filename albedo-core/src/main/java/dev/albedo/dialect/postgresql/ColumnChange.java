package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a column (PostgreSQL manual, ALTER TABLE). All of it is one ALTER TABLE where the server allows that, so
 * that the table is locked, rewritten and scanned once.
 */
final class ColumnChange {

    private final ServerVersion version;
    private final QualifiedName table;
    private final Column from;
    private final Column to;
    private final @Nullable String using;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();

    /** Whether the actions change the type. */
    private boolean converts;

    ColumnChange(ServerVersion version, AlterColumn operation) {
        this.version = version;
        this.table = operation.table();
        this.from = operation.from();
        this.to = operation.to();
        this.using = operation.using();
    }

    List<Statement> statements() {
        Generated old = from.generated();
        if (mustBeMadeAnew()) {
            return anew(ColumnRebuild.computed(version, table, from.name(), new ColumnSql(version).of(to)));
        }
        if (old != null && !old.stored() && to.generated() == null) {
            return anew(ColumnRebuild.materialized(version, table, from, to, new ColumnSql(version)));
        }
        if (old != null && to.generated() == null) {
            statements.add(TableSql.alter(table, action("DROP EXPRESSION")));
        }
        collectActions();
        finishStatement();
        if (from.identity() == null && to.identity() != null) {
            statements.add(PositionSql.behindRows(table, to.name()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(Comments.column(table, to.name(), to.comment()));
        }
        return statements;
    }

    /** Whether views and the like that use the column are recreated around the change. */
    boolean recreates() {
        Generated old = from.generated();
        return mustBeMadeAnew() || (old != null && !old.stored() && to.generated() == null) || typeChanges();
    }

    private boolean typeChanges() {
        return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
    }

    private List<Statement> anew(Statement rebuild) {
        return to.comment() == null
                ? List.of(rebuild)
                : List.of(rebuild, Comments.column(table, to.name(), to.comment()));
    }

    /**
     * Whether only a new column can have what this one shall have: no version turns a plain column into a generated
     * one, SET EXPRESSION came with 17 and refuses columns that are not stored in tables with checks, and a generated
     * column cannot say how to convert its values. Nothing is lost, its values are computed.
     */
    private boolean mustBeMadeAnew() {
        Generated old = from.generated();
        Generated wanted = to.generated();
        if (wanted == null) {
            return old != null && !old.stored() && to.identity() != null;
        }
        if (old == null || old.stored() != wanted.stored()) {
            return true;
        }
        boolean sameType = from.type().equals(to.type()) && Objects.equals(from.collation(), to.collation());
        if (!old.expression().equals(wanted.expression())) {
            return !sameType || !wanted.stored() || !version.has(ServerVersion.SET_EXPRESSION);
        }
        return !sameType && Casts.unlessZoned(from.name(), from.type(), to.type()) != null;
    }

    private void collectActions() {
        boolean typeChanges = typeChanges();
        boolean defaultChanges = !Objects.equals(from.defaultSql(), to.defaultSql());
        if (from.defaultSql() != null && (typeChanges || (defaultChanges && to.defaultSql() == null))) {
            act("DROP DEFAULT");
        }
        if (from.identity() != null && to.identity() == null) {
            act("DROP IDENTITY");
            separateIdentity(typeChanges);
        }
        if (typeChanges) {
            act("TYPE " + ColumnSql.type(to) + conversion());
            converts = true;
        }
        Generated wanted = to.generated();
        if (wanted != null && !wanted.equals(from.generated())) {
            act("SET EXPRESSION AS (" + wanted.expression() + ")");
        }
        if (to.defaultSql() != null && (typeChanges || defaultChanges)) {
            act("SET DEFAULT " + to.defaultSql());
        }
        if (from.notNull() != to.notNull()) {
            act(to.notNull() ? "SET NOT NULL" : "DROP NOT NULL");
        }
        separateIdentity(typeChanges && from.identity() == null && to.identity() != null);
        identity(from.identity(), to.identity());
    }

    /** An identity can only be a whole number, and within one statement it counts as one before and after it is one. */
    private void separateIdentity(boolean typeChanges) {
        if (typeChanges) {
            finishStatement();
        }
    }

    private void finishStatement() {
        if (!actions.isEmpty()) {
            Statement alter = TableSql.alter(table, String.join(", ", actions));
            statements.add(
                    converts
                            ? Recreation.aroundColumn(
                                    version, table, from.name(), "EXECUTE " + Names.dollarQuoted(alter.sql()) + ";")
                            : alter);
            actions.clear();
            converts = false;
        }
    }

    private String conversion() {
        if (from.type().equals(to.type()) || to.generated() != null) {
            return "";
        }
        String expression = using != null ? using : Casts.unlessZoned(from.name(), from.type(), to.type());
        return expression == null ? "" : " USING " + expression;
    }

    private void identity(@Nullable Identity old, @Nullable Identity wanted) {
        if (wanted == null) {
            return;
        }
        if (old == null) {
            act("ADD " + ColumnSql.identity(wanted));
            return;
        }
        List<String> changes = new ArrayList<>();
        if (old.kind() != wanted.kind()) {
            changes.add("SET GENERATED " + ColumnSql.kind(wanted.kind()));
        }
        SequenceSql.changes(old.options(), wanted.options())
                .forEach(change -> changes.add(change.equals(SequenceSql.RESTART) ? change : "SET " + change));
        if (!changes.isEmpty()) {
            act(String.join(" ", changes));
        }
    }

    private void act(String action) {
        actions.add(action(action));
    }

    private String action(String action) {
        return "ALTER COLUMN " + Names.identifier(from.name()) + " " + action;
    }
}
