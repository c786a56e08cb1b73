package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.albedo.operation.Operation;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a native image must keep for {@link Checksum} and {@link GuardedConnection} is what the metadata says. */
class NativeImageTest {

    private static final String DIRECTORY = "/META-INF/native-image/dev.albedo/albedo-core/";

    @Test
    void keepsEveryRecordThatAChecksumReads() throws IOException {
        Set<String> records = new TreeSet<>();
        collect(Operation.class, records);
        records.add(Connection.class.getName());
        StringBuilder expected = new StringBuilder("[\n");
        for (String name : records) {
            expected.append(expected.length() > 2 ? ",\n" : "")
                    .append("  {\"name\": \"")
                    .append(name)
                    .append("\", \"allPublicMethods\": true")
                    .append(name.equals(Connection.class.getName()) ? "" : ", \"allRecordComponents\": true")
                    .append('}');
        }
        assertThat(resource("reflect-config.json"))
                .as("src/main/resources" + DIRECTORY + "reflect-config.json")
                .isEqualTo(expected.append("\n]\n").toString());
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

    private static void collect(Type type, Set<String> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records));
        } else if (type instanceof Class<?> found && found.getName().startsWith("dev.albedo.")) {
            if (found.isSealed()) {
                Arrays.stream(found.getPermittedSubclasses()).forEach(each -> collect(each, records));
            } else if (found.isRecord() && records.add(found.getName())) {
                for (RecordComponent component : found.getRecordComponents()) {
                    collect(component.getGenericType(), records);
                }
            }
        }
    }
}
