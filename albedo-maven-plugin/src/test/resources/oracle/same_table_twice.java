// Two entities over one table, and an association table that is an entity too.
package oracle.same_table_twice;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = "person")
class Person {
    @Id Long id;
    @Column(length = 40) String name;
    @Column(nullable = false) String mail;
}

@Entity
@Table(name = "person")
class PersonName {
    @Id Long id;
    @Column(length = 40) String name;
    String nick;
}
