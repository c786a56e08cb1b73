package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.QualifiedName;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that belong to primitive attributes, and columns that store the constants of enums. */
class PrimitivesTest {

    private static final String MODEL = """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity @Inheritance @DiscriminatorColumn(name = "kind")
            @SecondaryTable(name = "more")
            public class Item {
                @Id Long id;
                int required;
                @Column(nullable = true) boolean uses;
                @Column(nullable = true) boolean open = true;
                @Column(nullable = true) char letter;
                @Column(nullable = true) Integer wrapper;
                @Column(name = "\\"Odd Name\\"", nullable = true) long odd = 7;
                @Column(table = "more", nullable = true) int second;
                @Column(nullable = true) @Convert(converter = YesNo.class) boolean converted;
                @Column(nullable = true) @Convert(converter = Strict.class) boolean strict = true;
                @Embedded Address address;
                @Embedded Single single;
                @ElementCollection List<Address> addresses;
                @Enumerated(EnumType.STRING) State state;
                @Enumerated State ordinal;
                State[] history;
                @Enumerated(EnumType.STRING) State[] spelled;
                @Enumerated(EnumType.STRING) @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.ARRAY) java.util.List<State> listed;
                @Enumerated State[] marked;
                @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.ARRAY) List<State> numbers;
                @Enumerated @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.ARRAY) Set<State> numberSet;
                @Enumerated(EnumType.ORDINAL) List<State> plainList;
                List<State> bare;
                @ElementCollection List<State> separate;
                @Embedded Outer outer;
                @Convert(converter = Letter.class) State converter;
                @ElementCollection Map<State, State> states;
            }
            enum State { NEW, OLD }
            @Embeddable class Address { String street; @Column(nullable = true) boolean active; }
            @Embeddable class Outer { String house; @Embedded Inner inner; State[] inners; }
            @Embeddable class Inner { String room; int seats; @Column(nullable = true) int doors; }
            @Embeddable class Single { @Column(nullable = true) int only; }
            @Entity class Special extends Item { int extra = 3; int shared; }
            @Entity @DiscriminatorValue("SUB") class SubSpecial extends Special { double weight; }
            @Entity class Other extends Item { @Column(name = "shared") int common; }
            @Converter class YesNo implements AttributeConverter<Boolean, String> {
                public String convertToDatabaseColumn(Boolean value) { return Boolean.TRUE.equals(value) ? "yes" : "no"; }
                public Boolean convertToEntityAttribute(String value) { return "yes".equals(value); }
            }
            @Converter class Strict implements AttributeConverter<Boolean, String> {
                public String convertToDatabaseColumn(Boolean value) { return Boolean.TRUE.equals(value) ? "yes" : "no"; }
                public Boolean convertToEntityAttribute(String value) { return value == null ? null : value.equals("yes"); }
            }
            @Converter class Letter implements AttributeConverter<State, String> {
                public String convertToDatabaseColumn(State value) { return value == null ? null : value.name().substring(0, 1); }
                public State convertToEntityAttribute(String value) { return null; }
            }
            """;

    @TempDir
    Path directory;

    private static InitialValues.Primitive of(String value, String rows, String... embedded) {
        return new InitialValues.Primitive(value, rows, List.of(embedded));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatJavaKnows(Hibernates hibernate) {
        TestProject project = new TestProject(directory.resolve("app"), hibernate).source(MODEL);

        assertThat(project.compile().messages()).isEmpty();

        InitialValues values = SnapshotReader.read(Objects.requireNonNull(project.written(Snapshot.RESOURCE)))
                .initialValues();
        assertThat(values.primitives().keySet())
                .extracting(QualifiedName::toString)
                .containsExactly("item", "item_addresses", "more");
        assertThat(values.primitives().get(QualifiedName.of("item")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("required", of("0", null)),
                        Map.entry("uses", of("false", null)),
                        Map.entry("open", of("true", null)),
                        Map.entry("letter", of(null, null)),
                        Map.entry("Odd Name", of("7", null)),
                        Map.entry("strict", of("'yes'", null)),
                        Map.entry("active", of("false", null, "street")),
                        Map.entry("seats", of("0", null, "doors", "room")),
                        Map.entry("doors", of("0", null, "room", "seats")),
                        Map.entry("extra", of("3", "kind IN ('SUB', 'Special')")),
                        Map.entry("shared", of("0", "kind = 'Other' OR kind IN ('SUB', 'Special')")),
                        Map.entry("weight", of("0.0", "kind = 'SUB'"))));
        assertThat(values.primitives().get(QualifiedName.of("more"))).isEqualTo(Map.of("second", of("0", null)));
        assertThat(values.primitives().get(QualifiedName.of("item_addresses")))
                .isEqualTo(Map.of("active", of("false", null, "street")));
        List<String> names = List.of("NEW", "OLD");
        assertThat(values.enums().get(QualifiedName.of("item")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("state", new InitialValues.Constants(names, List.of("'NEW'", "'OLD'"))),
                        Map.entry("ordinal", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("history", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("marked", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("numbers", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("numberset", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("plainlist", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("bare", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("inners", new InitialValues.Constants(names, List.of("0", "1"))),
                        Map.entry("spelled", new InitialValues.Constants(names, List.of("'NEW'", "'OLD'"))),
                        Map.entry("listed", new InitialValues.Constants(names, List.of("'NEW'", "'OLD'")))));
        assertThat(values.enums().get(QualifiedName.of("item_states")))
                .isEqualTo(Map.of(
                        "states", new InitialValues.Constants(names, List.of("0", "1")),
                        "states_key", new InitialValues.Constants(names, List.of("0", "1"))));
    }
}
