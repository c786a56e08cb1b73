package dev.albedo.operation;

/**
 * One answer an operation. There are no default methods on purpose: who adds an operation is led by javac to every
 * decision about it. A visitor that treats the operations of a group alike says so by implementing the interface of that group
 * as well, such as {@link Renames}, and still may override the method of one of them.
 *
 * @param <R> the answer
 */
public interface Visitor<R> {
    R createSchema(Operation.CreateSchema operation);

    R dropSchema(Operation.DropSchema operation);

    R createTable(Operation.CreateTable operation);

    R dropTable(Operation.DropTable operation);

    R renameTable(Operation.RenameTable operation);

    R setTableComment(Operation.SetTableComment operation);

    R addColumn(Operation.AddColumn operation);

    R dropColumn(Operation.DropColumn operation);

    R renameColumn(Operation.RenameColumn operation);

    R alterColumn(Operation.AlterColumn operation);

    R addConstraint(Operation.AddConstraint operation);

    R dropConstraint(Operation.DropConstraint operation);

    R renameConstraint(Operation.RenameConstraint operation);

    R createIndex(Operation.CreateIndex operation);

    R dropIndex(Operation.DropIndex operation);

    R renameIndex(Operation.RenameIndex operation);

    R createSequence(Operation.CreateSequence operation);

    R dropSequence(Operation.DropSequence operation);

    R alterSequence(Operation.AlterSequence operation);

    R renameSequence(Operation.RenameSequence operation);

    R createEnum(Operation.CreateEnum operation);

    R dropEnum(Operation.DropEnum operation);

    R alterEnum(Operation.AlterEnum operation);

    R renameEnum(Operation.RenameEnum operation);

    R createComposite(Operation.CreateComposite operation);

    R dropComposite(Operation.DropComposite operation);

    R alterComposite(Operation.AlterComposite operation);

    R backfill(Operation.Backfill operation);

    R backfillColumns(Operation.BackfillColumns operation);

    R bulkInsert(Operation.BulkInsert operation);

    R advanceNumbers(Operation.AdvanceNumbers operation);

    R expect(Operation.Expect operation);

    R expectUnique(Operation.ExpectUnique operation);

    R allowDataLoss(Operation.AllowDataLoss operation);

    R runSql(Operation.RunSql operation);

    R runStep(Operation.RunStep operation);

    R custom(Operation.Custom operation);

    /**
     * Gives the operations of the group {@link Operation.Creation} one answer.
     *
     * @param <R> the answer
     */
    interface Creations<R> extends Visitor<R> {
        R creation(Operation.Creation operation);

        @Override
        default R createSchema(Operation.CreateSchema operation) {
            return creation(operation);
        }

        @Override
        default R createTable(Operation.CreateTable operation) {
            return creation(operation);
        }

        @Override
        default R addColumn(Operation.AddColumn operation) {
            return creation(operation);
        }

        @Override
        default R addConstraint(Operation.AddConstraint operation) {
            return creation(operation);
        }

        @Override
        default R createIndex(Operation.CreateIndex operation) {
            return creation(operation);
        }

        @Override
        default R createSequence(Operation.CreateSequence operation) {
            return creation(operation);
        }

        @Override
        default R createEnum(Operation.CreateEnum operation) {
            return creation(operation);
        }

        @Override
        default R createComposite(Operation.CreateComposite operation) {
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
        default R dropSchema(Operation.DropSchema operation) {
            return removal(operation);
        }

        @Override
        default R dropTable(Operation.DropTable operation) {
            return removal(operation);
        }

        @Override
        default R dropColumn(Operation.DropColumn operation) {
            return removal(operation);
        }

        @Override
        default R dropConstraint(Operation.DropConstraint operation) {
            return removal(operation);
        }

        @Override
        default R dropIndex(Operation.DropIndex operation) {
            return removal(operation);
        }

        @Override
        default R dropSequence(Operation.DropSequence operation) {
            return removal(operation);
        }

        @Override
        default R dropEnum(Operation.DropEnum operation) {
            return removal(operation);
        }

        @Override
        default R dropComposite(Operation.DropComposite operation) {
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
        default R setTableComment(Operation.SetTableComment operation) {
            return alteration(operation);
        }

        @Override
        default R alterColumn(Operation.AlterColumn operation) {
            return alteration(operation);
        }

        @Override
        default R alterSequence(Operation.AlterSequence operation) {
            return alteration(operation);
        }

        @Override
        default R alterEnum(Operation.AlterEnum operation) {
            return alteration(operation);
        }

        @Override
        default R alterComposite(Operation.AlterComposite operation) {
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
        default R renameTable(Operation.RenameTable operation) {
            return rename(operation);
        }

        @Override
        default R renameColumn(Operation.RenameColumn operation) {
            return rename(operation);
        }

        @Override
        default R renameConstraint(Operation.RenameConstraint operation) {
            return rename(operation);
        }

        @Override
        default R renameIndex(Operation.RenameIndex operation) {
            return rename(operation);
        }

        @Override
        default R renameSequence(Operation.RenameSequence operation) {
            return rename(operation);
        }

        @Override
        default R renameEnum(Operation.RenameEnum operation) {
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
        default R backfill(Operation.Backfill operation) {
            return rowChange(operation);
        }

        @Override
        default R backfillColumns(Operation.BackfillColumns operation) {
            return rowChange(operation);
        }

        @Override
        default R bulkInsert(Operation.BulkInsert operation) {
            return rowChange(operation);
        }

        @Override
        default R advanceNumbers(Operation.AdvanceNumbers operation) {
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
        default R expect(Operation.Expect operation) {
            return expectation(operation);
        }

        @Override
        default R expectUnique(Operation.ExpectUnique operation) {
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
        default R runSql(Operation.RunSql operation) {
            return code(operation);
        }

        @Override
        default R runStep(Operation.RunStep operation) {
            return code(operation);
        }

        @Override
        default R custom(Operation.Custom operation) {
            return code(operation);
        }
    }
}
