// only: 7.4, 8.0 (@EmbeddedColumnNaming is new in 7.0)
package oracle.embedded_column_naming;

import jakarta.persistence.*;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Entity
class Person {
    @Id Long id;
    @EmbeddedColumnNaming("home_%s") Address home;
    @EmbeddedColumnNaming("work_%s") Address work;
}

@Embeddable
class Address {
    String street;
    String city;
}
