package dev.albedo.operation;

import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AddConstraint;
import dev.albedo.operation.Operation.AdvanceNumbers;
import dev.albedo.operation.Operation.AllowDataLoss;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.AlterComposite;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.operation.Operation.AlterSequence;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.BackfillColumns;
import dev.albedo.operation.Operation.BulkInsert;
import dev.albedo.operation.Operation.CreateComposite;
import dev.albedo.operation.Operation.CreateEnum;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.operation.Operation.CreateSchema;
import dev.albedo.operation.Operation.CreateSequence;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.operation.Operation.Custom;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropComposite;
import dev.albedo.operation.Operation.DropConstraint;
import dev.albedo.operation.Operation.DropEnum;
import dev.albedo.operation.Operation.DropIndex;
import dev.albedo.operation.Operation.DropSchema;
import dev.albedo.operation.Operation.DropSequence;
import dev.albedo.operation.Operation.DropTable;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.ExpectUnique;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameConstraint;
import dev.albedo.operation.Operation.RenameEnum;
import dev.albedo.operation.Operation.RenameIndex;
import dev.albedo.operation.Operation.RenameSequence;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.operation.Operation.RunStep;
import dev.albedo.operation.Operation.SetTableComment;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Looks up what a drop drops, see {@link Operation#completedFrom}. */
final class Completion implements Visitor<Operation> {

    private final Schema schema;

    Completion(Schema schema) {
        this.schema = schema;
    }

    private Table table(QualifiedName name) {
        return Replay.require(schema.table(name), "table", name);
    }

    @Override
    public Operation dropTable(DropTable operation) {
        return operation.was() != null ? operation : new DropTable(operation.name(), table(operation.name()));
    }

    @Override
    public Operation dropColumn(DropColumn operation) {
        return operation.was() != null
                ? operation
                : new DropColumn(
                        operation.table(),
                        operation.name(),
                        Replay.require(
                                table(operation.table()).column(operation.name()),
                                "column",
                                operation.table() + "." + operation.name()));
    }

    @Override
    public Operation dropConstraint(DropConstraint operation) {
        return operation.was() != null
                ? operation
                : new DropConstraint(
                        operation.table(),
                        operation.name(),
                        Replay.require(
                                table(operation.table()).constraint(operation.name()),
                                "constraint",
                                operation.name() + " of " + operation.table()));
    }

    @Override
    public Operation dropIndex(DropIndex operation) {
        return operation.was() != null
                ? operation
                : new DropIndex(
                        operation.table(),
                        operation.name(),
                        Replay.require(
                                table(operation.table()).index(operation.name()),
                                "index",
                                operation.name() + " of " + operation.table()),
                        operation.concurrently());
    }

    @Override
    public Operation dropSequence(DropSequence operation) {
        return operation.was() != null
                ? operation
                : new DropSequence(
                        operation.name(),
                        Replay.require(schema.sequence(operation.name()), "sequence", operation.name()));
    }

    @Override
    public Operation dropEnum(DropEnum operation) {
        return operation.was() != null
                ? operation
                : new DropEnum(
                        operation.name(),
                        Replay.require(schema.enumType(operation.name()), "enum type", operation.name()));
    }

    @Override
    public Operation createSchema(CreateSchema operation) {
        return operation;
    }

    @Override
    public Operation dropSchema(DropSchema operation) {
        return operation;
    }

    @Override
    public Operation createTable(CreateTable operation) {
        return operation;
    }

    @Override
    public Operation renameTable(RenameTable operation) {
        return operation;
    }

    @Override
    public Operation setTableComment(SetTableComment operation) {
        return operation;
    }

    @Override
    public Operation addColumn(AddColumn operation) {
        return operation;
    }

    @Override
    public Operation renameColumn(RenameColumn operation) {
        return operation;
    }

    @Override
    public Operation alterColumn(AlterColumn operation) {
        return operation;
    }

    @Override
    public Operation addConstraint(AddConstraint operation) {
        return operation;
    }

    @Override
    public Operation renameConstraint(RenameConstraint operation) {
        return operation;
    }

    @Override
    public Operation createIndex(CreateIndex operation) {
        return operation;
    }

    @Override
    public Operation renameIndex(RenameIndex operation) {
        return operation;
    }

    @Override
    public Operation createSequence(CreateSequence operation) {
        return operation;
    }

    @Override
    public Operation alterSequence(AlterSequence operation) {
        return operation;
    }

    @Override
    public Operation renameSequence(RenameSequence operation) {
        return operation;
    }

    @Override
    public Operation createEnum(CreateEnum operation) {
        return operation;
    }

    @Override
    public Operation alterEnum(AlterEnum operation) {
        return operation;
    }

    @Override
    public Operation renameEnum(RenameEnum operation) {
        return operation;
    }

    @Override
    public Operation createComposite(CreateComposite operation) {
        return operation;
    }

    @Override
    public Operation dropComposite(DropComposite operation) {
        return operation.was() != null
                ? operation
                : new DropComposite(
                        operation.name(),
                        Replay.require(schema.composite(operation.name()), "composite type", operation.name()));
    }

    @Override
    public Operation alterComposite(AlterComposite operation) {
        return operation;
    }

    @Override
    public Operation backfill(Backfill operation) {
        return operation;
    }

    @Override
    public Operation backfillColumns(BackfillColumns operation) {
        return operation;
    }

    @Override
    public Operation bulkInsert(BulkInsert operation) {
        return operation;
    }

    @Override
    public Operation advanceNumbers(AdvanceNumbers operation) {
        return operation;
    }

    @Override
    public Operation expect(Expect operation) {
        return operation;
    }

    @Override
    public Operation expectUnique(ExpectUnique operation) {
        return operation;
    }

    @Override
    public Operation allowDataLoss(AllowDataLoss operation) {
        return operation;
    }

    @Override
    public Operation runSql(RunSql operation) {
        if (operation.effect() == null) {
            return operation;
        }
        List<Operation> completed = new ArrayList<>();
        Schema changed = schema;
        for (Operation said : operation.effect().operations()) {
            Operation complete = said.completedFrom(changed);
            changed = complete.applyTo(changed);
            completed.add(complete);
        }
        return new RunSql(operation.sql(), operation.undo(), new RunSql.Effect(completed));
    }

    @Override
    public Operation runStep(RunStep operation) {
        return operation;
    }

    @Override
    public Operation custom(Custom operation) {
        return operation;
    }
}
