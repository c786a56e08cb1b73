// Embeddables that are composite types, one within the other, and arrays of them.
package oracle.structs;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

@Entity
class Shipment {
    @Id Long id;
    Address sender;
    @AttributeOverride(name = "street", column = @Column(nullable = false)) Stop[] stops;
    Unused none;
}

@Embeddable
@Struct(name = "ADDRESS_T")
class Address {
    @Column(length = 80) String street;
    @Column(name = "House Number") int number;
    Place place;
    Kind kind;
    String[] lines;
}

@Embeddable
@Struct(name = "a_place")
class Place {
    String city;
    @Column(precision = 9, scale = 6) BigDecimal latitude;
}

@Embeddable
@Struct(name = "stop_t")
class Stop {
    LocalDate day;
    Place place;
}

@Embeddable
@Struct(name = "none_t", attributes = {"second", "first"})
class Unused {
    int first;
    long second;
}

enum Kind {
    HOME,
    WORK
}
