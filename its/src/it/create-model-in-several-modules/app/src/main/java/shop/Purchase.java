package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import shop.model.Customer;
import shop.model.Stored;

@Entity
public class Purchase extends Stored {
    @ManyToOne(optional = false)
    Customer customer;
}
