package oracle.adopted;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

@Entity
@Table(name = "customer")
class Customer {
    @Id /* customer */ @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Column(length = 100, unique = true) String email;
    @Column(length = 20) String status;
    @Column(columnDefinition = "text") String note;
    Integer points;
    @Column(name = "created_at") Instant createdAt;
    /* more of customer */
}

@Entity
@Table(name = "orders")
class Order {
    @Id /* orders */ @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
    @ManyToOne @JoinColumn(name = "customer_id") Customer customer;
    @Column(precision = 10, scale = 2) BigDecimal total;
    @Column(name = "placed_at") Instant placedAt;
}

/* more entities */

public class Application {
    public static void run(String url) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.driver_class", "org.postgresql.Driver")
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .addAnnotatedClass(Customer.class)
                .addAnnotatedClass(Order.class);
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            factory.inTransaction(session -> {
                for (int i = 0; i < 60; i++) {
                    Customer customer = new Customer();
                    customer.email = "new" + i + "@example.org";
                    customer.status = "new";
                    customer.createdAt = Instant.EPOCH;
                    session.persist(customer);
                    Order order = new Order();
                    order.customer = customer;
                    order.total = BigDecimal.ONE;
                    session.persist(order);
                }
            });
            factory.inTransaction(session -> {
                List<Order> orders = session.createQuery(
                                "from Order o join fetch o.customer where o.customer.email like 'new%'", Order.class)
                        .list();
                if (orders.size() != 60) {
                    throw new IllegalStateException(orders.size() + " orders instead of 60");
                }
                orders.get(0).customer.status = "active";
                List<Customer> old = session.createQuery("from Customer order by id", Customer.class)
                        .setMaxResults(100)
                        .list();
                if (!old.get(0).email.equals("c1@example.org")) {
                    throw new IllegalStateException("the first customer is " + old.get(0).email);
                }
            });
        }
    }
}
