package shop;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import lombok.Getter;
import lombok.Setter;

/** Its persistent properties are methods that Lombok writes: without Lombok there are none. */
@Entity
@Access(AccessType.PROPERTY)
@Setter
public class Customer {
    private Long id;

    @Getter
    private String name;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }
}
