package dev.albedo.run;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Visitor;
import dev.albedo.schema.Fill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of operations, which the checksum of a migration is computed from: format {@value #FORMAT}. It depends
 * on the operations and on nothing else, and is the same for ever, because its checksum is in people's databases; so its words
 * are its own, and what is not used is not in it.
 *
 * <p>A step in Java counts by its description and, where the compiler has read the source, by what its code says. What SQL is
 * said to do does not count, because it may be said later and nothing of it is run; nor in which batches rows are filled,
 * which makes no difference to them; nor that a loss of data is known, so that it can be said of a migration that was applied
 * already. Passwords do not count: the text is kept in the log, and its checksum must not be a way to try passwords out; so a
 * migration may get another password without being an edited one.
 */
final class OperationText implements Visitor<TextNode> {

    /** Goes up when an operation that was written before would be written in another way. */
    static final int FORMAT = 1;

    static final String CODE = "code";
    static final String RUN_SQL = "run sql";
    static final String DIGEST = "digest";

    private final String stepCode;

    private OperationText(String stepCode) {
        this.stepCode = stepCode;
    }

    /** Whether an operation is a part of what a revision means. */
    static boolean counts(Operation operation) {
        return !(operation instanceof Operation.AllowDataLoss);
    }

    /**
     * The text of an operation, without passwords.
     *
     * @param stepCode a digest of the code of the steps in Java; empty if it is not known
     */
    static TextNode of(Operation operation, String stepCode) {
        return operation.accept(new OperationText(stepCode)).values(Secrets::maskSql);
    }

    private static TextNode node(String label, @Nullable Object value, TextNode... children) {
        return TextNode.of(label, value == null ? null : value.toString(), children);
    }

    /** A node whose children are these, and of which those are left out that are null. */
    private static TextNode parts(String label, Object value, @Nullable TextNode... children) {
        List<TextNode> there = new ArrayList<>();
        for (@Nullable TextNode child : children) {
            if (child != null) {
                there.add(child);
            }
        }
        return new TextNode(label, value.toString(), there);
    }

    private static @Nullable TextNode optional(String label, @Nullable Object value) {
        return value == null ? null : node(label, value);
    }

    private static @Nullable TextNode flag(String label, boolean set) {
        return set ? node(label, null) : null;
    }

    private static TextNode change(String label, Object name, List<TextNode> from, List<TextNode> to) {
        return node(label, name, new TextNode("from", null, from), new TextNode("to", null, to));
    }

    private static TextNode rename(String label, Object name, String to) {
        return node(label, name, node("to", to));
    }

    private static TextNode renameIn(String label, Object table, String from, String to) {
        return node(label, table, node("from", from), node("to", to));
    }

    private static TextNode was(@Nullable Object name, List<TextNode> parts) {
        return new TextNode("was", name == null ? null : name.toString(), parts);
    }

    @Override
    public TextNode createSchema(Operation.CreateSchema operation) {
        return node("create schema", operation.name());
    }

    @Override
    public TextNode dropSchema(Operation.DropSchema operation) {
        return node("drop schema", operation.name());
    }

    @Override
    public TextNode createTable(Operation.CreateTable operation) {
        return new TextNode("create table", operation.table().name().toString(), SchemaText.table(operation.table()));
    }

    @Override
    public TextNode dropTable(Operation.DropTable operation) {
        var was = operation.was();
        return parts("drop table", operation.name(), was == null ? null : was(was.name(), SchemaText.table(was)));
    }

    @Override
    public TextNode renameTable(Operation.RenameTable operation) {
        return rename("rename table", operation.from(), operation.to());
    }

    @Override
    public TextNode setTableComment(Operation.SetTableComment operation) {
        return parts(
                "comment on table",
                operation.table(),
                optional("from", operation.from()),
                optional("to", operation.to()));
    }

    @Override
    public TextNode addColumn(Operation.AddColumn operation) {
        return node("add column to", operation.table(), SchemaText.column(operation.column()));
    }

    @Override
    public TextNode dropColumn(Operation.DropColumn operation) {
        var was = operation.was();
        return parts(
                "drop column from",
                operation.table(),
                node(SchemaText.COLUMN, operation.name()),
                was == null ? null : was(was.name(), SchemaText.columnParts(was)));
    }

    @Override
    public TextNode renameColumn(Operation.RenameColumn operation) {
        return renameIn("rename column of", operation.table(), operation.from(), operation.to());
    }

    @Override
    public TextNode alterColumn(Operation.AlterColumn operation) {
        return parts(
                "alter column of",
                operation.table(),
                node(SchemaText.COLUMN, operation.from().name()),
                new TextNode("from", null, SchemaText.columnParts(operation.from())),
                new TextNode("to", null, SchemaText.columnParts(operation.to())),
                optional("using", operation.using()));
    }

    @Override
    public TextNode addConstraint(Operation.AddConstraint operation) {
        return node("add constraint to", operation.table(), SchemaText.constraint(operation.constraint()));
    }

    @Override
    public TextNode dropConstraint(Operation.DropConstraint operation) {
        var was = operation.was();
        return parts(
                "drop constraint from",
                operation.table(),
                node("constraint", operation.name()),
                was == null ? null : was(null, List.of(SchemaText.constraint(was))));
    }

    @Override
    public TextNode renameConstraint(Operation.RenameConstraint operation) {
        return renameIn("rename constraint of", operation.table(), operation.from(), operation.to());
    }

    @Override
    public TextNode createIndex(Operation.CreateIndex operation) {
        return parts(
                "create index on",
                operation.table(),
                SchemaText.index(operation.index()),
                flag("concurrently", operation.concurrently()));
    }

    @Override
    public TextNode dropIndex(Operation.DropIndex operation) {
        var was = operation.was();
        return parts(
                "drop index of",
                operation.table(),
                node("index", operation.name()),
                flag("concurrently", operation.concurrently()),
                was == null ? null : was(was.name(), SchemaText.indexParts(was)));
    }

    @Override
    public TextNode renameIndex(Operation.RenameIndex operation) {
        return renameIn("rename index of", operation.table(), operation.from(), operation.to());
    }

    @Override
    public TextNode createSequence(Operation.CreateSequence operation) {
        return new TextNode(
                "create sequence", operation.sequence().name().toString(), SchemaText.sequence(operation.sequence()));
    }

    @Override
    public TextNode dropSequence(Operation.DropSequence operation) {
        var was = operation.was();
        return parts("drop sequence", operation.name(), was == null ? null : was(was.name(), SchemaText.sequence(was)));
    }

    @Override
    public TextNode alterSequence(Operation.AlterSequence operation) {
        return change(
                "alter sequence",
                operation.from().name(),
                SchemaText.sequence(operation.from()),
                SchemaText.sequence(operation.to()));
    }

    @Override
    public TextNode renameSequence(Operation.RenameSequence operation) {
        return rename("rename sequence", operation.from(), operation.to());
    }

    @Override
    public TextNode createEnum(Operation.CreateEnum operation) {
        return new TextNode(
                "create enum type", operation.enumType().name().toString(), SchemaText.enumType(operation.enumType()));
    }

    @Override
    public TextNode dropEnum(Operation.DropEnum operation) {
        var was = operation.was();
        return parts(
                "drop enum type", operation.name(), was == null ? null : was(was.name(), SchemaText.enumType(was)));
    }

    @Override
    public TextNode alterEnum(Operation.AlterEnum operation) {
        return parts(
                "alter enum type",
                operation.from().name(),
                new TextNode("from", null, SchemaText.enumType(operation.from())),
                new TextNode("to", null, SchemaText.enumType(operation.to())),
                flag("rebuild", operation.forceRebuild()));
    }

    @Override
    public TextNode renameEnum(Operation.RenameEnum operation) {
        return rename("rename enum type", operation.from(), operation.to());
    }

    @Override
    public TextNode createComposite(Operation.CreateComposite operation) {
        return new TextNode(
                "create composite type", operation.type().name().toString(), SchemaText.composite(operation.type()));
    }

    @Override
    public TextNode dropComposite(Operation.DropComposite operation) {
        var was = operation.was();
        return parts(
                "drop composite type",
                operation.name(),
                was == null ? null : was(was.name(), SchemaText.composite(was)));
    }

    @Override
    public TextNode alterComposite(Operation.AlterComposite operation) {
        return change(
                "alter composite type",
                operation.from().name(),
                SchemaText.composite(operation.from()),
                SchemaText.composite(operation.to()));
    }

    @Override
    public TextNode backfill(Operation.Backfill operation) {
        return parts(
                "fill column of",
                operation.table(),
                node(SchemaText.COLUMN, operation.column()),
                optional("value", operation.value()),
                optional("where", operation.where()));
    }

    @Override
    public TextNode backfillColumns(Operation.BackfillColumns operation) {
        List<TextNode> columns = new ArrayList<>();
        for (Fill fill : operation.fills()) {
            columns.add(parts(
                    SchemaText.COLUMN,
                    fill.column(),
                    SchemaText.type(fill.type()),
                    node("value", fill.value()),
                    optional("where", fill.where())));
        }
        return new TextNode("fill columns of", operation.table().toString(), columns);
    }

    /** How many rows, and a digest of them: the log is no place for their values. */
    @Override
    public TextNode bulkInsert(Operation.BulkInsert operation) {
        List<TextNode> parts = new ArrayList<>();
        operation.columns().forEach(column -> parts.add(node(SchemaText.COLUMN, column)));
        parts.add(node("rows", operation.rows().size()));
        parts.add(node(DIGEST, RowText.digest(operation.rows())));
        return new TextNode("insert into", operation.table().toString(), parts);
    }

    @Override
    public TextNode advanceNumbers(Operation.AdvanceNumbers operation) {
        List<TextNode> parts = new ArrayList<>();
        parts.add(SchemaText.numbers(operation.numbers()));
        operation.behind().forEach(behind -> parts.add(node("behind", null, SchemaText.numbers(behind))));
        return new TextNode("advance numbers", null, parts);
    }

    @Override
    public TextNode expect(Operation.Expect operation) {
        return node("expect of", operation.table(), SchemaText.constraint(operation.constraint()));
    }

    @Override
    public TextNode expectUnique(Operation.ExpectUnique operation) {
        return node("expect unique of", operation.table(), SchemaText.index(operation.index()));
    }

    @Override
    public TextNode allowDataLoss(Operation.AllowDataLoss operation) {
        return node("allow data loss", operation.what());
    }

    @Override
    public TextNode runSql(Operation.RunSql operation) {
        return parts(RUN_SQL, operation.sql(), optional("undo", operation.undo()));
    }

    @Override
    public TextNode runStep(Operation.RunStep operation) {
        return parts("run step", operation.description(), optional(CODE, stepCode.isEmpty() ? null : stepCode));
    }

    @Override
    public TextNode custom(Operation.Custom operation) {
        return CustomText.of(operation);
    }
}
