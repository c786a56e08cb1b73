// Arrays and lists of basic values.
package oracle.arrays;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Arrays {
    @Id Long id;
    String[] names;
    @Column(length = 40) String[] shortNames;
    int[] numbers;
    Long[] bigs;
    boolean[] flags;
    double[] doubles;
    UUID[] uuids;
    LocalDate[] dates;
    BigDecimal[] decimals;
    List<String> list;
    Set<Integer> set;
    @Array(length = 5) String[] five;
    Color[] colors;
    @Enumerated(EnumType.STRING) List<Color> colorNames;
    @JdbcTypeCode(SqlTypes.ARRAY) List<Short> shorts;
}

enum Color {
    RED,
    GREEN
}
