package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {

    @Column(nullable = false)
    String street;

    @Column(nullable = false, length = 12)
    String postalCode;

    @Column(nullable = false, length = 100)
    String city;

    @Column(nullable = false, length = 2)
    String countryCode;
}
