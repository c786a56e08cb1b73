// A joined branch below a mapped superclass, with associations to the root and to a leaf.
package oracle.inheritance_mixed;

import jakarta.persistence.*;
import java.util.Set;

@MappedSuperclass
abstract class Identified {
    @Id @GeneratedValue Integer id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party extends Identified {
    @OneToMany(mappedBy = "party") Set<Address> addresses;
}

@Entity
class Person extends Party {
    @ManyToOne Organisation employer;
}

@Entity
class Organisation extends Party {
    @ManyToMany Set<Party> members;
}

@Entity
class Address extends Identified {
    @ManyToOne(optional = false) Party party;
}
