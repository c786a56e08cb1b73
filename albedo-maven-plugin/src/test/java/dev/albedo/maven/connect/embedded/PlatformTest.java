package dev.albedo.maven.connect.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, true, linux-arm64v8-alpine",
        "Linux, sparc, false,",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Windows 11, amd64, false, windows-amd64",
        "FreeBSD, amd64, false,",
    })
    void isNamedAsTheArtifactsAre(String os, String arch, boolean alpine, String name) {
        assertThat(Platform.of(os, arch, alpine).map(Platform::name).orElse(null))
                .isEqualTo(name);
    }
}
