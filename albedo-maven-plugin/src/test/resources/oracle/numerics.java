// Precision and scale of numbers.
package oracle.numerics;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;

@Entity
class Numerics {
    @Id @Column(precision = 20) BigInteger id;
    @Column(precision = 10, scale = 2) BigDecimal money;
    @Column(precision = 38) BigDecimal whole;
    @Column(precision = 19, scale = 19) BigDecimal fraction;
    @Column(precision = 1000, scale = 500) BigDecimal huge;
    @Column(precision = 5) BigInteger five;
    @Column(scale = 4) BigDecimal scaleOnly;
    @Column(precision = 7) float single;
    @Column(precision = 15) double twice;
    @Column(precision = 6) double wouldBeReal;
    @Column(precision = 3) int ignored;
}
