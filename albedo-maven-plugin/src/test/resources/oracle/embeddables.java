// Embeddables, nested and overridden.
package oracle.embeddables;

import jakarta.persistence.*;

@Entity
class Customer {
    @Id Long id;
    Address home;

    @AttributeOverride(name = "street", column = @Column(name = "work_street", nullable = false, length = 80))
    @AttributeOverride(name = "city.name", column = @Column(name = "work_city"))
    @AttributeOverride(name = "city.postcode", column = @Column(name = "work_postcode"))
    @AssociationOverride(name = "city.country", joinColumns = @JoinColumn(name = "work_country"))
    @Embedded
    Address work;
}

@Embeddable
class Address {
    @Column(unique = true) String street;
    City city;
}

@Embeddable
class City {
    @Column(nullable = false) String name;
    @Column(length = 5) String postcode;
    @ManyToOne Country country;
}

@Entity
class Country {
    @Id @Column(length = 2) String code;
}
