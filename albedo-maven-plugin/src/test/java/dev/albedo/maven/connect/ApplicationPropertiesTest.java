package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationPropertiesTest {

    @TempDir
    private Path resources;

    @Test
    void noFileIsNoSource() throws IOException {
        assertThat(sources(Map.of())).isEmpty();
    }

    @Test
    void springInProperties() throws IOException {
        write("application.properties", """
                spring.datasource.url=jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT:${FALLBACK:5432}}/shop
                spring.datasource.username = ${app.user}
                spring.datasource.password=a${b
                app.user=anna
                """);
        assertThat(sources(Map.of("DB_HOST", "db")))
                .containsExactly(
                        new Source("spring.datasource.url", "jdbc:postgresql://db:5432/shop", "anna", "a${b", false));
    }

    @Test
    void springInYamlWithProfilesDocumentsAndFilteredValues() throws IOException {
        write("application.yml", """
                spring:
                  application:
                    name: @project.artifactId@
                  profiles:
                    active: local, other
                  datasource:
                    url: jdbc:postgresql://plain/@project.artifactId@
                    username: plain
                    password: 1234
                ---
                spring:
                  config:
                    activate:
                      on-profile: production
                  datasource:
                    url: jdbc:postgresql://production/shop
                ---
                spring.config.activate.on-profile: local
                spring.datasource.username: local
                """);
        assertThat(sources(Map.of()))
                .containsExactly(
                        new Source("spring.datasource.url", "jdbc:postgresql://plain/shop", "local", "1234", false));
        write("application-other.yaml", "spring: {datasource: {url: 'jdbc:postgresql://other/shop'}}");
        assertThat(sources(Map.of())).extracting(Source::url).containsExactly("jdbc:postgresql://other/shop");
        assertThat(sources(Map.of("SPRING_PROFILES_ACTIVE", "production")))
                .extracting(Source::url)
                .containsExactly("jdbc:postgresql://production/shop");
    }

    @Test
    void theEnvironmentOverridesFiles() throws IOException {
        write("application.properties", "spring.datasource.url=jdbc:postgresql://file/d");
        assertThat(sources(Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://env/d", "SPRING_DATASOURCE_USERNAME", "env-user")))
                .containsExactly(
                        new Source("spring.datasource.url", "jdbc:postgresql://env/d", "env-user", null, false));
    }

    @Test
    void quarkusPrefersItsProfile() throws IOException {
        write("application.properties", """
                quarkus.datasource.jdbc.url=jdbc:postgresql://plain/d
                quarkus.datasource.username=plain
                %dev.quarkus.datasource.jdbc.url=jdbc:postgresql://dev/d
                %prod.quarkus.datasource.jdbc.url=jdbc:postgresql://prod/d
                """);
        assertThat(sources(Map.of()))
                .containsExactly(
                        new Source("quarkus.datasource.jdbc.url", "jdbc:postgresql://dev/d", "plain", null, false));
        assertThat(sources(Map.of("QUARKUS_PROFILE", "prod")))
                .extracting(Source::url)
                .containsExactly("jdbc:postgresql://prod/d");
    }

    @Test
    void aPlaceholderWithoutAValueIsNamed() throws IOException {
        write("application.properties", "spring.datasource.url=jdbc:postgresql://${DB_HOST}/d");
        assertThatThrownBy(() -> sources(Map.of()))
                .isInstanceOf(SetupException.class)
                .hasMessage("spring.datasource.url needs DB_HOST, which is not set: set it, or set albedo.url");
    }

    @Test
    void userAndPasswordAreLentWhateverTheirUrl() throws IOException {
        write("application.properties", """
                spring.datasource.url=jdbc:postgresql://${DB_HOST}/d
                spring.datasource.username=anna
                spring.datasource.password=secret
                quarkus.datasource.username=bert
                """);
        assertThat(lenders(Map.of()))
                .containsExactly(new Source("spring.datasource.url", null, "anna", "secret", false));
        assertThat(lenders(Map.of("DB_HOST", "db")))
                .containsExactly(
                        new Source("spring.datasource.url", "jdbc:postgresql://db/d", "anna", "secret", false));
        write("application.properties", "quarkus.datasource.username=bert");
        assertThat(lenders(Map.of()))
                .containsExactly(new Source("quarkus.datasource.jdbc.url", null, "bert", null, false));
        write("application.properties", "");
        assertThat(lenders(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ENC(3JyVlyF8KbX==)", "{cipher}FKSAJDFGYOS8F", "${aes-gcm-nopadding::DJNrZ6LfpupFv6QbXyXhvzD8}"})
    void anEncryptedValueIsSaidToBeOne(String encrypted) throws IOException {
        write(
                "application.properties",
                "spring.datasource.url=jdbc:postgresql://h/d\nspring.datasource.password=" + encrypted);
        assertThat(sources(Map.of()))
                .containsExactly(new Source(
                        "spring.datasource.url",
                        "jdbc:postgresql://h/d",
                        null,
                        null,
                        false,
                        null,
                        "spring.datasource.password is encrypted, and Albedo cannot decrypt it: set albedo.password or"
                                + " ALBEDO_PASSWORD"));
        write("application.properties", "spring.datasource.url=" + encrypted);
        assertThatThrownBy(() -> sources(Map.of()))
                .isInstanceOf(SetupException.class)
                .hasMessage("spring.datasource.url is encrypted, and Albedo cannot decrypt it: set albedo.url");
    }

    @Test
    void aVariableOfTheUserOrPasswordIsNamedWithWhatReplacesIt() throws IOException {
        write("application.properties", """
                spring.datasource.url=jdbc:postgresql://h/d
                spring.datasource.username=${DB_USER}
                spring.datasource.password=${DB_PASSWORD}
                """);
        assertThat(sources(Map.of()))
                .containsExactly(new Source(
                        "spring.datasource.url",
                        "jdbc:postgresql://h/d",
                        null,
                        null,
                        false,
                        "spring.datasource.username needs DB_USER, which is not set: set it, or set albedo.user",
                        "spring.datasource.password needs DB_PASSWORD, which is not set: set it, or set albedo.password or"
                                + " ALBEDO_PASSWORD"));
    }

    @Test
    void brokenYamlIsNamedByLineAndNotQuoted() throws IOException {
        write("application.yml", "spring:\n  datasource:\n    password: geheim\n   url: [\n");
        assertThatThrownBy(() -> sources(Map.of()))
                .isInstanceOf(SetupException.class)
                .hasMessage("application.yml is not valid YAML in line 4, so a database URL in it cannot be"
                        + " read: correct the file, or set albedo.url")
                .hasNoCause();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(resources.resolve(name), text);
    }

    private List<Source> sources(Map<String, String> environment) throws IOException {
        return properties(environment).sources();
    }

    private List<Source> lenders(Map<String, String> environment) throws IOException {
        return properties(environment).lenders();
    }

    private ApplicationProperties properties(Map<String, String> environment) throws IOException {
        return new ApplicationProperties(
                List.of(resources, resources.resolve("missing")),
                environment::get,
                Map.of("project.artifactId", "shop")::get);
    }
}
