// A discriminator that is computed: no column.
package oracle.discriminator_formula;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@DiscriminatorFormula("case when amount < 0 then 'C' else 'D' end")
@DiscriminatorValue("D")
class Debit {
    @Id Long id;
    int amount;
}

@Entity
@DiscriminatorValue("C")
class Credit extends Debit {
    String reason;
}
