package dev.albedo.safety.loss;

import dev.albedo.operation.Operation;
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
public final class DataLoss
        implements Visitor.Creations<Optional<String>>,
                Visitor.Alterations<Optional<String>>,
                Visitor.Renames<Optional<String>>,
                Visitor.RowChanges<Optional<String>>,
                Visitor.Expectations<Optional<String>>,
                Visitor.Codes<Optional<String>> {

    private static final DataLoss INSTANCE = new DataLoss();

    private DataLoss() {}

    /** The data that is gone after the operation, in words: {@code column customer.email}. */
    public static Optional<String> of(Operation operation) {
        return operation.accept(INSTANCE);
    }

    /**
     * Returns the mark beside an operation that deletes data, without the words that the operation itself says.
     *
     * @param lost what it deletes
     */
    public static String mark(Operation operation, String lost) {
        String dropped = operation.describe().replaceFirst("^drop ", "");
        if (lost.equals(dropped)) {
            return "DELETES DATA";
        }
        String of = " of " + dropped;
        return "DELETES DATA: " + (lost.endsWith(of) ? lost.substring(0, lost.length() - of.length()) : lost);
    }

    @Override
    public Optional<String> dropSchema(Operation.DropSchema operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropTable(Operation.DropTable operation) {
        return Optional.of("table " + operation.name());
    }

    @Override
    public Optional<String> dropColumn(Operation.DropColumn operation) {
        return operation.was() != null && operation.was().generated() != null
                ? Optional.empty()
                : Optional.of("column " + operation.table() + "." + operation.name());
    }

    @Override
    public Optional<String> alterColumn(Operation.AlterColumn operation) {
        Column to = operation.to();
        boolean computed = operation.from().generated() != null && to.generated() != null;
        return computed
                ? Optional.empty()
                : SilentLoss.of(operation.from().type(), to.type(), operation.using())
                        .map(part -> part + " in column " + operation.table() + "." + to.name());
    }

    @Override
    public Optional<String> dropConstraint(Operation.DropConstraint operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropIndex(Operation.DropIndex operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropSequence(Operation.DropSequence operation) {
        return Optional.of("the position of sequence " + operation.name());
    }

    @Override
    public Optional<String> dropEnum(Operation.DropEnum operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropComposite(Operation.DropComposite operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alterComposite(Operation.AlterComposite operation) {
        List<String> lost = new ArrayList<>();
        Operation.AlterComposite.only(operation.from(), operation.to())
                .forEach(attribute -> lost.add(attribute.name()));
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
    public Optional<String> allowDataLoss(Operation.AllowDataLoss operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> custom(Operation.Custom operation) {
        return operation.said(operation.operation().losesData(), "losesData()");
    }

    @Override
    public Optional<String> creation(Operation.Creation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> alteration(Operation.Alteration operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> rename(Operation.Rename operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> rowChange(Operation.RowChange operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> expectation(Operation.Expectation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> code(Operation.Code operation) {
        return Optional.empty();
    }
}
