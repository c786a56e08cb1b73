package dev.albedo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.Everything;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupVisitorTest {

    /** Compiles without any method of a single operation but the one that is in no group. */
    private enum Groups implements GroupVisitor<Class<? extends Operation>> {
        INSTANCE;

        @Override
        public Class<? extends Operation> creation(Operation.Creation operation) {
            return Operation.Creation.class;
        }

        @Override
        public Class<? extends Operation> removal(Operation.Removal operation) {
            return Operation.Removal.class;
        }

        @Override
        public Class<? extends Operation> alteration(Operation.Alteration operation) {
            return Operation.Alteration.class;
        }

        @Override
        public Class<? extends Operation> rename(Operation.Rename operation) {
            return Operation.Rename.class;
        }

        @Override
        public Class<? extends Operation> rowChange(Operation.RowChange operation) {
            return Operation.RowChange.class;
        }

        @Override
        public Class<? extends Operation> expectation(Operation.Expectation operation) {
            return Operation.Expectation.class;
        }

        @Override
        public Class<? extends Operation> code(Operation.Code operation) {
            return Operation.Code.class;
        }

        @Override
        public Class<? extends Operation> allowDataLoss(Operation.AllowDataLoss operation) {
            return Operation.AllowDataLoss.class;
        }
    }

    @Test
    void everyOperationIsAnsweredByItsGroup() {
        for (Operation operation : Everything.OPERATIONS) {
            assertThat(operation.accept(Groups.INSTANCE)).isAssignableFrom(operation.getClass());
        }
        assertThat(Everything.OPERATIONS.stream()
                        .map(operation -> operation.accept(Groups.INSTANCE))
                        .distinct())
                .hasSize(8);
    }

    @Test
    void whatIsNoCodeSaysWhatItIsAbout() {
        List<Subject> unknown = Everything.OPERATIONS.stream()
                .filter(operation ->
                        !(operation instanceof Operation.Code) && !(operation instanceof Operation.AllowDataLoss))
                .map(Operation::subject)
                .filter(subject -> subject.table() == null && subject.name() == null)
                .toList();
        assertThat(unknown).isEmpty();
    }
}
