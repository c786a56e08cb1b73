// Checks on classes and columns, named and unnamed.
package oracle.checks;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.Check;

@Entity
@Check(constraints = "low < high")
@Check(name = "ck_named_sum", constraints = "low + high < 1000")
class Range {
    @Id Long id;
    @Check(constraints = "low >= 0") int low;
    @Check(name = "ck_named_high", constraints = "high >= 0 and high <> 13") int high;
    @Check(constraints = "length(name) > 2 or name like 'a%' or name in ('x', 'y')") String name;
    @Column(name = "price", precision = 10, scale = 2) @Check(constraints = "price between 0.5 and 99.5") java.math.BigDecimal price;
    @ElementCollection @Check(constraints = "length(words) > 1") @Column(name = "words") Set<String> words;
}
