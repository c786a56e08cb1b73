package dev.albedo.maven.writer;

import static dev.albedo.maven.writer.Code.text;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Visitor;
import dev.albedo.safety.rows.FilledColumn;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation as the call of {@code Operations} that records it again; a drop is spelled by name alone. */
final class OperationCode implements Visitor<CodeBlock> {

    private final WordCode words;
    private final String receiver;

    OperationCode(WordCode words) {
        this(words, "op");
    }

    private OperationCode(WordCode words, String receiver) {
        this.words = words;
        this.receiver = receiver;
    }

    private CodeBlock call(String method, CodeBlock... arguments) {
        return call(method, List.of(arguments));
    }

    private CodeBlock call(String method, List<CodeBlock> arguments) {
        return CodeBlock.of("$L.$L($L);", receiver, method, CodeBlock.join(arguments, ", "));
    }

    private static CodeBlock name(QualifiedName name) {
        return text(name.toString());
    }

    private static CodeBlock orNull(@Nullable String value) {
        return value == null ? CodeBlock.of("null") : text(value);
    }

    @Override
    public CodeBlock createSchema(Operation.CreateSchema operation) {
        return call("createSchema", text(operation.name()));
    }

    @Override
    public CodeBlock dropSchema(Operation.DropSchema operation) {
        return call("dropSchema", text(operation.name()));
    }

    @Override
    public CodeBlock createTable(Operation.CreateTable operation) {
        Table table = operation.table();
        return table.comment() == null
                        && table.partitionBy() == null
                        && table.inherits().isEmpty()
                ? call("createTable", words.elements(operation.table()))
                : call("createTable", words.table(operation.table()));
    }

    @Override
    public CodeBlock dropTable(Operation.DropTable operation) {
        return call("dropTable", name(operation.name()));
    }

