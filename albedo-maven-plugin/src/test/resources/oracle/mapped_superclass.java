// Columns of superclasses, with a generic id.
package oracle.mapped_superclass;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Instant;

@MappedSuperclass
abstract class Base<I extends Serializable> {
    @Id @GeneratedValue I id;
    @Version long version;
    @Column(nullable = false, updatable = false) Instant created;
}

@MappedSuperclass
abstract class Named extends Base<Long> {
    @Column(nullable = false) String name;
    @ManyToOne Category category;
}

@Entity
class Category extends Named {}

@Entity
@AttributeOverride(name = "name", column = @Column(name = "title", length = 100, unique = true))
@AssociationOverride(name = "category", joinColumns = @JoinColumn(name = "genre_id", nullable = false))
class Book extends Named {
    String isbn;
}
