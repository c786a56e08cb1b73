// A realistic entity: a bit of everything together.
package oracle.list_of_everything;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.NaturalId;

@Entity
@Table(
        name = "orders",
        indexes = {@Index(columnList = "customer_id, placed desc"), @Index(name = "ix_named_state", columnList = "state")},
        uniqueConstraints = @UniqueConstraint(columnNames = {"customer_id", "number"}))
@Check(constraints = "total >= 0")
class Order {
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;
    @NaturalId @Column(length = 20) String number;
    @Version int version;
    @ManyToOne(optional = false, fetch = FetchType.LAZY) Customer customer;
    @Column(nullable = false) @ColumnDefault("current_timestamp") Instant placed;
    @Column(precision = 12, scale = 2, nullable = false) @ColumnDefault("0") BigDecimal total;
    @Enumerated(EnumType.STRING) @Column(length = 10, nullable = false) State state;
    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true) @OrderColumn(name = "position") List<Line> lines = new ArrayList<>();
    @ElementCollection @CollectionTable(name = "order_note") @Column(name = "note", length = 500) List<String> notes;
}

enum State {
    NEW,
    PAID,
    SENT
}

@Entity
@Table(name = "order_line")
class Line {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
    @ManyToOne(optional = false) Order order;
    @Check(constraints = "quantity > 0") int quantity;
    @ManyToOne @JoinColumn(name = "article", referencedColumnName = "code") Article article;
}

@Entity
class Article {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(unique = true, nullable = false, length = 30) String code;
}

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 8)
abstract class Customer {
    @Id @GeneratedValue Long id;
    @Column(nullable = false) String name;
}

@Entity
@DiscriminatorValue("person")
class PrivateCustomer extends Customer {
    java.time.LocalDate born;
}

@Entity
@DiscriminatorValue("firm")
class BusinessCustomer extends Customer {
    @Column(length = 15, unique = true) String taxNumber;
}
