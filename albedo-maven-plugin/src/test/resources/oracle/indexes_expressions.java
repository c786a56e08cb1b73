// Indexes over expressions.
package oracle.indexes_expressions;

import jakarta.persistence.*;

@Entity
@Table(
        indexes = {
            @Index(name = "ix_named_lower", columnList = "(lower(name))"),
            @Index(name = "ix_named_mixed", columnList = "age, (upper(name)) desc"),
            @Index(name = "uq_named_expression", columnList = "(trim(name))", unique = true)
        })
class Person {
    @Id Long id;
    String name;
    int age;
}
