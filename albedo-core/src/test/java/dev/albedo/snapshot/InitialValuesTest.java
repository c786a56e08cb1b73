package dev.albedo.snapshot;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.origin.Origins;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of which class the rows are that no discriminator tells of yet. */
class InitialValuesTest {

    private static final InitialValues MODEL = InitialValues.NONE.discriminator(
            QualifiedName.of("vehicle"),
            "dtype",
            new InitialValues.Constants(
                    List.of("shop.Bike", "shop.Car", "shop.Vehicle"), List.of("'Bike'", "'Car'", "'Vehicle'")));

    private static final Schema CAR = Schema.of(table("car", column("id", bigint())));

    private static Optional<String> found(Schema before, String... past) {
        return MODEL.since(Origins.parse(List.of(past)), before).find(QualifiedName.of("vehicle"), "dtype");
    }

    @Test
    void theOneClassThatHadATable() {
        assertThat(found(CAR, "car = shop.Car", "car.id = shop.Car#id")).contains("'Car'");
    }

    @Test
    void unknownWhereSeveralClassesHadOne() {
        assertThat(found(CAR, "car = shop.Car", "car.id = shop.Car#id", "vehicle = shop.Vehicle"))
                .isEmpty();
    }

    @Test
    void unknownWhereNoClassHadOneOrNothingIsKnown() {
        assertThat(found(CAR, "car = shop.OldCar", "car.id = shop.OldCar#id")).isEmpty();
        assertThat(found(CAR)).isEmpty();
    }

    @Test
    void unknownWhereAnotherColumnMayHaveToldThemApart() {
        Schema kinds = Schema.of(table("car", column("id", bigint()), column("kind", bigint())));
        assertThat(found(kinds, "car = shop.Car", "car.id = shop.Car#id")).isEmpty();
    }
}
