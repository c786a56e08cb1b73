// Joined with a discriminator column.
package oracle.joined_discriminator;

import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 10)
class Document {
    @Id Long id;
    @Version int version;
}

@Entity
@DiscriminatorValue("letter")
@OnDelete(action = OnDeleteAction.CASCADE)
class Letter extends Document {
    String text;
}

@Entity
@DiscriminatorValue("fax")
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Fax extends Document {
    String number;
}
