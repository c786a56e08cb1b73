package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Read only: another program keeps its table. */
@Entity
@Table(name = "legacy_order")
public class LegacyOrder {
    @Id
    Long id;
}
