// Collections of embeddables, with overrides and associations.
package oracle.element_embeddables;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
class Trip {
    @Id Long id;
    @ElementCollection Set<Stop> stops;
    @ElementCollection @OrderColumn List<Stop> route;

    @ElementCollection
    @CollectionTable(name = "trip_plan")
    @AttributeOverride(name = "value.minutes", column = @Column(name = "duration", nullable = false))
    @AttributeOverride(name = "key", column = @Column(name = "day_no"))
    @AssociationOverride(name = "value.city", joinColumns = @JoinColumn(name = "city_ref"))
    Map<Integer, Stop> plan;
}

@Embeddable
class Stop {
    int minutes;
    @Column(nullable = false) String platform;
    @ManyToOne City city;
    @ManyToOne(optional = false) City via;
}

@Entity
class City {
    @Id Long id;
}
