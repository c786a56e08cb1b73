package dev.albedo.operation;

import dev.albedo.operation.Operation.AllowDataLoss;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropComposite;
import dev.albedo.operation.Operation.DropConstraint;
import dev.albedo.operation.Operation.DropEnum;
import dev.albedo.operation.Operation.DropIndex;
import dev.albedo.operation.Operation.DropSchema;
import dev.albedo.operation.Operation.DropSequence;
import dev.albedo.operation.Operation.DropTable;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Looks up what a drop drops, see {@link Operation#completedFrom}. */
final class Completion
        implements Visitor.Creations<Operation>,
                Visitor.Alterations<Operation>,
                Visitor.Renames<Operation>,
                Visitor.RowChanges<Operation>,
                Visitor.Expectations<Operation>,
                Visitor.Codes<Operation> {

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
    public Operation dropSchema(DropSchema operation) {
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
    public Operation creation(Operation.Creation operation) {
        return operation;
    }

    @Override
    public Operation alteration(Operation.Alteration operation) {
        return operation;
    }

    @Override
    public Operation rename(Operation.Rename operation) {
        return operation;
    }

    @Override
    public Operation rowChange(Operation.RowChange operation) {
        return operation;
    }

    @Override
    public Operation expectation(Operation.Expectation operation) {
        return operation;
    }

    @Override
    public Operation code(Operation.Code operation) {
        return operation;
    }
}
