package dev.albedo.maven.goal;

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
import dev.albedo.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about, as it is called before a rename; nothing, of SQL and of what only Java can tell.
 *
 * @param schema the schema, or {@code null} for the default one
 * @param table the table, if it is one or a part of one
 * @param name the column, constraint or index of the table, or the sequence, enum type or schema
 */
record Subject(
        @Nullable String schema,
        @Nullable String table,
        @Nullable String name) {

    /** Finds that of any operation. */
    static final Visitor<Subject> FINDER = new Finder();

    private static final Subject NONE = new Subject(null, null, null);

    private static Subject schema(String name) {
        return new Subject(name, null, name);
    }

    private static Subject table(QualifiedName table) {
        return part(table, null);
    }

    private static Subject part(QualifiedName table, @Nullable String name) {
        return new Subject(table.schema(), table.name(), name);
    }

    private static Subject alone(QualifiedName object) {
        return new Subject(object.schema(), null, object.name());
    }

    private static final class Finder implements Visitor<Subject> {
        @Override
        public Subject createSchema(CreateSchema operation) {
            return schema(operation.name());
        }

        @Override
        public Subject dropSchema(DropSchema operation) {
            return schema(operation.name());
        }

        @Override
        public Subject createTable(CreateTable operation) {
            return table(operation.table().name());
        }

        @Override
        public Subject dropTable(DropTable operation) {
            return table(operation.name());
        }

        @Override
        public Subject bulkInsert(BulkInsert operation) {
            return table(operation.table());
        }

        @Override
        public Subject renameTable(RenameTable operation) {
            return table(operation.from());
        }

        @Override
        public Subject setTableComment(SetTableComment operation) {
            return table(operation.table());
        }

        @Override
        public Subject addColumn(AddColumn operation) {
            return part(operation.table(), operation.column().name());
        }

        @Override
        public Subject dropColumn(DropColumn operation) {
            return part(operation.table(), operation.name());
        }

        @Override
        public Subject renameColumn(RenameColumn operation) {
            return part(operation.table(), operation.from());
        }

        @Override
        public Subject alterColumn(AlterColumn operation) {
            return part(operation.table(), operation.from().name());
        }

        @Override
        public Subject addConstraint(AddConstraint operation) {
            return part(operation.table(), operation.constraint().name());
        }

        @Override
        public Subject dropConstraint(DropConstraint operation) {
            return part(operation.table(), operation.name());
        }

        @Override
        public Subject renameConstraint(RenameConstraint operation) {
            return part(operation.table(), operation.from());
        }

        @Override
        public Subject createIndex(CreateIndex operation) {
            return part(operation.table(), operation.index().name());
        }

        @Override
        public Subject dropIndex(DropIndex operation) {
            return part(operation.table(), operation.name());
        }

        @Override
        public Subject renameIndex(RenameIndex operation) {
            return part(operation.table(), operation.from());
        }

        @Override
        public Subject createSequence(CreateSequence operation) {
            return alone(operation.sequence().name());
        }

        @Override
        public Subject dropSequence(DropSequence operation) {
            return alone(operation.name());
        }

        @Override
        public Subject alterSequence(AlterSequence operation) {
            return alone(operation.from().name());
        }

        @Override
        public Subject renameSequence(RenameSequence operation) {
            return alone(operation.from());
        }

        @Override
        public Subject createEnum(CreateEnum operation) {
            return alone(operation.enumType().name());
        }

        @Override
        public Subject dropEnum(DropEnum operation) {
            return alone(operation.name());
        }

        @Override
        public Subject alterEnum(AlterEnum operation) {
            return alone(operation.from().name());
        }

        @Override
        public Subject renameEnum(RenameEnum operation) {
            return alone(operation.from());
        }

        @Override
        public Subject createComposite(CreateComposite operation) {
            return alone(operation.type().name());
        }

        @Override
        public Subject dropComposite(DropComposite operation) {
            return alone(operation.name());
        }

        @Override
        public Subject alterComposite(AlterComposite operation) {
            return alone(operation.from().name());
        }

        @Override
        public Subject backfill(Backfill operation) {
            return part(operation.table(), operation.column());
        }

        @Override
        public Subject backfillColumns(BackfillColumns operation) {
            return alone(operation.table());
        }

        @Override
        public Subject advanceNumbers(AdvanceNumbers operation) {
            String column = operation.numbers().column();
            return column == null
                    ? alone(operation.numbers().name())
                    : part(operation.numbers().name(), column);
        }

        @Override
        public Subject expect(Expect operation) {
            return table(operation.table());
        }

        @Override
        public Subject expectUnique(ExpectUnique operation) {
            return table(operation.table());
        }

        @Override
        public Subject allowDataLoss(AllowDataLoss operation) {
            return NONE;
        }

        @Override
        public Subject runSql(RunSql operation) {
            return NONE;
        }

        @Override
        public Subject runStep(RunStep operation) {
            return NONE;
        }

        @Override
        public Subject custom(Custom operation) {
            return NONE;
        }
    }
}
