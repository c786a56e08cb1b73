// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings the option)
// A table with partitions.
package oracle.partitioned;

import jakarta.persistence.*;
import java.time.LocalDate;

@Entity
@Table(options = "partition by range (taken)")
@IdClass(Reading.Key.class)
class Reading {
    @Id Long id;
    @Id LocalDate taken;
    @ManyToOne Sensor sensor;

    static class Key implements java.io.Serializable {
        Long id;
        LocalDate taken;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.id.equals(id) && key.taken.equals(taken);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}

@Entity
class Sensor {
    @Id Long id;
}
