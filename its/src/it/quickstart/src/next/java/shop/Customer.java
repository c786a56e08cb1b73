package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(indexes = {@Index(columnList = "lastName, firstName"), @Index(columnList = "createdAt")})
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 20)
    Long id;

    @Version
    int version;

    @Column(nullable = false, length = 80)
    String firstName;

    @Column(nullable = false, length = 80)
    String lastName;

    @Column(unique = true, length = 320)
    String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    @ColumnDefault("'NEW'")
    CustomerStatus status;

    @Embedded
    Address billingAddress;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "delivery_street"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "delivery_postal_code", length = 12))
    @AttributeOverride(name = "city", column = @Column(name = "delivery_city", length = 100))
    @AttributeOverride(name = "countryCode", column = @Column(name = "delivery_country_code", length = 2))
    Address deliveryAddress;

    @ElementCollection
    @CollectionTable(name = "customer_phone")
    @Column(name = "phone", nullable = false, length = 30)
    Set<String> phones = new HashSet<>();

    @Column(nullable = false)
    Instant createdAt;
}
