// A single table with subclasses in secondary tables.
package oracle.single_table_secondary;

import jakarta.persistence.*;

@Entity
class Shape {
    @Id Long id;
}

@Entity
@SecondaryTable(name = "circle_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "shape_id"))
class Circle extends Shape {
    double radius;
    @Column(table = "circle_details", nullable = false) String colour;
}
