package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationNameTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T21:30:05Z");

    @ParameterizedTest
    @CsvSource({
        "add email to customer, AddEmailToCustomer",
        "add-email_to.customer, AddEmailToCustomer",
        "'  Größe des Café  ', GrosseDesCafe",
        "drop 2nd table, Drop2ndTable",
        "customer's keepURL, CustomersKeepURL",
        "42, 42",
    })
    void isSaidInWords(String name, String camel) {
        assertThat(MigrationName.className(name, CREATED, "create")).isEqualTo("M20261122213005_" + camel);
    }

    @Test
    void isAsLongAsAFileNameMayBe() {
        assertThat(MigrationName.className("word ".repeat(100), CREATED, "create"))
                .hasSizeLessThan(150)
                .endsWith("WordWord");
    }

    @Test
    void isRequired() {
        assertThatThrownBy(() -> MigrationName.className(" ", CREATED, "create-empty"))
                .isInstanceOf(GoalException.class)
                .hasMessage("The migration has no name: say what it does, for example mvn albedo:create-empty"
                        + " -Dname=\"add email to customer\"");
        assertThatThrownBy(() -> MigrationName.className("?!", CREATED, "create"))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The name \"?!\" has no letter or digit that a class name could have: say");
    }
}
