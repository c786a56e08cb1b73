package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fields are initialised with becomes the SQL that Hibernate would write for it, or nothing. */
class InitialValuesTest {

    private static final String BASE = """
            package shop;
            import jakarta.persistence.*;
            @MappedSuperclass
            public abstract class Base {
                @Id @GeneratedValue Long id;
                String createdBy = "system";
            }
            """;

    private static final String ITEM = """
            package shop;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import org.hibernate.annotations.ColumnTransformer;
            @Entity
            @Inheritance
            public class Item extends Base {
                static final int FEW = 2 + 1;
                static int count = 7;
                int stars = 3;
                long negative = -5L;
                short small = (short) 4;
                int few = FEW;
                double weight = 1.50;
                BigDecimal price = BigDecimal.ZERO;
                BigDecimal tax = new BigDecimal("0.190");
                boolean active = true;
                Boolean visible = Boolean.FALSE;
                char sort = 'x';
                String quoted = "it's \\\\ a\\ttab\\n";
                @Enumerated(EnumType.STRING) State state = State.NEW;
                @Enumerated State ordinal = State.OLD;
                @Enumerated(EnumType.STRING) @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) State real = State.NEW;
                @Convert(converter = YesNo.class) boolean converted = true;
                @Convert(converter = Failing.class) String failing = "x";
                @Column(name = "\\"Other Name\\"") int renamed = 9;
                @Embedded Address address = new Address();
                @ColumnTransformer(write = "lower(?)") String transformed = "X";
                @Lob String lob = "x";
                int none;
                String computed = "a".repeat(3);
                java.time.LocalDate day = java.time.LocalDate.now();
                Integer nothing = null;
                @Transient int notStored = 1;
            }
            enum State { NEW, OLD }
            @Embeddable class Address { String country = "DE"; }
            @Entity class Special extends Item { int extra = 11; }
            @Converter class YesNo implements AttributeConverter<Boolean, String> {
                public String convertToDatabaseColumn(Boolean value) { return Boolean.TRUE.equals(value) ? "yes" : "no"; }
                public Boolean convertToEntityAttribute(String value) { return "yes".equals(value); }
            }
            @Converter class Failing implements AttributeConverter<String, String> {
                public String convertToDatabaseColumn(String value) { return value.toLowerCase().repeat(1 / (value.length() - 1)); }
                public String convertToEntityAttribute(String value) { return value; }
            }
            """;

    @TempDir
    Path directory;

    private static Map<String, Map<String, String>> values(TestProject project) {
        Snapshot snapshot = SnapshotReader.read(Objects.requireNonNull(project.written(Snapshot.RESOURCE)));
        Map<String, Map<String, String>> values = new TreeMap<>();
        snapshot.initialValues().byTable().forEach((table, columns) -> values.put(table.toString(), columns));
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void readsConstants(Hibernates hibernate) {
        TestProject project = new TestProject(directory.resolve("app"), hibernate)
                .source(BASE)
                .source(ITEM);

        assertThat(project.compile().messages()).isEmpty();

        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("createdBy", "'system'"),
                Map.entry("stars", "3"),
                Map.entry("negative", "-5"),
                Map.entry("small", "4"),
                Map.entry("few", "3"),
                Map.entry("weight", "1.5"),
                Map.entry("price", "0"),
                Map.entry("tax", "0.190"),
                Map.entry("active", "true"),
                Map.entry("visible", "false"),
                Map.entry("sort", "'x'"),
                Map.entry("quoted", "E'it''s \\\\ a\ttab\n'"),
                Map.entry("state", "'NEW'"),
                Map.entry("ordinal", "1"),
                Map.entry("real", "'NEW'"),
                Map.entry("converted", "'yes'"),
                Map.entry("Other Name", "9"),
                Map.entry("country", "'DE'"),
                Map.entry("extra", "11")));
        Map<String, String> lowered = new TreeMap<>();
        expected.forEach((name, value) -> lowered.put(name.equals("createdBy") ? "createdby" : name, value));
        assertThat(values(project)).containsOnlyKeys("item");
        assertThat(values(project).get("item")).isEqualTo(lowered);
    }

    @Test
    void aTableForEachClassHasThemInEach() {
        TestProject project = new TestProject(directory.resolve("app"), Hibernates.V7_4).source("""
                package shop;
                import jakarta.persistence.*;
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
                public class Animal { @Id Long id; int legs = 4; }
                @Entity class Bird extends Animal { int wings = 2; }
                """);

        assertThat(project.compile().messages()).isEmpty();
        assertThat(values(project))
                .isEqualTo(Map.of("animal", Map.of("legs", "4"), "bird", Map.of("legs", "4", "wings", "2")));
    }

    @Test
    void aChangedConstantIsFoundAlthoughTheShapeIsTheSame() {
        String item =
                "package shop;\nimport jakarta.persistence.*;\n@Entity public class Item { @Id Long id; int stars = 3; }";
        TestProject project = new TestProject(directory.resolve("app"), Hibernates.V7_4)
                .source(item)
                .source(item.replace("Item", "Other"));
        project.compile();

        project.source(item.replace("3", "4"));
        assertThat(project.compileOnly("shop/Item.java").messages()).isEmpty();

        assertThat(values(project)).isEqualTo(Map.of("item", Map.of("stars", "4"), "other", Map.of("stars", "3")));
        assertThat(project.written(FieldConstants.RESOURCE)).isEqualTo("shop.Item#stars=4\nshop.Other#stars=3\n");

        project.source(item.replace(" = 3", ""));
        assertThat(project.compileOnly("shop/Item.java").messages()).isEmpty();
        assertThat(values(project)).containsOnlyKeys("other");
    }
}
