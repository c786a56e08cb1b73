// Unique columns and constraints, named and unnamed.
package oracle.uniques;

import jakarta.persistence.*;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"first_name", "last_name"}),
            @UniqueConstraint(name = "uq_named_code", columnNames = {"code", "area"}),
            @UniqueConstraint(columnNames = {"optional"}),
            @UniqueConstraint(columnNames = "target_id")
        })
class Person {
    @Id Long id;
    @Column(name = "first_name", nullable = false) String first;
    @Column(name = "last_name", nullable = false) String last;
    int code;
    int area;
    @Column(unique = true) String email;
    @Column(unique = true, nullable = false) String login;
    String optional;
    @ManyToOne Person target;
    @OneToOne Person other;
}
