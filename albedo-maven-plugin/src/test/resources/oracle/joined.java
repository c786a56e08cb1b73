// Joined: a table a class, with foreign keys between them.
package oracle.joined;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
    String plate;
}

@Entity
class Car extends Vehicle {
    @Column(nullable = false) Integer doors;
}

@Entity
@PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_named_truck"))
class Truck extends Vehicle {
    int load;
}

@Entity
@Table(name = "big_truck")
class BigTruck extends Truck {
    int axles;
}
