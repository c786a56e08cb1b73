package dev.albedo.lint;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AddConstraint;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.operation.Operation.AlterSequence;
import dev.albedo.operation.Operation.CreateEnum;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.operation.Operation.CreateSchema;
import dev.albedo.operation.Operation.CreateSequence;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropConstraint;
import dev.albedo.operation.Operation.DropEnum;
import dev.albedo.operation.Operation.DropIndex;
import dev.albedo.operation.Operation.DropSchema;
import dev.albedo.operation.Operation.DropSequence;
import dev.albedo.operation.Operation.DropTable;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameConstraint;
import dev.albedo.operation.Operation.RenameIndex;
import dev.albedo.operation.Operation.RenameSequence;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.operation.Operation.RunStep;
import dev.albedo.operation.Operation.SetTableComment;
import dev.albedo.operation.Visitor;
import java.util.Optional;

/** What data an operation deletes, if it deletes any. */
public final class DataLoss implements Visitor<Optional<String>> {

    private static final DataLoss INSTANCE = new DataLoss();

    private DataLoss() {}

    /** The thing whose data is gone after the operation, in words: {@code column customer.email}. */
    public static Optional<String> of(Operation operation) {
        return operation.accept(INSTANCE);
    }

    @Override
    public Optional<String> createSchema(CreateSchema operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropSchema(DropSchema operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createTable(CreateTable operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropTable(DropTable operation) {
        return Optional.of("table " + operation.name());
    }

    @Override
    public Optional<String> renameTable(RenameTable operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> setTableComment(SetTableComment operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addColumn(AddColumn operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropColumn(DropColumn operation) {
        return operation.was() != null && operation.was().generated() != null
                ? Optional.empty()
                : Optional.of("column " + operation.table() + "." + operation.name());
    }

    @Override
    public Optional<String> renameColumn(RenameColumn operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterColumn(AlterColumn operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addConstraint(AddConstraint operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropConstraint(DropConstraint operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameConstraint(RenameConstraint operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createIndex(CreateIndex operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropIndex(DropIndex operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameIndex(RenameIndex operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createSequence(CreateSequence operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropSequence(DropSequence operation) {
        return Optional.of("the position of sequence " + operation.name());
    }

    @Override
    public Optional<String> alterSequence(AlterSequence operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> renameSequence(RenameSequence operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createEnum(CreateEnum operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropEnum(DropEnum operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterEnum(AlterEnum operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> runSql(RunSql operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> runStep(RunStep operation) {
        return Optional.empty();
    }
}
