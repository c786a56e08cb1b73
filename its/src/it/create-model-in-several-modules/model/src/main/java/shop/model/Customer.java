package shop.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class Customer extends Stored {
    @Column(nullable = false, length = 100)
    String name;

    @ManyToOne
    Country country;
}
