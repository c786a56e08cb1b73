// Discriminators of every type.
package oracle.discriminator_types;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class ByNumber {
    @Id Long id;
}

@Entity
@DiscriminatorValue("2")
class ByNumberToo extends ByNumber {
    String text;
}

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class ByLetter {
    @Id Long id;
}

@Entity
@DiscriminatorValue("B")
class ByLetterToo extends ByLetter {
    String text;
}

@Entity
@DiscriminatorColumn(name = "kind", length = 7, columnDefinition = "varchar(9) default 'one'")
@DiscriminatorValue("one")
class Defined {
    @Id Long id;
}

@Entity
@DiscriminatorValue("two")
class DefinedToo extends Defined {
    String text;
}
