package dev.albedo.maven.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.writer.MigrationWriter.Draft;
import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.testing.CreateView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class CustomCodeTest {

    @TempDir
    Path directory;

    /** Has each kind of part that can be written. */
    public record Everything(
            String text,
            String none,
            boolean yes,
            int i,
            Long l,
            short s,
            byte b,
            double d,
            float f,
            BigDecimal decimal,
            BigInteger integer,
            Index.Nulls constant,
            List<String> texts,
            List<QualifiedName> records)
            implements Named {}

    /** Is no record, and says how it is made. */
    public static final class Spoken implements Named {
        @Override
        public Optional<String> java() {
            return Optional.of("new " + getClass().getCanonicalName() + "()");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Spoken;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Cannot be written. */
    public record Timed(Duration duration) implements Named {}

    record Hidden(String text) implements Named {}

    private interface Named extends CustomOperation {
        @Override
        default String describe() {
            return getClass().getSimpleName();
        }

        @Override
        default List<String> sql(String database) {
            return List.of("SELECT 1");
        }
    }

    private static Draft draft(CustomOperation... up) {
        return new Draft(
                "shop",
                "M1_Test",
                "1",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(up).stream().map(CustomOperation::asOperation).toList(),
                List.of());
    }

    @Test
    void isRecordedAsItWasWritten() throws Exception {
        Everything everything = new Everything(
                "a\"b\\u000a\n",
                null,
                true,
                -1,
                1L << 40,
                (short) 2,
                (byte) -3,
                0.1,
                Float.MIN_VALUE,
                new BigDecimal("1.50"),
                BigInteger.TEN,
                Index.Nulls.FIRST,
                List.of("x", "$L"),
                List.of(QualifiedName.parse("a.b")));
        Draft draft = draft(everything, new Spoken(), new CreateView("v", "SELECT 1"));

        Recorded recorded = Recorded.from(directory, "shop", "M1_Test", MigrationWriter.source(draft));

        assertThat(recorded.up()).isEqualTo(draft.up());
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        Named local = new Named() {};
        assertThatThrownBy(() -> MigrationWriter.source(draft(local)))
                .hasMessage(local.getClass().getName()
                        + " cannot be written into a migration: make it a record, or let its java()"
                        + " return the expression");
        assertThatThrownBy(() -> MigrationWriter.source(draft(new Hidden("x"))))
                .hasMessage(Hidden.class.getName() + " cannot be written into a migration: it is not public");
        assertThatThrownBy(() -> MigrationWriter.source(draft(new Timed(Duration.ZERO))))
                .hasMessage(Timed.class.getName() + ".duration cannot be written into a migration: it is a"
                        + " java.time.Duration; use texts, numbers, booleans, enum constants, lists and records"
                        + " of them, or let java() return the expression");
    }

    @Test
    void isUndoneOnlyIfItSaysHow() {
        Operation view = new CreateView("v", "SELECT 1").asOperation();
        assertThat(view.reverse().reverse()).isEqualTo(view);
        assertThat(view.applyTo(Schema.EMPTY)).isEqualTo(Schema.EMPTY);
        assertThatThrownBy(() -> new Spoken().asOperation().reverse())
                .hasMessage("cannot undo \"Spoken\": it does not say how");
    }
}
