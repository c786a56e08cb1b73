// Enums as elements and keys of collections.
package oracle.enum_collections;

import jakarta.persistence.*;
import java.util.Map;
import java.util.Set;

@Entity
class Shop {
    @Id Long id;
    @ElementCollection @Enumerated(EnumType.STRING) Set<Day> open;
    @ElementCollection Set<Day> closed;
    @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Day, String> hours;
    @ElementCollection Map<Day, Integer> visitors;
}

enum Day {
    MONDAY,
    TUESDAY
}
