// Foreign keys over several columns.
package oracle.foreign_keys_composite;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

@Entity
class Seat {
    @EmbeddedId SeatId id;
    @ManyToOne Seat neighbour;
    @ManyToMany Set<Seat> near;
}

@Embeddable
class SeatId implements Serializable {
    @Column(name = "seat_row") int row;
    @Column(name = "hall", length = 8) String hall;
    @Column(name = "num") int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatId that && that.row == row && that.number == number && that.hall.equals(hall);
    }

    @Override
    public int hashCode() {
        return Objects.hash(row, hall, number);
    }
}

@Entity
class Booking {
    @Id Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "b_hall", referencedColumnName = "hall")
    @JoinColumn(name = "b_row", referencedColumnName = "seat_row")
    @JoinColumn(name = "b_number", referencedColumnName = "num")
    Seat seat;

    @ManyToOne
    @JoinColumns(
            value = {
                @JoinColumn(name = "o_number", referencedColumnName = "num"),
                @JoinColumn(name = "o_row", referencedColumnName = "seat_row"),
                @JoinColumn(name = "o_hall", referencedColumnName = "hall")
            },
            foreignKey = @ForeignKey(name = "fk_named_other"))
    Seat other;
}
