package dev.albedo.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifiedNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', nullValues = "none", textBlock = """
            customer          | none  | customer
            shop.customer     | shop  | customer
            Shop.Customer     | Shop  | Customer
            "a.b"             | none  | a.b
            "a.b"."c""d"      | a.b   | c"d
            x.note 1          | x     | note 1
            """)
    void parsesWhatItPrints(String text, String schema, String name) {
        QualifiedName parsed = QualifiedName.parse(text);

        assertThat(parsed).isEqualTo(new QualifiedName(schema, name));
        assertThat(parsed).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            a.b.c  | the name a.b.c has more than two parts
            "a     | the name "a has an unclosed quote
            ''     | a name is empty
            a.     | a name is empty
            .a     | a schema name is empty; use null for the default schema
            """)
    void refuses(String text, String reason) {
        assertThatThrownBy(() -> QualifiedName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void theDefaultSchemaComesFirst() {
        List<QualifiedName> names =
                List.of(QualifiedName.parse("b.a"), QualifiedName.of("z"), QualifiedName.parse("a.z"));

        assertThat(names.stream().sorted()).extracting(QualifiedName::toString).containsExactly("z", "a.z", "b.a");
        assertThat(QualifiedName.parse("a.z").sibling("y")).hasToString("a.y");
        assertThat(QualifiedName.of("a.b").schema()).isNull();
    }
}
