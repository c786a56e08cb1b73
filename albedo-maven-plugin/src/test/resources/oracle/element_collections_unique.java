// Unique columns and constraints of collection tables, which Hibernate's own update gets wrong.
package oracle.element_collections_unique;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Device {
    @Id @GeneratedValue Long id;

    @ElementCollection
    @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = {"Device_id", "serials"}))
    List<String> serials;

    @ElementCollection
    @Column(unique = true)
    Set<String> codes;

    @ElementCollection
    @CollectionTable(indexes = {@Index(columnList = "labels"), @Index(columnList = "Device_id, labels", unique = true)})
    List<String> labels;
}
