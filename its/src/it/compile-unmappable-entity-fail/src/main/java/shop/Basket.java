package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Basket {
    @Id
    Long id;

    @ManyToOne
    Object content;
}
