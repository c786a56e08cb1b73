// Collections inside an embeddable.
package oracle.embeddable_collections;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Company {
    @Id Long id;
    Contacts contacts;
}

@Embeddable
class Contacts {
    String main;
    @ElementCollection Set<String> phones;
    @OneToMany List<Person> people;
    @ManyToMany Set<Person> friends;
}

@Entity
class Person {
    @Id Long id;
}
