// Two associations over one column, and a column that is attribute and foreign key at once.
package oracle.foreign_key_shared_column;

import jakarta.persistence.*;

@Entity
class Shipment {
    @Id Long id;
    @Column(name = "warehouse_id", insertable = false, updatable = false) Long warehouseId;
    @ManyToOne @JoinColumn(name = "warehouse_id") Warehouse warehouse;
    @ManyToOne @JoinColumn(name = "warehouse_id", insertable = false, updatable = false) Warehouse again;
    @ManyToOne @JoinColumn(name = "other_id") Warehouse other;
}

@Entity
class Warehouse {
    @Id Long id;
}
