package dev.albedo.safety.loss;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Operations;
import dev.albedo.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossesTest {

    private static List<String> unacknowledged(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        migration.accept(operations::add);
        assertThat(Readiness.unacknowledged(Readiness.acknowledged(operations))).isEmpty();
        return Readiness.unacknowledged(operations);
    }

    private static void round(Operations op, String column) {
        op.alterColumn("t", column(column, type("numeric", 10, 4)), column(column, type("numeric", 10, 2)));
    }

    @Test
    void whatTheServerRefusesIsNoLoss() {
        assertThat(unacknowledged(op -> {
                    op.alterColumn("t", column("a", varchar(20)), column("a", varchar(10)));
                    op.alterColumn("t", column("b", integer()), column("b", type("smallint")));
                    op.alterEnum(enumType("mood", "sad", "happy"), enumType("mood", "happy"));
                }))
                .isEmpty();
    }

    @Test
    void anExpectationThatRulesALossOutIsEnough() {
        assertThat(unacknowledged(op -> {
                    op.expect("t", "email is  null");
                    op.expect("t", "round(\"price\", 2) = price");
                    op.expect("gone", "FALSE");
                    op.expect("t", "day = date_trunc('day', day)");
                    op.dropColumn("t", "email");
                    round(op, "price");
                    op.alterColumn("t", column("day", type("timestamp")), column("day", type("date")));
                    op.dropTable("gone");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email IS NOT NULL", "email IS NULL OR id > 3", "\"Email\" IS NULL", "email = ''", "true"})
    void anotherExpectationIsNot(String condition) {
        assertThat(unacknowledged(op -> {
                    op.expect("t", condition);
                    op.expect("other", "email IS NULL");
                    op.dropColumn("t", "email");
                }))
                .containsExactly("column t.email");
    }

    @Test
    void anExpectationHoldsUntilRowsChange() {
        assertThat(unacknowledged(op -> {
                    op.expect("t", "email IS NULL");
                    op.sql("update t set email = 'x'");
                    op.dropColumn("t", "email");
                }))
                .containsExactly("column t.email");
        assertThat(unacknowledged(op -> {
                    op.expect("t", "email IS NULL");
                    op.expect("t", "nick IS NULL");
                    op.alterColumn("t", column("email", integer()), column("email", text()));
                    op.dropColumn("t", "nick");
                    op.dropColumn("t", "email");
                }))
                .containsExactly("column t.email");
    }

    @Test
    void aLossIsKnownByItsWordsAndOnlyAfterThem() {
        assertThat(unacknowledged(op -> {
                    op.dropColumn("t", "a");
                    op.allowDataLoss("column t.a");
                    op.allowDataLoss("digits that numeric(10, 2) rounds off in column t.price");
                    round(op, "price");
                    round(op, "cost");
                }))
                .containsExactly("column t.a", "digits that numeric(10, 2) rounds off in column t.cost");
    }
}
