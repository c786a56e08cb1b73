// Embeddables that inherit, with a discriminator.
package oracle.embeddable_inheritance;

import jakarta.persistence.*;

@Entity
class Vehicle {
    @Id Long id;
    Engine engine;
}

@Embeddable
@DiscriminatorColumn(name = "engine_kind", length = 12)
@DiscriminatorValue("engine")
class Engine {
    int power;
}

@Embeddable
@DiscriminatorValue("electric")
class ElectricEngine extends Engine {
    int capacity;
}

@Embeddable
@DiscriminatorValue("diesel")
class DieselEngine extends Engine {
    String norm;
}
