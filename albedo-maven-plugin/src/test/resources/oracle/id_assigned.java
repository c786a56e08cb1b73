// Ids that the application gives, of several types.
package oracle.id_assigned;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
class Country {
    @Id @Column(length = 2, columnDefinition = "char(2)") String code;
}

@Entity
class Holiday {
    @Id LocalDate day;
}

@Entity
class Rate {
    @Id @Column(precision = 6, scale = 3) BigDecimal rate;
}

@Entity
class Weekday {
    @Id @Enumerated(EnumType.STRING) Day day;
}

enum Day {
    MONDAY,
    TUESDAY
}
