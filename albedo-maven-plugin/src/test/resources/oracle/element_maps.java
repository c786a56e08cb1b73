// Maps with keys of every kind.
package oracle.element_maps;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Map;

@Entity
class Store {
    @Id Long id;
    @ElementCollection Map<String, String> settings;
    @ElementCollection @MapKeyColumn(name = "day", nullable = false) @Column(name = "guests") Map<LocalDate, Integer> guests;
    @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<java.util.Date, String> notes;
    @ElementCollection @MapKeyJoinColumn(name = "item_id") @Column(nullable = false) Map<Item, Integer> stock;
    @ElementCollection Map<Slot, Long> slots;
    @OneToMany @MapKey(name = "code") Map<String, Item> byCode;
    @OneToMany @MapKeyColumn(name = "shelf", length = 10) Map<String, Item> byShelf;
    @ManyToMany @MapKeyJoinColumn Map<Item, Item> substitutes;
}

@Entity
class Item {
    @Id Long id;
    String code;
}

@Embeddable
class Slot {
    int hall;
    @Column(name = "slot_row") int row;
}
