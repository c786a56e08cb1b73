package dev.albedo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.NameStyle;
import dev.albedo.Operations;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many renames by one rule. */
class StyledNamesTest {

    private final List<Operation> recorded = new ArrayList<>();
    private final Operations op = recorded::add;

    @Test
    void areRenamedTableByTable() {
        op.rename(
                NameStyle.LOWER_CASE,
                "sales.CUSTOMER: ID, Name; constraints CUSTOMER_PK; indexes IX_A,IX_B",
                "ORDERS",
                "bill: DAY",
                "sequences CUSTOMER_SEQ, sales.ORDERS_SEQ");

        QualifiedName customer = QualifiedName.parse("sales.customer");
        assertThat(recorded)
                .containsExactly(
                        new Operation.RenameTable(QualifiedName.parse("sales.CUSTOMER"), "customer"),
                        new Operation.RenameColumn(customer, "ID", "id"),
                        new Operation.RenameColumn(customer, "Name", "name"),
                        new Operation.RenameConstraint(customer, "CUSTOMER_PK", "customer_pk"),
                        new Operation.RenameIndex(customer, "IX_A", "ix_a"),
                        new Operation.RenameIndex(customer, "IX_B", "ix_b"),
                        new Operation.RenameTable(QualifiedName.of("ORDERS"), "orders"),
                        new Operation.RenameColumn(QualifiedName.of("bill"), "DAY", "day"),
                        new Operation.RenameSequence(QualifiedName.of("CUSTOMER_SEQ"), "customer_seq"),
                        new Operation.RenameSequence(QualifiedName.parse("sales.ORDERS_SEQ"), "orders_seq"));
    }

    @Test
    void areTakenBackInReverse() {
        op.renameBack(NameStyle.SEPARATED, "order_line: order_date; indexes by_date");

        assertThat(recorded)
                .containsExactly(
                        new Operation.RenameIndex(QualifiedName.of("order_line"), "by_date", "bydate"),
                        new Operation.RenameColumn(QualifiedName.of("order_line"), "order_date", "orderdate"),
                        new Operation.RenameTable(QualifiedName.of("order_line"), "orderline"));
    }

    @ParameterizedTest
    @CsvSource({
        "orderDate, order_date",
        "OrderLine, order_line",
        "line2Text, line2_text",
        "anURLText, anurltext",
        "orderX, orderx",
        "order_date, order_date",
        "straßeÜber, straße_über"
    })
    void inSnakeCaseAreWhatHibernateMakesOfThem(String name, String snake) {
        assertThat(NameStyle.SNAKE_CASE.after(name)).isEqualTo(snake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CUSTOMER: id        | "id" in "id" is not renamed: a name in lower case differs from the old one
                    CUSTOMER: ID,       | "" in "ID," is not renamed: a name in lower case differs from the old one
                    CUSTOMER: indexes x | "x" in "x" is not renamed: a name in lower case differs from the old one
                    sequences a         | "a" in "a" is not renamed: a name in lower case differs from the old one
                    : ID                | ": ID" names no table; write for example "CUSTOMER: ID, NAME; constraints CUSTOMER_PK"
                    """, quoteCharacter = '`')
    void areRefusedIfNothingChanges(String text, String message) {
        assertThatThrownBy(() -> op.rename(NameStyle.LOWER_CASE, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(recorded).isEmpty();
    }
}
