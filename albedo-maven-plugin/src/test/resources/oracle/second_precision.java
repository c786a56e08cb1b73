// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings secondPrecision)
package oracle.second_precision;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

@Entity
class Precise {
    @Id Long id;
    @Column(secondPrecision = 0) Instant seconds;
    @Column(secondPrecision = 3) LocalDateTime millis;
    @Column(secondPrecision = 1) LocalTime tenths;
    @Column(secondPrecision = 6) OffsetDateTime micros;
    @Column(secondPrecision = 9) Instant nanos;
}
