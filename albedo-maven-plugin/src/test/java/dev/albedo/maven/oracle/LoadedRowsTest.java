package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.safety.SafePlan;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate loads the rows of before a change after it, and those of after it when it is taken back. */
class LoadedRowsTest {

    private static final String BEFORE = """
            package oracle.loaded_before;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity(name = "Item") @Table(name = "item") @Inheritance @DiscriminatorColumn(name = "kind") class Item {
                @Id Long id;
                @Embedded Address address;
                @ElementCollection @CollectionTable(name = "stops") List<Address> stops;
                @Enumerated State state;
                public String toString() { return id + " " + state + " " + (address == null ? null : address.street); }
            }
            @Entity(name = "Car") @DiscriminatorValue("CAR") class Car extends Item {}
            @Entity(name = "Truck") @DiscriminatorValue("TRUCK") class Truck extends Item { Integer doors; }
            @Embeddable class Address { String street; }
            enum State { NEW, OLD }
            """;

    private static final String AFTER = """
            package oracle.loaded_after;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity(name = "Item") @Table(name = "item") @Inheritance @DiscriminatorColumn(name = "kind") class Item {
                @Id Long id;
                @Column(nullable = true) boolean uses;
                @Embedded Address address;
                @ElementCollection @CollectionTable(name = "stops") List<Address> stops;
                @Enumerated(EnumType.STRING) State state;
                public String toString() { return id + " " + state + " " + uses + " " + address + " " + new ArrayList<>(stops); }
            }
            @Entity(name = "Car") @DiscriminatorValue("CAR") class Car extends Item {}
            @Entity(name = "Truck") @DiscriminatorValue("TRUCK") class Truck extends Item {
                int axles;
                Integer doors;
                public String toString() { return super.toString() + " " + axles + " " + doors; }
            }
            @Entity(name = "Tram") @DiscriminatorValue("TRAM") class Tram extends Item { int cars; }
            @Embeddable class Address {
                String street;
                @Column(nullable = true) long number;
                public String toString() { return street + "/" + number; }
            }
            enum State { NEW, OLD }
            """;

    private static Schema read(TestDatabase database, Planning planning) throws Exception {
        try (Connection connection = database.connect()) {
            return planning.dialect().normalize(LiveSchema.read(connection, new SchemaFilter(Set.of(), Set.of())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void bothWays(String version) throws Exception {
        Model before = new Model("loaded_before", BEFORE);
        Model after = new Model("loaded_after", AFTER);
        try (HibernateRelease release = new HibernateRelease(version, "loaded", List.of(before, after));
                TestDatabase database = TestDatabases.create()) {
            release.create(before, database);
            database.execute(
                    "insert into item (id, kind, state, street) values (1, 'CAR', 1, 'Elm'), (2, 'TRUCK', 0, null)",
                    "insert into item (id, kind, state, doors) values (3, 'TRUCK', 1, 4)",
                    "insert into stops (item_id, street) values (1, 'Oak')");
            ModelBinding.Answer model = release.read(after);
            Planning planning = Planning.of(model.schema());
            Schema start = read(database, planning);
            SchemaDiff diff = planning.of(database);
            SchemaDiff up = SafePlan.of(diff, start, model.initialValues(), planning.dialect());
            SchemaDiff down =
                    SafePlan.of(diff.reverse(), diff.applyTo(start), model.initialValues(), planning.dialect());

            planning.run(up, database);

            assertThat(release.load(after, "from Item order by id", database))
                    .containsExactly(
                            "1 OLD false Elm/0 [Oak/0]", "2 NEW false null [] 0 null", "3 OLD false null [] 0 4");
            assertThat(planning.of(database).operations()).isEmpty();
            database.execute("update stops set number = null");
            assertThatThrownBy(() -> release.load(after, "from Item order by id", database))
                    .as("a row that is not filled")
                    .rootCause()
                    .hasMessage("Can not set long field oracle.loaded_after.Address.number to null value");
            database.execute(
                    "insert into item (id, kind, state, uses, axles, doors) values (4, 'TRUCK', 'OLD', true, 1, 1)");
            planning.run(down, database);
            assertThat(release.load(before, "from Item order by id", database))
                    .containsExactly("1 OLD Elm", "2 NEW null", "3 OLD null", "4 OLD null");
        }
    }
}
