// An entity over a query has no table.
package oracle.subselect;

import jakarta.persistence.*;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;

@Entity
class Sale {
    @Id Long id;
    int amount;
}

@Entity
@Immutable
@Subselect("select max(s.id) as id, sum(s.amount) as total from Sale s")
@Synchronize("Sale")
class Total {
    @Id Long id;
    long total;
}
