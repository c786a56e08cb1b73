// Ids derived from an association.
package oracle.id_derived;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;

@Entity
class Person {
    @Id @GeneratedValue Long id;
}

@Entity
class Passport {
    @Id Long id;
    @OneToOne @MapsId Person person;
}

@Entity
class Medical {
    @Id @OneToOne Person person;
}

@Entity
class Dependent {
    @EmbeddedId DependentId id;
    @MapsId("person") @ManyToOne @JoinColumn(name = "guardian_id") Person guardian;
}

@Embeddable
class DependentId implements Serializable {
    String name;
    long person;

    @Override
    public boolean equals(Object other) {
        return other instanceof DependentId that && that.person == person && Objects.equals(that.name, name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, person);
    }
}

@Entity
class Toy {
    @EmbeddedId ToyId id;
    @MapsId("dependent") @ManyToOne Dependent owner;
}

@Embeddable
class ToyId implements Serializable {
    DependentId dependent;
    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof ToyId that && that.number == number && Objects.equals(that.dependent, dependent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dependent, number);
    }
}
