// Foreign keys spelled out as SQL, with comments, without target columns and with odd spacing.
package oracle.foreign_key_definition_forms;

import jakarta.persistence.*;

@Entity
class Booking {
    @Id Long id;

    @ManyToOne
    @JoinColumn(
            name = "room_id",
            foreignKey = @ForeignKey(
                    name = "fk_named_room",
                    foreignKeyDefinition = "foreign key (room_id) references room on delete cascade"))
    Room room;

    @ManyToOne
    @JoinColumn(
            name = "guest_id",
            foreignKey = @ForeignKey(
                    name = "fk_named_guest",
                    foreignKeyDefinition = "FOREIGN KEY /* who comes */ (guest_id)\n REFERENCES \"Guest\" (\"Id\") -- and goes\n on update cascade"))
    Guest guest;
}

@Entity
@Table(name = "room")
class Room {
    @Id Long id;
}

@Entity
@Table(name = "`Guest`")
class Guest {
    @Id @Column(name = "`Id`") Long id;
}
