// A unique constraint that is named on the column of a one-to-one.
package oracle.uniques_one_to_one;

import jakarta.persistence.*;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uk_named_owner", columnNames = "owner_id"))
class Passport {
    @Id Long id;
    @OneToOne @JoinColumn(name = "owner_id") Person owner;
    @OneToOne(optional = false) Person holder;
    @Column(unique = true) String number;
}

@Entity
class Person {
    @Id Long id;
}
