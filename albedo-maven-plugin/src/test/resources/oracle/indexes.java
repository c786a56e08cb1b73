// Indexes: unnamed, named, unique, over several columns, in descending order.
package oracle.indexes;

import jakarta.persistence.*;

@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(name = "ix_named_two", columnList = "name, born desc"),
            @Index(name = "ix_named_asc", columnList = "born ASC, name DESC"),
            @Index(name = "ix_named_unique", columnList = "email", unique = true),
            @Index(columnList = "name, email", unique = true),
            @Index(columnList = "friend_id"),
            @Index(columnList = "street, city")
        })
class Person {
    @Id Long id;
    String name;
    String email;
    java.time.LocalDate born;
    @ManyToOne Person friend;
    Address address;
}

@Embeddable
class Address {
    String street;
    String city;
}
