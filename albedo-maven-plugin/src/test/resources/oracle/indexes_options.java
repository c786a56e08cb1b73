// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings options of indexes)
package oracle.indexes_options;

import jakarta.persistence.*;

@Entity
@Table(
        name = "person",
        indexes = {
            @Index(name = "ix_named_where", columnList = "name", options = "where age > 3"),
            @Index(name = "ix_named_include", columnList = "age", options = "include (name) where name is not null")
        })
class Person {
    @Id Long id;
    String name;
    int age;
}
