package shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.math.BigDecimal;

@Entity
public class OrderLine {

    @EmbeddedId
    OrderLineId id;

    @MapsId("orderId")
    @ManyToOne(optional = false)
    PurchaseOrder order;

    @ManyToOne(optional = false)
    Product product;

    @Column(nullable = false, check = @CheckConstraint(constraint = "quantity > 0"))
    int quantity;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal unitPrice;
}
