package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.SetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void eachVersionThatAlbedoWorksWithHasAnArtifact(int major) {
        assertThat(EmbeddedPostgres.version(major, EmbeddedPostgres.DEFAULT_VERSION))
                .startsWith(major + ".");
    }

    @Test
    void theConfiguredOneIsTakenIfItIsOfTheSameVersion() {
        assertThat(EmbeddedPostgres.version(15, "15.4.0")).isEqualTo("15.4.0");
        assertThat(EmbeddedPostgres.version(16, "15.4.0")).startsWith("16.");
    }

    @Test
    void anUnknownVersionIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> EmbeddedPostgres.version(99, EmbeddedPostgres.DEFAULT_VERSION))
                .isInstanceOf(SetupException.class)
                .hasMessage("There is no embedded PostgreSQL 99 to test a plan on: set albedo.scratch.url to a"
                        + " database of that version");
    }
}
