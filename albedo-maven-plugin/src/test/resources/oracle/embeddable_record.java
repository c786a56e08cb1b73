// A Java record as embeddable.
package oracle.embeddable_record;

import jakarta.persistence.*;

@Entity
class Place {
    @Id Long id;
    Coordinates coordinates;
    @Embedded Range range;
}

@Embeddable
record Coordinates(double latitude, double longitude) {}

@Embeddable
record Range(@Column(name = "range_from", nullable = false) int from, @Column(name = "range_to") Integer to) {}
