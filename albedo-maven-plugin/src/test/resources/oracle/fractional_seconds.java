// More digits of a second than PostgreSQL has.
package oracle.fractional_seconds;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import org.hibernate.annotations.FractionalSeconds;

@Entity
class Measurement {
    @Id Long id;
    @FractionalSeconds(9) Instant taken;
    @FractionalSeconds(9) LocalDateTime local;
    @FractionalSeconds(7) LocalTime time;
    @Column(columnDefinition = "timestamp(9)") LocalDateTime defined;
    @Column(columnDefinition = "timestamp(9) with time zone") Instant zoned;
    @Column(columnDefinition = "time(8) with time zone") OffsetTime timeZoned;
    @Column(columnDefinition = "interval(9)") String duration;
    @Column(columnDefinition = "interval second (7)") String seconds;
}
