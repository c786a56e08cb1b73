// Associations to any entity: two columns and no foreign key.
package oracle.any;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

@Entity
class Holder {
    @Id Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "S", entity = Sword.class)
    @AnyDiscriminatorValue(discriminator = "H", entity = Hammer.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "thing_kind", length = 1)
    @JoinColumn(name = "thing_id")
    Object thing;

    @ManyToAny
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyDiscriminatorValue(discriminator = "1", entity = Sword.class)
    @AnyDiscriminatorValue(discriminator = "2", entity = Hammer.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    @JoinTable(name = "holder_things", joinColumns = @JoinColumn(name = "holder_id"), inverseJoinColumns = @JoinColumn(name = "thing_id"))
    Set<Object> things;
}

@Entity
class Sword {
    @Id Long id;
}

@Entity
class Hammer {
    @Id Long id;
}
