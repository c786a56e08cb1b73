package dev.albedo.dialect.postgresql;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Visitor;
import dev.albedo.schema.QualifiedName;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A search for the objects that depend on what an operation changes or drops.
 *
 * @param root a query for the object identifiers of what is changed or dropped
 * @param query the query for the objects, made of the answer to the first
 */
record DependentSearch(String root, UnaryOperator<String> query) {

    private static DependentSearch ofColumn(ServerVersion version, QualifiedName table, String column) {
        return new DependentSearch(
                "SELECT to_regclass(" + Names.literal(Names.name(table)) + ")::oid",
                oid -> DependentSql.query(version, DependentSql.ofColumn(oid, column)));
    }

    private static DependentSearch ofTypes(ServerVersion version, String types) {
        return new DependentSearch(types, oids -> DependentSql.query(version, DependentSql.ofTypes(oids)));
    }

    /** Finds the search for an operation; none if nothing that depends on its object stands in its way. */
    record Finder(ServerVersion version)
            implements Visitor.Creations<Optional<DependentSearch>>,
                    Visitor.Renames<Optional<DependentSearch>>,
                    Visitor.RowChanges<Optional<DependentSearch>>,
                    Visitor.Expectations<Optional<DependentSearch>>,
                    Visitor.Codes<Optional<DependentSearch>> {

        @Override
        public Optional<DependentSearch> alterColumn(Operation.AlterColumn operation) {
            return new ColumnChange(version, operation).recreates()
                    ? Optional.of(ofColumn(
                            version, operation.table(), operation.from().name()))
                    : Optional.empty();
        }

        @Override
        public Optional<DependentSearch> alterEnum(Operation.AlterEnum operation) {
            return operation.rebuild()
                    ? Optional.of(ofTypes(
                            version,
                            "SELECT (SELECT format('ARRAY[%s, %s]::oid[]', oid, typarray) FROM pg_type WHERE oid = to_regtype("
                                    + Names.literal(Names.name(operation.from().name())) + "))"))
                    : Optional.empty();
        }

        @Override
        public Optional<DependentSearch> alterComposite(Operation.AlterComposite operation) {
            return operation.rebuild()
                    ? Optional.of(ofTypes(
                            version,
                            "SELECT 'ARRAY[' || array_to_string("
                                    + Recreation.withUsers("to_regtype("
                                            + Names.literal(
                                                    Names.name(operation.from().name())) + ")")
                                    + ", ', ') || ']::oid[]'"))
                    : Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropColumn(Operation.DropColumn operation) {
            return Optional.of(ofColumn(version, operation.table(), operation.name()));
        }

        @Override
        public Optional<DependentSearch> dropTable(Operation.DropTable operation) {
            return Optional.of(new DependentSearch(
                    "SELECT to_regclass(" + Names.literal(Names.name(operation.name())) + ")::oid",
                    oid -> DependentSql.query(version, DependentSql.ofTable(oid))));
        }

        @Override
        public Optional<DependentSearch> setTableComment(Operation.SetTableComment operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> alterSequence(Operation.AlterSequence operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropSchema(Operation.DropSchema operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropConstraint(Operation.DropConstraint operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropIndex(Operation.DropIndex operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropSequence(Operation.DropSequence operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropEnum(Operation.DropEnum operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> dropComposite(Operation.DropComposite operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> creation(Operation.Creation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> rename(Operation.Rename operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> rowChange(Operation.RowChange operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> expectation(Operation.Expectation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> code(Operation.Code operation) {
            return Optional.empty();
        }

        @Override
        public Optional<DependentSearch> allowDataLoss(Operation.AllowDataLoss operation) {
            return Optional.empty();
        }
    }
}
