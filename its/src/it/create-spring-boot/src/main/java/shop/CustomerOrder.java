package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class CustomerOrder {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true, length = 20)
    String orderNumber;

    @OneToMany(mappedBy = "customerOrder")
    List<OrderLine> orderLines;
}
