package dev.albedo.operation;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operation in words; names and types as people read them, not SQL. */
enum Description implements Visitor<String> {
    INSTANCE;

    @Override
    public String createSchema(Operation.CreateSchema operation) {
        return "create schema " + operation.name();
    }

    @Override
    public String dropSchema(Operation.DropSchema operation) {
        return "drop schema " + operation.name();
    }

    @Override
    public String createTable(Operation.CreateTable operation) {
        Table table = operation.table();
        String inherits = table.inherits().isEmpty()
                ? ""
                : " that inherits from "
                        + table.inherits().stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        return "create table " + table.name() + inherits
                + (table.partitionBy() == null ? "" : " partitioned by " + table.partitionBy());
    }

    @Override
    public String dropTable(Operation.DropTable operation) {
        return "drop table " + operation.name();
    }

    @Override
    public String renameTable(Operation.RenameTable operation) {
        return "rename table " + operation.from() + " to " + operation.to();
    }

    @Override
    public String setTableComment(Operation.SetTableComment operation) {
        return operation.to() == null
                ? "remove the comment of table " + operation.table()
                : "set the comment of table " + operation.table();
    }

    @Override
    public String addColumn(Operation.AddColumn operation) {
        return "add column " + operation.table() + "." + operation.column().name() + " "
                + operation.column().type();
    }

    @Override
    public String dropColumn(Operation.DropColumn operation) {
        return "drop column " + operation.table() + "." + operation.name();
    }

    @Override
    public String renameColumn(Operation.RenameColumn operation) {
        return "rename column " + operation.table() + "." + operation.from() + " to " + operation.to();
    }

    @Override
    public String alterColumn(Operation.AlterColumn operation) {
        return "alter column " + operation.table() + "." + operation.from().name() + ": "
                + difference(operation.from(), operation.to())
                + (operation.using() == null ? "" : ", using " + operation.using());
    }

    @Override
    public String addConstraint(Operation.AddConstraint operation) {
        return "add " + operation.constraint().describe() + " on " + operation.table()
                + named(operation.constraint().name());
    }

    @Override
    public String dropConstraint(Operation.DropConstraint operation) {
        return operation.was() == null
                ? "drop constraint " + operation.name() + " of " + operation.table()
                : "drop " + operation.was().describe() + " on " + operation.table() + named(operation.name());
    }

    @Override
    public String renameConstraint(Operation.RenameConstraint operation) {
        return "rename constraint " + operation.from() + " of " + operation.table() + " to " + operation.to();
    }

    @Override
    public String createIndex(Operation.CreateIndex operation) {
        return "create " + operation.index().describe() + " on " + operation.table()
                + named(operation.index().name());
    }

    @Override
    public String dropIndex(Operation.DropIndex operation) {
        return operation.was() == null
                ? "drop index " + operation.name() + " of " + operation.table()
                : "drop " + operation.was().describe() + " on " + operation.table() + named(operation.name());
    }

    @Override
    public String renameIndex(Operation.RenameIndex operation) {
        return "rename index " + operation.from() + " of " + operation.table() + " to " + operation.to();
    }

    @Override
    public String createSequence(Operation.CreateSequence operation) {
        return "create sequence " + operation.sequence().name();
    }

    @Override
    public String dropSequence(Operation.DropSequence operation) {
        return "drop sequence " + operation.name();
    }

    @Override
    public String alterSequence(Operation.AlterSequence operation) {
        return "alter sequence " + operation.from().name() + ": " + difference(operation.from(), operation.to());
    }

    @Override
    public String renameSequence(Operation.RenameSequence operation) {
        return "rename sequence " + operation.from() + " to " + operation.to();
    }

    @Override
    public String createEnum(Operation.CreateEnum operation) {
        return "create enum type " + operation.enumType().name() + " "
                + operation.enumType().values();
    }

    @Override
    public String dropEnum(Operation.DropEnum operation) {
        return "drop enum type " + operation.name();
    }

    @Override
    public String alterEnum(Operation.AlterEnum operation) {
        return "alter enum type " + operation.from().name() + " from "
                + operation.from().values() + " to " + operation.to().values();
    }

    @Override
    public String renameEnum(Operation.RenameEnum operation) {
        return "rename enum type " + operation.from() + " to " + operation.to();
    }

    @Override
    public String createComposite(Operation.CreateComposite operation) {
        return "create composite type " + operation.type().name() + attributes(operation.type());
    }

    @Override
    public String dropComposite(Operation.DropComposite operation) {
        return "drop composite type " + operation.name();
    }

    @Override
    public String alterComposite(Operation.AlterComposite operation) {
        return "alter composite type " + operation.from().name() + " from" + attributes(operation.from()) + " to"
                + attributes(operation.to());
    }

