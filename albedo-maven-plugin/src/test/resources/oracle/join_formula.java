// A join over a formula.
package oracle.join_formula;

import jakarta.persistence.*;
import org.hibernate.annotations.JoinFormula;

@Entity
class Sale {
    @Id Long id;
    String note;
    @ManyToOne @JoinFormula("(select min(r.id) from Region r)") Region region;
}

@Entity
@Table(name = "Region")
class Region {
    @Id Long id;
    @Column(unique = true) String code;
}
