package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** What a native image must keep for {@link GuardedConnection} is what the metadata says. */
class NativeImageTest {

    private static final String DIRECTORY = "/META-INF/native-image/dev.albedo/albedo-core/";

    /** A checksum reads no record of Albedo by reflection. */
    @Test
    void keepsTheMethodsOfTheConnectionAndNothingElse() throws IOException {
        assertThat(resource("reflect-config.json"))
                .isEqualTo("[\n  {\"name\": \"" + Connection.class.getName() + "\", \"allPublicMethods\": true}\n]\n");
    }

    @Test
    void keepsTheProxyThatAStepInJavaGets() throws IOException {
        JsonElement interfaces = JsonParser.parseString(resource("proxy-config.json"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("interfaces");
        assertThat(interfaces.toString()).isEqualTo("[\"" + Connection.class.getName() + "\"]");
    }

    private static String resource(String name) throws IOException {
        try (var in = NativeImageTest.class.getResourceAsStream(DIRECTORY + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
