package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity
public class OrderLine {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne(optional = false)
    CustomerOrder customerOrder;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal unitPrice;

    @Enumerated(EnumType.STRING)
    DeliveryState deliveryState;

    Instant deliveredAt;

    enum DeliveryState {
        PACKED,
        SENT
    }
}