    private static String attributes(CompositeType type) {
        return type.attributes().stream()
                .map(attribute -> attribute.name() + " " + attribute.type())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    @Override
    public String backfill(Operation.Backfill operation) {
        return "fill column " + operation.table() + "." + operation.column()
                + (operation.value() == null
                        ? ", with what is not said yet, where it is NULL"
                        : " with " + operation.value() + " where it is NULL")
                + (operation.where() == null ? "" : " and " + operation.where())
                + (operation.batches() == null
                        ? ""
                        : ", in batches of " + operation.batches().size() + " by "
                                + String.join(", ", operation.batches().key()));
    }

    @Override
    public String backfillColumns(Operation.BackfillColumns operation) {
        return "fill columns "
                + operation.fills().stream()
                        .map(fill -> operation.table() + "." + fill.column() + " with " + fill.value()
                                + (fill.where() == null ? "" : " where " + fill.where()))
                        .collect(Collectors.joining(", "))
                + ", each where it is NULL";
    }

    @Override
    public String bulkInsert(Operation.BulkInsert operation) {
        int rows = operation.rows().size();
        return "insert " + rows + (rows == 1 ? " row" : " rows") + " into " + operation.table() + " ("
                + String.join(", ", operation.columns()) + ")";
    }

    @Override
    public String advanceNumbers(Operation.AdvanceNumbers operation) {
        return "advance the numbers of " + operation.numbers().describe() + " behind "
                + operation.behind().stream().map(Numbers::describe).collect(Collectors.joining(", "));
    }

    @Override
    public String expect(Operation.Expect operation) {
        return "expect " + operation.constraint().describe() + " on " + operation.table();
    }

    @Override
    public String expectUnique(Operation.ExpectUnique operation) {
        return "expect " + operation.index().describe() + " on " + operation.table();
    }

    @Override
    public String allowDataLoss(Operation.AllowDataLoss operation) {
        return "allow the loss of " + operation.what();
    }

    @Override
    public String runSql(Operation.RunSql operation) {
        String oneLine = operation.sql().strip().replaceAll("\\s+", " ");
        return "run SQL: " + (oneLine.length() <= 100 ? oneLine : cut(oneLine.substring(0, 100)) + "...");
    }

    /** Without the piece of a literal at its end: whoever takes passwords out of a text must see where they end. */
    private static String cut(String sql) {
        return sql.substring(0, Math.min(openLiteral(sql, false), openLiteral(sql, true)));
    }

    /**
     * Where a literal begins that does not end, or the end of the text.
     *
     * @param escapes whether a backslash before a quote makes it a part of the literal, as it does in {@code E'...'}
     */
    private static int openLiteral(String sql, boolean escapes) {
        int open = sql.length();
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '\'') {
                boolean isOpen = open < sql.length();
                if (!isOpen) {
                    open = i;
                } else if (!escapes || sql.charAt(i - 1) != '\\') {
                    open = sql.length();
                }
            }
        }
        return open;
    }

    @Override
    public String runStep(Operation.RunStep operation) {
        return "run step: " + operation.description();
    }

    @Override
    public String custom(Operation.Custom operation) {
        return operation.said(operation.operation().describe(), "describe()");
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : " (" + name + ")";
    }

    private static String difference(Column from, Column to) {
        List<String> changes = new ArrayList<>();
        change(changes, "type", from.type(), to.type());
        if (from.notNull() != to.notNull()) {
            changes.add(to.notNull() ? "not null" : "nullable");
        }
        change(changes, "default", from.defaultSql(), to.defaultSql());
        change(changes, "identity", identity(from.identity()), identity(to.identity()));
        change(changes, "generated", generated(from.generated()), generated(to.generated()));
        change(changes, "collation", from.collation(), to.collation());
        change(changes, "comment", from.comment(), to.comment());
        return String.join(", ", changes);
    }

    private static @Nullable String identity(@Nullable Identity identity) {
        if (identity == null) {
            return null;
        }
        SequenceOptions options = identity.options();
        SequenceOptions usual = SequenceOptions.DEFAULT;
        StringBuilder text = new StringBuilder(
                switch (identity.kind()) {
                    case ALWAYS -> "always";
                    case BY_DEFAULT -> "by default";
                });
        text.append(options.start() == usual.start() ? "" : " start " + options.start());
        text.append(options.increment() == usual.increment() ? "" : " increment " + options.increment());
        text.append(options.min() == null ? "" : " min " + options.min());
        text.append(options.max() == null ? "" : " max " + options.max());
        text.append(options.cache() == usual.cache() ? "" : " cache " + options.cache());
        return text.append(options.cycle() ? " cycle" : "").toString();
    }

    private static @Nullable String generated(@Nullable Generated generated) {
        return generated == null ? null : generated.expression() + (generated.stored() ? " stored" : "");
    }

    private static @Nullable String owner(Sequence.@Nullable Owner owner) {
        return owner == null ? null : owner.table() + "." + owner.column();
    }

    private static String difference(Sequence from, Sequence to) {
        List<String> changes = new ArrayList<>();
        change(changes, "type", from.type(), to.type());
        change(changes, "start", from.options().start(), to.options().start());
        change(changes, "increment", from.options().increment(), to.options().increment());
        change(changes, "minimum", from.options().min(), to.options().min());
        change(changes, "maximum", from.options().max(), to.options().max());
        change(changes, "cache", from.options().cache(), to.options().cache());
        change(changes, "cycle", from.options().cycle(), to.options().cycle());
        change(changes, "owner", owner(from.ownedBy()), owner(to.ownedBy()));
        change(changes, "comment", from.comment(), to.comment());
        return String.join(", ", changes);
    }

    private static void change(List<String> changes, String what, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(what + " " + (from == null ? "none" : from) + " -> " + (to == null ? "none" : to));
        }
    }
}
