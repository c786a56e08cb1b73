package dev.albedo.processor.hibernate.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only makes a plan better never fails a build. */
class ModelEvidenceTest {

    private final List<String> warnings = new ArrayList<>();
    private final ModelEvidence evidence = new ModelEvidence(warnings::add);

    @Test
    void whatCanBeReadIsRead() {
        assertThat(evidence.orElse("none", "it", () -> "read")).isEqualTo("read");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAWarning() {
        String read = evidence.orElse("none", "which attributes the columns come from", () -> {
            throw new IllegalStateException("no key");
        });

        assertThat(read).isEqualTo("none");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Albedo cannot read which attributes the columns come from:"
                        + " java.lang.IllegalStateException: no key at dev.albedo.")
                .endsWith(". The schema is not affected. This is a bug in Albedo, please report it");
    }

    @Test
    void aMissingMethodOfAnotherHibernateIsNoReasonToStopEither() {
        String read = evidence.orElse("none", "it", () -> {
            throw new NoSuchMethodError("getTable");
        });

        assertThat(read).isEqualTo("none");
        assertThat(warnings).hasSize(1);
    }
}
