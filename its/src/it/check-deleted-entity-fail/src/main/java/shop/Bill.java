package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Bill {
    @Id
    Long id;
}
