package shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(check = @CheckConstraint(name = "ck_product_price", constraint = "price >= 0"))
public abstract class Product {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true, length = 40)
    String sku;

    @Column(nullable = false)
    String name;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price;

    @ManyToOne(optional = false)
    Category category;

    @ManyToMany
    Set<Tag> tags = new HashSet<>();
}
