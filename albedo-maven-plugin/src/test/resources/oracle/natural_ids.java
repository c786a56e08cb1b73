// Natural ids: the unique constraint Hibernate adds.
package oracle.natural_ids;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Entity
class Isbn {
    @Id @GeneratedValue Long id;
    @NaturalId @Column(nullable = false, length = 13) String isbn;
}

@Entity
class Street {
    @Id Long id;
    @NaturalId(mutable = true) String name;
    @NaturalId(mutable = true) @ManyToOne(optional = false) Town town;
    @NaturalId(mutable = true) int part;
}

@Entity
class Town {
    @Id Long id;
}
