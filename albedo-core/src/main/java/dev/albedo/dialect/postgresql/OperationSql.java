package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
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
import java.util.List;

/** Each operation in SQL; whatever takes more than a line is in the class of its topic. */
final class OperationSql implements Visitor<List<Statement>> {

    /** What the JDBC driver calls the database. */
    private static final String PRODUCT = "PostgreSQL";

    private final ServerVersion version;
    private final TableSql tables;
    private final IndexSql indexes;

    OperationSql(ServerVersion version) {
        this.version = version;
        this.tables = new TableSql(version);
        this.indexes = new IndexSql(version);
    }

    private static List<Statement> one(String sql) {
        return List.of(Statement.of(sql));
    }

    @Override
    public List<Statement> createSchema(CreateSchema operation) {
        return List.of(SchemaSql.create(operation.name()));
    }

    @Override
    public List<Statement> dropSchema(DropSchema operation) {
        return List.of(SchemaSql.drop(operation.name()));
    }

    @Override
    public List<Statement> createTable(CreateTable operation) {
        return tables.create(operation.table());
    }

    @Override
    public List<Statement> dropTable(DropTable operation) {
        return one("DROP TABLE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> renameTable(RenameTable operation) {
        return List.of(TableSql.alter(operation.from(), "RENAME TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> setTableComment(SetTableComment operation) {
        return List.of(Comments.table(operation.table(), operation.to()));
    }

    @Override
    public List<Statement> addColumn(AddColumn operation) {
        return tables.add(operation);
    }

    @Override
    public List<Statement> dropColumn(DropColumn operation) {
        return List.of(TableSql.alter(operation.table(), "DROP COLUMN " + Names.identifier(operation.name())));
    }

    @Override
    public List<Statement> renameColumn(RenameColumn operation) {
        return List.of(TableSql.alter(
                operation.table(),
                "RENAME COLUMN " + Names.identifier(operation.from()) + " TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> alterColumn(AlterColumn operation) {
        return new ColumnChange(version, operation).statements();
    }

    @Override
    public List<Statement> addConstraint(AddConstraint operation) {
        return List.of(
                TableSql.alter(operation.table(), "ADD " + new ConstraintSql(version).of(operation.constraint())));
    }

    @Override
    public List<Statement> dropConstraint(DropConstraint operation) {
        return List.of(TableSql.alter(operation.table(), "DROP CONSTRAINT " + Names.identifier(operation.name())));
    }

    /** Renames the index of a key with it. */
    @Override
    public List<Statement> renameConstraint(RenameConstraint operation) {
        return List.of(TableSql.alter(
                operation.table(),
                "RENAME CONSTRAINT " + Names.identifier(operation.from()) + " TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> createIndex(CreateIndex operation) {
        return List.of(indexes.create(operation));
    }

    @Override
    public List<Statement> dropIndex(DropIndex operation) {
        return List.of(IndexSql.drop(operation));
    }

    @Override
    public List<Statement> renameIndex(RenameIndex operation) {
        return List.of(IndexSql.rename(operation));
    }

    @Override
    public List<Statement> createSequence(CreateSequence operation) {
        return SequenceSql.create(operation.sequence());
    }

    @Override
    public List<Statement> dropSequence(DropSequence operation) {
        return one("DROP SEQUENCE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterSequence(AlterSequence operation) {
        return SequenceSql.alter(operation.from(), operation.to());
    }

    @Override
    public List<Statement> renameSequence(RenameSequence operation) {
        return one("ALTER SEQUENCE " + Names.name(operation.from()) + " RENAME TO " + Names.identifier(operation.to()));
    }

    @Override
    public List<Statement> createEnum(CreateEnum operation) {
        return EnumSql.create(operation.enumType());
    }

    @Override
    public List<Statement> dropEnum(DropEnum operation) {
        return one("DROP TYPE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterEnum(AlterEnum operation) {
        return EnumSql.alter(version, operation);
    }

    @Override
    public List<Statement> renameEnum(RenameEnum operation) {
        return one("ALTER TYPE " + Names.name(operation.from()) + " RENAME TO " + Names.identifier(operation.to()));
    }

    @Override
    public List<Statement> createComposite(CreateComposite operation) {
        return CompositeSql.create(operation.type());
    }

    @Override
    public List<Statement> dropComposite(DropComposite operation) {
        return one("DROP TYPE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterComposite(AlterComposite operation) {
        return CompositeSql.alter(version, operation);
    }

    @Override
    public List<Statement> backfill(Backfill operation) {
        return List.of(DataSql.backfill(operation));
    }

    @Override
    public List<Statement> backfillColumns(BackfillColumns operation) {
        return List.of(FillSql.of(operation));
    }

    @Override
    public List<Statement> bulkInsert(BulkInsert operation) {
        return InsertSql.statements(operation);
    }

    @Override
    public List<Statement> advanceNumbers(AdvanceNumbers operation) {
        return List.of(PositionSql.advance(operation));
    }

    @Override
    public List<Statement> expect(Expect operation) {
        return List.of(DataSql.expect(operation));
    }

    @Override
    public List<Statement> expectUnique(ExpectUnique operation) {
        return List.of(DataSql.expect(operation));
    }

    @Override
    public List<Statement> allowDataLoss(AllowDataLoss operation) {
        return List.of();
    }

    @Override
    public List<Statement> runSql(RunSql operation) {
        return one(operation.sql());
    }

    @Override
    public List<Statement> runStep(RunStep operation) {
        return List.of();
    }

    @Override
    public List<Statement> custom(Custom operation) {
        try {
            boolean transactional = operation.operation().transactional();
            return operation.said(operation.operation().sql(PRODUCT), "sql()").stream()
                    .map(sql -> new Statement(sql, transactional))
                    .toList();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    operation.operation().getClass().getName() + " has no statements: " + e, e);
        }
    }
}
