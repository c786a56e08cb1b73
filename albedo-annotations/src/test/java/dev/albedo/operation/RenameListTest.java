package dev.albedo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Operations;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many renames in one text. */
class RenameListTest {

    @Test
    void isEachOfThemInOrder() {
        List<Operation> recorded = new ArrayList<>();
        Operations op = recorded::add;

        op.renameTables("CUSTOMER -> customer,sales.ORDERS->orders");
        op.renameColumns("customer", "ID -> id, First Name -> first_name");
        op.renameConstraints("customer", "UQ -> uq");
        op.renameIndexes("customer", "IX -> ix");

        QualifiedName customer = QualifiedName.of("customer");
        assertThat(recorded)
                .containsExactly(
                        new Operation.RenameTable(QualifiedName.of("CUSTOMER"), "customer"),
                        new Operation.RenameTable(QualifiedName.parse("sales.ORDERS"), "orders"),
                        new Operation.RenameColumn(customer, "ID", "id"),
                        new Operation.RenameColumn(customer, "First Name", "first_name"),
                        new Operation.RenameConstraint(customer, "UQ", "uq"),
                        new Operation.RenameIndex(customer, "IX", "ix"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ID", "ID -> ", "-> id", "ID -> id,", "ID -> id -> no"})
    void isRefusedInAnotherForm(String renames) {
        Operations op = operation -> {};

        assertThatThrownBy(() -> op.renameColumns("customer", renames))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "is not a rename; write the old and the new name, such as \"ID -> id, NAME -> name\"");
    }
}
