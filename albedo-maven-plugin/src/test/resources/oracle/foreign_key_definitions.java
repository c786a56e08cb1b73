// Foreign keys spelled out as SQL.
package oracle.foreign_key_definitions;

import jakarta.persistence.*;

@Entity
class Reservation {
    @Id Long id;

    @ManyToOne
    @JoinColumn(
            foreignKey = @ForeignKey(
                    name = "fk_named_room",
                    foreignKeyDefinition = "foreign key (room_id) references room (id) on delete cascade on update restrict"
                            + " deferrable initially deferred"))
    Room room;
}

@Entity
@Table(name = "room")
class Room {
    @Id Long id;
}
