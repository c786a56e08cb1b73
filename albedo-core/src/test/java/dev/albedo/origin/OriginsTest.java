package dev.albedo.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Types;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    /** Two places that are spelled alike: a table in a schema, and a column of a table with the schema's name. */
    private static final List<String> LINES = List.of(
            "a.b = shop.A#b",
            "customer = shop.Customer",
            "customer.\"e.mail\" = shop.Customer#email",
            "customer.id = shop.Account#id, shop.Customer#id",
            "customer_id_seq = shop.Account#id.sequence(), shop.Customer#id.sequence()",
            "customer_phones = shop.Customer#phones[]",
            "customer_phones.phone = shop.Customer#phones[].value()",
            "a.b = shop.B",
            "a.b.c = shop.B#c");

    private static final Origins ORIGINS = Origins.parse(LINES);

    @Test
    void linesAreReadAsTheyWereWritten() {
        assertThat(ORIGINS.lines()).isEqualTo(LINES);
        assertThat(ORIGINS.of(Place.of(QualifiedName.parse("a.b")))).containsExactly("shop.B");
        assertThat(ORIGINS.of(Place.of(QualifiedName.of("a"), "b"))).containsExactly("shop.A#b");
        assertThat(ORIGINS.of(Place.ofSequence(QualifiedName.of("customer_id_seq"))))
                .hasSize(2);
        assertThat(ORIGINS.of(Place.of(QualifiedName.of("customer_id_seq")))).isEmpty();
        assertThat(ORIGINS.of(Place.of(QualifiedName.of("nowhere")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a = ", "a.b = A#b, ", "a=A", "a.b.c.d = A#d", "a = A#a", "<<<<<<< HEAD"})
    void otherLinesAreRefused(String line) {
        assertThatThrownBy(() -> Origins.parse(List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceWithoutAnOriginIsNone() {
        TreeMap<Place, java.util.SortedSet<String>> none = new TreeMap<>();
        none.put(Place.of(QualifiedName.of("a")), new TreeSet<>());

        assertThatThrownBy(() -> new Origins(none)).hasMessage("a has no origin");
    }

    @Test
    void onlyAColumnHasAColumn() {
        QualifiedName name = QualifiedName.of("a");

        assertThatThrownBy(() -> new Place(Place.Kind.SEQUENCE, name, "b"))
                .hasMessage("a column is a place with a column, and nothing else is: a");
        assertThatThrownBy(() -> new Place(Place.Kind.COLUMN, name, null))
                .hasMessage("a column is a place with a column, and nothing else is: a");
    }

    @Test
    void keepsWhatASchemaHas() {
        Schema schema = Schema.of(SchemaDsl.table("customer", SchemaDsl.column("id", Types.bigint())));

        assertThat(ORIGINS.within(schema).lines())
                .containsExactly("customer = shop.Customer", "customer.id = shop.Account#id, shop.Customer#id");
    }

    @Test
    void movesWithThePlaces() {
        Origins moved = ORIGINS.at(place -> place.name().equals(QualifiedName.of("customer"))
                ? new Place(place.kind(), QualifiedName.of("client"), place.column())
                : place);

        assertThat(moved.lines()).contains("client = shop.Customer", "client.\"e.mail\" = shop.Customer#email");
        assertThat(moved.places(List.of("shop.Customer#id")))
                .containsExactly(Place.of(QualifiedName.of("client"), "id"));
    }
}
