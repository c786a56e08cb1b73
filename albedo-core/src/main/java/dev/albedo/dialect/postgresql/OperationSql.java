package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation;
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
    public List<Statement> createSchema(Operation.CreateSchema operation) {
        return List.of(SchemaSql.create(operation.name()));
    }

    @Override
    public List<Statement> dropSchema(Operation.DropSchema operation) {
        return List.of(SchemaSql.drop(operation.name()));
    }

    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        return tables.create(operation.table());
    }

    @Override
    public List<Statement> dropTable(Operation.DropTable operation) {
        return one("DROP TABLE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> renameTable(Operation.RenameTable operation) {
        return List.of(TableSql.alter(operation.from(), "RENAME TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> setTableComment(Operation.SetTableComment operation) {
        return List.of(Comments.table(operation.table(), operation.to()));
    }

    @Override
    public List<Statement> addColumn(Operation.AddColumn operation) {
        return tables.add(operation);
    }

    @Override
    public List<Statement> dropColumn(Operation.DropColumn operation) {
        return List.of(TableSql.alter(operation.table(), "DROP COLUMN " + Names.identifier(operation.name())));
    }

    @Override
    public List<Statement> renameColumn(Operation.RenameColumn operation) {
        return List.of(TableSql.alter(
                operation.table(),
                "RENAME COLUMN " + Names.identifier(operation.from()) + " TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return new ColumnChange(version, operation).statements();
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        return List.of(
                TableSql.alter(operation.table(), "ADD " + new ConstraintSql(version).of(operation.constraint())));
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        return List.of(TableSql.alter(operation.table(), "DROP CONSTRAINT " + Names.identifier(operation.name())));
    }

    /** Renames the index of a key with it. */
    @Override
    public List<Statement> renameConstraint(Operation.RenameConstraint operation) {
        return List.of(TableSql.alter(
                operation.table(),
                "RENAME CONSTRAINT " + Names.identifier(operation.from()) + " TO " + Names.identifier(operation.to())));
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        return List.of(indexes.create(operation));
    }

    @Override
    public List<Statement> dropIndex(Operation.DropIndex operation) {
        return List.of(IndexSql.drop(operation));
    }

    @Override
    public List<Statement> renameIndex(Operation.RenameIndex operation) {
        return List.of(IndexSql.rename(operation));
    }

    @Override
    public List<Statement> createSequence(Operation.CreateSequence operation) {
        return SequenceSql.create(operation.sequence());
    }

    @Override
    public List<Statement> dropSequence(Operation.DropSequence operation) {
        return one("DROP SEQUENCE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterSequence(Operation.AlterSequence operation) {
        return SequenceSql.alter(operation.from(), operation.to());
    }

    @Override
    public List<Statement> renameSequence(Operation.RenameSequence operation) {
        return one("ALTER SEQUENCE " + Names.name(operation.from()) + " RENAME TO " + Names.identifier(operation.to()));
    }

    @Override
    public List<Statement> createEnum(Operation.CreateEnum operation) {
        return EnumSql.create(operation.enumType());
    }

    @Override
    public List<Statement> dropEnum(Operation.DropEnum operation) {
        return one("DROP TYPE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterEnum(Operation.AlterEnum operation) {
        return EnumSql.alter(version, operation);
    }

    @Override
    public List<Statement> renameEnum(Operation.RenameEnum operation) {
        return one("ALTER TYPE " + Names.name(operation.from()) + " RENAME TO " + Names.identifier(operation.to()));
    }

    @Override
    public List<Statement> createComposite(Operation.CreateComposite operation) {
        return CompositeSql.create(operation.type());
    }

    @Override
    public List<Statement> dropComposite(Operation.DropComposite operation) {
        return one("DROP TYPE " + Names.name(operation.name()));
    }

    @Override
    public List<Statement> alterComposite(Operation.AlterComposite operation) {
        return CompositeSql.alter(version, operation);
    }

    @Override
    public List<Statement> backfill(Operation.Backfill operation) {
        return List.of(DataSql.backfill(operation));
    }

    @Override
    public List<Statement> backfillColumns(Operation.BackfillColumns operation) {
        return List.of(FillSql.of(operation));
    }

    @Override
    public List<Statement> bulkInsert(Operation.BulkInsert operation) {
        return InsertSql.statements(operation);
    }

    @Override
    public List<Statement> advanceNumbers(Operation.AdvanceNumbers operation) {
        return List.of(PositionSql.advance(operation));
    }

    @Override
    public List<Statement> expect(Operation.Expect operation) {
        return List.of(DataSql.expect(operation));
    }

    @Override
    public List<Statement> expectUnique(Operation.ExpectUnique operation) {
        return List.of(DataSql.expect(operation));
    }

    @Override
    public List<Statement> allowDataLoss(Operation.AllowDataLoss operation) {
        return List.of();
    }

    @Override
    public List<Statement> runSql(Operation.RunSql operation) {
        return one(operation.sql());
    }

    @Override
    public List<Statement> runStep(Operation.RunStep operation) {
        return List.of();
    }

    @Override
    public List<Statement> custom(Operation.Custom operation) {
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
