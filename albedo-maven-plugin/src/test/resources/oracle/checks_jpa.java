// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings checks)
package oracle.checks_jpa;

import jakarta.persistence.*;

@Entity
@Table(
        check = {
            @CheckConstraint(name = "ck_named_pair", constraint = "first_name <> last_name"),
            @CheckConstraint(constraint = "age > 0")
        })
class Person {
    @Id Long id;
    @Column(name = "first_name") String first;
    @Column(name = "last_name") String last;
    @Column(check = @CheckConstraint(name = "ck_named_age", constraint = "age < 200")) int age;
    @Column(check = {@CheckConstraint(constraint = "size > 0"), @CheckConstraint(constraint = "size < 10")}) int size;
}
