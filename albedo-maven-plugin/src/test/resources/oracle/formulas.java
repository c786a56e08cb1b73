// Formulas make no column.
package oracle.formulas;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLRestriction;

@Entity
@SQLRestriction("hidden = false")
class Item {
    @Id Long id;
    int price;
    boolean hidden;
    @Formula("price * 1.19") double gross;
    @Transient String forgotten;
    @ColumnTransformer(read = "upper(name)", write = "lower(?)") String name;
    @Embedded Computed computed;
}

@Embeddable
class Computed {
    String real;
    @Formula("real || '!'") String shouted;
}
