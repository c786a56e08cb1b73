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

/**
 * One answer an operation. There are no default methods on purpose: who adds an operation is led by javac to every
 * decision about it.
 *
 * @param <R> the answer
 */
public interface Visitor<R> {
    R createSchema(CreateSchema operation);

    R dropSchema(DropSchema operation);

    R createTable(CreateTable operation);

    R dropTable(DropTable operation);

    R renameTable(RenameTable operation);

    R setTableComment(SetTableComment operation);

    R addColumn(AddColumn operation);

    R dropColumn(DropColumn operation);

    R renameColumn(RenameColumn operation);

    R alterColumn(AlterColumn operation);

    R addConstraint(AddConstraint operation);

    R dropConstraint(DropConstraint operation);

    R renameConstraint(RenameConstraint operation);

    R createIndex(CreateIndex operation);

    R dropIndex(DropIndex operation);

    R renameIndex(RenameIndex operation);

    R createSequence(CreateSequence operation);

    R dropSequence(DropSequence operation);

    R alterSequence(AlterSequence operation);

    R renameSequence(RenameSequence operation);

    R createEnum(CreateEnum operation);

    R dropEnum(DropEnum operation);

    R alterEnum(AlterEnum operation);

    R renameEnum(RenameEnum operation);

    R createComposite(CreateComposite operation);

    R dropComposite(DropComposite operation);

    R alterComposite(AlterComposite operation);

    R backfill(Backfill operation);

    R backfillColumns(BackfillColumns operation);

    R bulkInsert(BulkInsert operation);

    R advanceNumbers(AdvanceNumbers operation);

    R expect(Expect operation);

    R expectUnique(ExpectUnique operation);

    R allowDataLoss(AllowDataLoss operation);

    R runSql(RunSql operation);

    R runStep(RunStep operation);

    R custom(Custom operation);
}
