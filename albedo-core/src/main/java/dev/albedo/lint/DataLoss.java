package dev.albedo.lint;

import dev.albedo.operation.Operation;
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
import dev.albedo.operation.Visitor;
import dev.albedo.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data that an operation deletes, or may delete, without an error.
 *
 * <p>What the database refuses to give up is not deleted: rows with a value that an enum type loses, strings that are too
 * long for a shorter type. An enum type holds no data: it can only go when no column has it any more.
 */
public final class DataLoss implements Visitor<Optional<String>> {

    private static final DataLoss INSTANCE = new DataLoss();

    private DataLoss() {}

    /** The data that is gone after the operation, in words: {@code column customer.email}. */
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
        Column to = operation.to();
        boolean computed = operation.from().generated() != null && to.generated() != null;
        return computed
                ? Optional.empty()
                : SilentLoss.of(operation.from().type(), to.type(), operation.using())
                        .map(part -> part + " in column " + operation.table() + "." + to.name());
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
    public Optional<String> renameEnum(RenameEnum operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> createComposite(CreateComposite operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropComposite(DropComposite operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterComposite(AlterComposite operation) {
        List<String> lost = new ArrayList<>();
        AlterComposite.only(operation.from(), operation.to()).forEach(attribute -> lost.add(attribute.name()));
        for (Column attribute : operation.from().attributes()) {
            operation
                    .to()
                    .attribute(attribute.name())
                    .flatMap(changed -> SilentLoss.of(attribute.type(), changed.type(), null))
                    .ifPresent(part -> lost.add(part + " in " + attribute.name()));
        }
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("attribute " + String.join(", ", lost) + " of type "
                        + operation.from().name());
    }

    @Override
    public Optional<String> backfill(Backfill operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> backfillColumns(BackfillColumns operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> bulkInsert(BulkInsert operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> advanceNumbers(AdvanceNumbers operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> expect(Expect operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> expectUnique(ExpectUnique operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> allowDataLoss(AllowDataLoss operation) {
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

    @Override
    public Optional<String> custom(Custom operation) {
        return operation.said(operation.operation().losesData(), "losesData()");
    }
}
