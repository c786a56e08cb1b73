package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.connect.ConnectionSettings.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    private static final Source NOTHING = new Source("POM", null, null, null, true);
    private static final Source POM_URL = new Source("POM", "jdbc:postgresql://pom/db", null, null, true);
    private static final Source ENVIRONMENT =
            new Source("environment", "jdbc:postgresql://env/db", "env-user", "env-secret", true);
    private static final Source SERVER = new Source("settings.xml", null, "server-user", "server-secret", true);
    private static final Source SPRING =
            new Source("spring.datasource.url", "jdbc:postgresql://spring/db", "spring-user", "spring-secret", false);

    @Test
    void noUrlIsNoConnection() {
        assertThat(ConnectionSettings.choose(List.of(NOTHING, SERVER))).isEmpty();
    }

    @Test
    void anEarlierSourceWins() {
        assertThat(ConnectionSettings.choose(List.of(POM_URL, ENVIRONMENT, SERVER, SPRING)))
                .contains(new ConnectionSettings("jdbc:postgresql://pom/db", "env-user", "env-secret", "POM"));
        assertThat(ConnectionSettings.choose(List.of(NOTHING, ENVIRONMENT, SERVER, SPRING)))
                .contains(new ConnectionSettings("jdbc:postgresql://env/db", "env-user", "env-secret", "environment"));
    }

    @Test
    void aServerLendsItsUserBeforeAnApplicationDoes() {
        assertThat(ConnectionSettings.choose(List.of(POM_URL, SERVER, SPRING)))
                .contains(new ConnectionSettings("jdbc:postgresql://pom/db", "server-user", "server-secret", "POM"));
        assertThat(ConnectionSettings.choose(List.of(NOTHING, SPRING)))
                .contains(new ConnectionSettings(
                        "jdbc:postgresql://spring/db", "spring-user", "spring-secret", "spring.datasource.url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://spring/other",
                "jdbc:postgresql://SPRING:6432/db?ssl=true",
                "jdbc:postgresql://localhost:5433/db",
                "jdbc:postgresql://127.0.0.1/db",
                "jdbc:postgresql://[::1]:5432/db",
                "jdbc:postgresql:db",
                "jdbc:postgresql:///db",
            })
    void aUrlAloneTakesUserAndPasswordOfTheApplication(String url) {
        assertThat(ConnectionSettings.choose(List.of(new Source("albedo.url", url, null, null, true), SPRING)))
                .contains(new ConnectionSettings(url, "spring-user", "spring-secret", "albedo.url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://foreign/db",
                "jdbc:postgresql://spring,foreign:5432/db",
                "jdbc:postgresql://spring.foreign/db",
                "jdbc:postgresql://localhost.foreign/db",
                "jdbc:postgresql://127.0.0.1.foreign/db",
                "jdbc:postgresql://[2001:db8::1]/db",
            })
    void aPasswordOfTheApplicationIsNotSentToAForeignHost(String url) {
        assertThat(ConnectionSettings.choose(List.of(new Source("albedo.url", url, null, null, true), SPRING)))
                .contains(new ConnectionSettings(
                        url,
                        "spring-user",
                        null,
                        "albedo.url",
                        "the password beside spring.datasource.url is sent only to the hosts of that URL and to this"
                                + " machine; set albedo.password"));
    }

    @Test
    void aUrlThatNamesItsUserTakesNoneOfTheApplication() {
        Source own = new Source("albedo.url", "jdbc:postgresql://spring/db?user=admin", null, null, true);
        assertThat(ConnectionSettings.choose(List.of(own, SPRING)))
                .contains(new ConnectionSettings("jdbc:postgresql://spring/db?user=admin", null, null, "albedo.url"));
    }

    @Test
    void whatCannotBeFoundOutStopsOnlyIfItIsNeeded() {
        Source encrypted =
                new Source("spring.datasource.url", "jdbc:postgresql://h/d", "u", null, false, null, "no key");
        assertThatThrownBy(() -> ConnectionSettings.choose(List.of(NOTHING, encrypted)))
                .isInstanceOf(SetupException.class)
                .hasMessage("no key");
        assertThat(ConnectionSettings.choose(List.of(new Source("albedo.url", null, null, "given", true), encrypted)))
                .contains(new ConnectionSettings("jdbc:postgresql://h/d", "u", "given", "spring.datasource.url"));
        assertThat(ConnectionSettings.choose(List.of(POM_URL, encrypted)))
                .contains(new ConnectionSettings("jdbc:postgresql://pom/db", "u", null, "POM", "no key"));
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> ConnectionSettings.choose(
                        List.of(new Source("albedo.url", "jdbc:postgresql://${DB_HOST}/db", null, null, true))))
                .isInstanceOf(SetupException.class)
                .hasMessage("The database URL of albedo.url needs the variable DB_HOST, which is not set: set it, or"
                        + " correct the URL");
        assertThatThrownBy(() -> ConnectionSettings.choose(
                        List.of(new Source("albedo.url", null, "u", "${env.DB_PASSWORD}", true), SPRING)))
                .isInstanceOf(SetupException.class)
                .hasMessage("The password of the database comes from the variable env.DB_PASSWORD, which is not"
                        + " set: set it, or set albedo.password");
    }

    @Test
    void aBlankValueIsNone() {
        assertThat(ConnectionSettings.choose(List.of(new Source("POM", " ", "", "", true), SPRING)))
                .map(ConnectionSettings::user)
                .contains("spring-user");
    }

    @Test
    void anotherDatabaseIsRefusedWithoutItsPassword() {
        Source h2 = new Source("spring.datasource.url", "jdbc:h2:mem:a;PASSWORD=geheim", "sa", null, false);
        assertThatThrownBy(() -> ConnectionSettings.choose(List.of(h2)))
                .isInstanceOf(SetupException.class)
                .hasMessage("The database URL of spring.datasource.url is jdbc:h2:mem:a;PASSWORD=***, but Albedo"
                        + " supports PostgreSQL only: set albedo.url to a URL that starts with"
                        + " jdbc:postgresql://");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d?user=u&password=p%20q&ssl=true, jdbc:postgresql://h/d?user=u&password=***&ssl=true",
        "jdbc:postgresql://h/d?sslpassword=x, jdbc:postgresql://h/d?sslpassword=***",
        "postgres://u:p@h:1/d, postgres://u:***@h:1/d",
        "jdbc:postgresql://h:5432/d, jdbc:postgresql://h:5432/d",
    })
    void passwordsInUrlsAreMasked(String url, String shown) {
        assertThat(PasswordMask.mask(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d?user=u&password=p%20q&ssl=true, jdbc:postgresql://h/d?ssl=true, u, p q",
        "jdbc:postgresql://u:p%40q@h:1/d, jdbc:postgresql://h:1/d, u, p@q",
        "jdbc:postgresql://u:p@q@h/d?user=v, jdbc:postgresql://h/d, v, p@q",
        "jdbc:postgresql://h/d?password=100%, jdbc:postgresql://h/d, , 100%",
        "jdbc:postgresql://h/d@x?password=, jdbc:postgresql://h/d@x, , ",
        "jdbc:postgresql:d?sslpassword=x, jdbc:postgresql:d?sslpassword=x, , ",
    })
    void aUrlIsTakenApart(String url, String rest, String user, String password) {
        assertThat(ConnectionSettings.of(url, "POM")).isEqualTo(new ConnectionSettings(rest, user, password, "POM"));
        assertThat(ConnectionSettings.of(url, "POM")
                        .database("other")
                        .map(ConnectionSettings::password)
                        .orElse(null))
                .isEqualTo(password);
        assertThat(UrlParts.of(url).toString()).isEqualTo("UrlParts[" + rest + "]");
    }

    @Test
    void whatIsSaidBesideAUrlWinsOverWhatTheUrlSays() {
        Source both = new Source("albedo.url", "jdbc:postgresql://h/d?user=u&password=p", "v", null, true);
        Source url = new Source("albedo.url", "jdbc:postgresql://h/d?user=u&password=p", null, null, true);
        assertThat(ConnectionSettings.choose(List.of(both, ENVIRONMENT)))
                .contains(new ConnectionSettings("jdbc:postgresql://h/d", "v", "p", "albedo.url"));
        assertThat(ConnectionSettings.choose(List.of(url, ENVIRONMENT)))
                .contains(new ConnectionSettings("jdbc:postgresql://h/d", "u", "p", "albedo.url"));
    }

    @Test
    void aPasswordIsMaskedWhereUrlsHaveIt() {
        assertThat(PasswordMask.mask("cannot reach //u:p@ss/w@h/d or ?PASSWORD=p%40ss%2Fw&x=1", "p@ss/w"))
                .isEqualTo("cannot reach //u:***@h/d or ?PASSWORD=***&x=1");
        String names = "relation \"vtr_log\" of x does not exist: x:x, table:x, column = x";
        assertThat(PasswordMask.mask(names, "x")).isEqualTo(names);
    }

    @Test
    void aPasswordIsInNoText() {
        ConnectionSettings settings =
                new ConnectionSettings("jdbc:postgresql://h/d?password=geheim", "u", "strenggeheim", "POM");
        assertThat(settings.toString() + ENVIRONMENT + settings.shownUrl())
                .doesNotContain("geheim")
                .doesNotContain("env-secret");
    }
}
