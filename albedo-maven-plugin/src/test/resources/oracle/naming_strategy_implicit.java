// set: hibernate.implicit_naming_strategy=component-path
// Implicit names from the whole path of an embeddable.
package oracle.naming_strategy_implicit;

import jakarta.persistence.*;

@Entity
class Person {
    @Id Long id;
    Address home;
    Address work;
}

@Embeddable
class Address {
    String street;
    City city;
}

@Embeddable
class City {
    String name;
}