    @Override
    public CodeBlock renameTable(Operation.RenameTable operation) {
        return call("renameTable", name(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock setTableComment(Operation.SetTableComment operation) {
        return call("setTableComment", name(operation.table()), orNull(operation.from()), orNull(operation.to()));
    }

    @Override
    public CodeBlock addColumn(Operation.AddColumn operation) {
        return call("addColumn", name(operation.table()), words.column(operation.column()));
    }

    CodeBlock filledColumn(FilledColumn filled) {
        return call("addFilledColumn", name(filled.table()), words.column(filled.column()), text(filled.value()));
    }

    @Override
    public CodeBlock dropColumn(Operation.DropColumn operation) {
        return call("dropColumn", name(operation.table()), text(operation.name()));
    }

    @Override
    public CodeBlock renameColumn(Operation.RenameColumn operation) {
        return call("renameColumn", name(operation.table()), text(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock alterColumn(Operation.AlterColumn operation) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(name(operation.table()));
        arguments.add(words.column(operation.from()));
        arguments.add(words.column(operation.to()));
        if (operation.using() != null) {
            arguments.add(text(operation.using()));
        }
        return call("alterColumn", arguments);
    }

    @Override
    public CodeBlock addConstraint(Operation.AddConstraint operation) {
        return call("addConstraint", name(operation.table()), words.constraint(operation.constraint()));
    }

    @Override
    public CodeBlock dropConstraint(Operation.DropConstraint operation) {
        return call("dropConstraint", name(operation.table()), text(operation.name()));
    }

    @Override
    public CodeBlock renameConstraint(Operation.RenameConstraint operation) {
        return call("renameConstraint", name(operation.table()), text(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock createIndex(Operation.CreateIndex operation) {
        return call(
                operation.concurrently() ? "createIndexConcurrently" : "createIndex",
                name(operation.table()),
                words.index(operation.index()));
    }

    @Override
    public CodeBlock dropIndex(Operation.DropIndex operation) {
        return call(
                operation.concurrently() ? "dropIndexConcurrently" : "dropIndex",
                name(operation.table()),
                text(operation.name()));
    }

    @Override
    public CodeBlock renameIndex(Operation.RenameIndex operation) {
        return call("renameIndex", name(operation.table()), text(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock createSequence(Operation.CreateSequence operation) {
        return call("createSequence", words.sequence(operation.sequence()));
    }

    @Override
    public CodeBlock dropSequence(Operation.DropSequence operation) {
        return call("dropSequence", name(operation.name()));
    }

    @Override
    public CodeBlock alterSequence(Operation.AlterSequence operation) {
        return call("alterSequence", words.sequence(operation.from()), words.sequence(operation.to()));
    }

    @Override
    public CodeBlock renameSequence(Operation.RenameSequence operation) {
        return call("renameSequence", name(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock createEnum(Operation.CreateEnum operation) {
        return call("createEnum", words.enumType(operation.enumType()));
    }

    @Override
    public CodeBlock dropEnum(Operation.DropEnum operation) {
        return call("dropEnum", name(operation.name()));
    }

    @Override
    public CodeBlock alterEnum(Operation.AlterEnum operation) {
        return call(
                operation.forceRebuild() ? "rebuildEnum" : "alterEnum",
                words.enumType(operation.from()),
                words.enumType(operation.to()));
    }

    @Override
    public CodeBlock renameEnum(Operation.RenameEnum operation) {
        return call("renameEnum", name(operation.from()), text(operation.to()));
    }

    @Override
    public CodeBlock createComposite(Operation.CreateComposite operation) {
        return call("createComposite", words.composite(operation.type()));
    }

    @Override
    public CodeBlock dropComposite(Operation.DropComposite operation) {
        return call("dropComposite", name(operation.name()));
    }

    @Override
    public CodeBlock alterComposite(Operation.AlterComposite operation) {
        return call("alterComposite", words.composite(operation.from()), words.composite(operation.to()));
    }

    @Override
    public CodeBlock backfill(Operation.Backfill operation) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(name(operation.table()));
        arguments.add(text(operation.column()));
        if (operation.where() != null) {
            arguments.add(text(operation.where()));
        }
        if (operation.value() != null) {
            arguments.add(text(operation.value()));
        }
        if (operation.batches() != null) {
            arguments.add(words.batches(operation.batches()));
        }
        return call(operation.where() == null ? "backfill" : "backfillWhere", arguments);
    }

    @Override
    public CodeBlock backfillColumns(Operation.BackfillColumns operation) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(name(operation.table()));
        operation.fills().forEach(fill -> arguments.add(words.fill(fill)));
        return call("backfill", arguments);
    }

    @Override
    public CodeBlock bulkInsert(Operation.BulkInsert operation) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(name(operation.table()));
        arguments.add(CodeBlock.of(
                "$T.of($L)",
                List.class,
                operation.columns().stream().map(Code::text).collect(CodeBlock.joining(", "))));
        operation.rows().forEach(row -> arguments.add(words.row(row)));
        return call("bulkInsert", arguments);
    }

    @Override
    public CodeBlock advanceNumbers(Operation.AdvanceNumbers operation) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(words.numbers(operation.numbers()));
        operation.behind().forEach(each -> arguments.add(words.numbers(each)));
        return call("advance", arguments);
    }

    @Override
    public CodeBlock expect(Operation.Expect operation) {
        return call("expect", name(operation.table()), words.expected(operation.constraint()));
    }

    @Override
    public CodeBlock expectUnique(Operation.ExpectUnique operation) {
        return call("expect", name(operation.table()), words.index(operation.index()));
    }

    @Override
    public CodeBlock allowDataLoss(Operation.AllowDataLoss operation) {
        return call("allowDataLoss", text(operation.what()));
    }

    @Override
    public CodeBlock runSql(Operation.RunSql operation) {
        Operation.RunSql.Effect effect = operation.effect();
        if (effect == null) {
            return call("sql", text(operation.sql()));
        }
        OperationCode inside = new OperationCode(words, "effect");
        CodeBlock body = effect.operations().stream()
                .map(said -> said.accept(inside))
                .collect(CodeBlock.joining("\n", "effect -> {\n", "\n}"));
        return call("sql", text(operation.sql()), body);
    }

    @Override
    public CodeBlock runStep(Operation.RunStep operation) {
        throw new IllegalArgumentException("a step in Java cannot be written: " + operation.description());
    }

    @Override
    public CodeBlock custom(Operation.Custom operation) {
        return call("apply", CustomCode.of(operation.operation()));
    }
}
