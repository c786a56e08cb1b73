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
 * decision about it. A visitor that treats the operations of a group alike says so by implementing the interface of that group
 * as well, such as {@link Renames}, and still may override the method of one of them.
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

    /**
     * Gives the operations of the group {@link Operation.Creation} one answer.
     *
     * @param <R> the answer
     */
    interface Creations<R> extends Visitor<R> {
        R creation(Operation.Creation operation);

        @Override
        default R createSchema(CreateSchema operation) {
            return creation(operation);
        }

        @Override
        default R createTable(CreateTable operation) {
            return creation(operation);
        }

        @Override
        default R addColumn(AddColumn operation) {
            return creation(operation);
        }

        @Override
        default R addConstraint(AddConstraint operation) {
            return creation(operation);
        }

        @Override
        default R createIndex(CreateIndex operation) {
            return creation(operation);
        }

        @Override
        default R createSequence(CreateSequence operation) {
            return creation(operation);
        }

        @Override
        default R createEnum(CreateEnum operation) {
            return creation(operation);
        }

        @Override
        default R createComposite(CreateComposite operation) {
            return creation(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.Removal} one answer.
     *
     * @param <R> the answer
     */
    interface Removals<R> extends Visitor<R> {
        R removal(Operation.Removal operation);

        @Override
        default R dropSchema(DropSchema operation) {
            return removal(operation);
        }

        @Override
        default R dropTable(DropTable operation) {
            return removal(operation);
        }

        @Override
        default R dropColumn(DropColumn operation) {
            return removal(operation);
        }

        @Override
        default R dropConstraint(DropConstraint operation) {
            return removal(operation);
        }

        @Override
        default R dropIndex(DropIndex operation) {
            return removal(operation);
        }

        @Override
        default R dropSequence(DropSequence operation) {
            return removal(operation);
        }

        @Override
        default R dropEnum(DropEnum operation) {
            return removal(operation);
        }

        @Override
        default R dropComposite(DropComposite operation) {
            return removal(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.Alteration} one answer.
     *
     * @param <R> the answer
     */
    interface Alterations<R> extends Visitor<R> {
        R alteration(Operation.Alteration operation);

        @Override
        default R setTableComment(SetTableComment operation) {
            return alteration(operation);
        }

        @Override
        default R alterColumn(AlterColumn operation) {
            return alteration(operation);
        }

        @Override
        default R alterSequence(AlterSequence operation) {
            return alteration(operation);
        }

        @Override
        default R alterEnum(AlterEnum operation) {
            return alteration(operation);
        }

        @Override
        default R alterComposite(AlterComposite operation) {
            return alteration(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.Rename} one answer.
     *
     * @param <R> the answer
     */
    interface Renames<R> extends Visitor<R> {
        R rename(Operation.Rename operation);

        @Override
        default R renameTable(RenameTable operation) {
            return rename(operation);
        }

        @Override
        default R renameColumn(RenameColumn operation) {
            return rename(operation);
        }

        @Override
        default R renameConstraint(RenameConstraint operation) {
            return rename(operation);
        }

        @Override
        default R renameIndex(RenameIndex operation) {
            return rename(operation);
        }

        @Override
        default R renameSequence(RenameSequence operation) {
            return rename(operation);
        }

        @Override
        default R renameEnum(RenameEnum operation) {
            return rename(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.RowChange} one answer.
     *
     * @param <R> the answer
     */
    interface RowChanges<R> extends Visitor<R> {
        R rowChange(Operation.RowChange operation);

        @Override
        default R backfill(Backfill operation) {
            return rowChange(operation);
        }

        @Override
        default R backfillColumns(BackfillColumns operation) {
            return rowChange(operation);
        }

        @Override
        default R bulkInsert(BulkInsert operation) {
            return rowChange(operation);
        }

        @Override
        default R advanceNumbers(AdvanceNumbers operation) {
            return rowChange(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.Expectation} one answer.
     *
     * @param <R> the answer
     */
    interface Expectations<R> extends Visitor<R> {
        R expectation(Operation.Expectation operation);

        @Override
        default R expect(Expect operation) {
            return expectation(operation);
        }

        @Override
        default R expectUnique(ExpectUnique operation) {
            return expectation(operation);
        }
    }

    /**
     * Gives the operations of the group {@link Operation.Code} one answer.
     *
     * @param <R> the answer
     */
    interface Codes<R> extends Visitor<R> {
        R code(Operation.Code operation);

        @Override
        default R runSql(RunSql operation) {
            return code(operation);
        }

        @Override
        default R runStep(RunStep operation) {
            return code(operation);
        }

        @Override
        default R custom(Custom operation) {
            return code(operation);
        }
    }
}
