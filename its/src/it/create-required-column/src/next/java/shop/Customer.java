package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Customer {
    @Id
    Long id;

    @Column(nullable = false, length = 20)
    String name = "nobody's";

    int stars = 3;

    @Column(nullable = false)
    String code;
}
