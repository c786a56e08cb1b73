// Lists, sets and bags of values.
package oracle.element_collections;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.SortNatural;

@Entity
class Album {
    @Id Long id;
    @ElementCollection Collection<String> bag;
    @ElementCollection Set<String> set;
    @ElementCollection @Column(nullable = false) Set<String> required;
    @ElementCollection @OrderColumn List<String> list;
    @ElementCollection @OrderColumn(name = "place", nullable = false) @ListIndexBase(1) List<Integer> places;
    @ElementCollection @OrderBy List<String> ordered;
    @ElementCollection @SortNatural SortedSet<String> sorted;

    @ElementCollection
    @CollectionTable(
            name = "album_label",
            joinColumns = @JoinColumn(name = "album", foreignKey = @ForeignKey(name = "fk_named_label")),
            uniqueConstraints = @UniqueConstraint(name = "uq_named_label", columnNames = {"album", "label"}),
            indexes = @Index(name = "ix_named_label", columnList = "label"))
    @Column(name = "label", length = 50, nullable = false, unique = true)
    List<String> labels;
}
