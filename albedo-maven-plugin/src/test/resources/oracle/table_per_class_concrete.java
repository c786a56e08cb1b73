// A whole table a class, the root too, with an index of the root.
package oracle.table_per_class_concrete;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(indexes = @Index(name = "ix_named_part", columnList = "name"), uniqueConstraints = @UniqueConstraint(columnNames = "code"))
class Part {
    @Id Long id;
    String name;
    String code;
}

@Entity
class Wheel extends Part {
    int size;
}
