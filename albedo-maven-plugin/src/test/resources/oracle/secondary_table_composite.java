// A secondary table of an entity with a composite id.
package oracle.secondary_table_composite;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@IdClass(PointId.class)
@SecondaryTable(name = "point_notes")
class Point {
    @Id int y;
    @Id int x;
    @Column(table = "point_notes") String note;
}

class PointId implements Serializable {
    int x;
    int y;

    @Override
    public boolean equals(Object other) {
        return other instanceof PointId that && that.x == x && that.y == y;
    }

    @Override
    public int hashCode() {
        return x * 31 + y;
    }
}
