// java.time and java.util dates, with digits after the second.
package oracle.temporals;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

@Entity
class Temporals {
    @Id Instant id;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    OffsetDateTime offsetDateTime;
    OffsetTime offsetTime;
    ZonedDateTime zoned;
    Duration duration;
    Year year;
    ZoneId zone;
    ZoneOffset zoneOffset;
    @Temporal(TemporalType.DATE) Date oldDate;
    @Temporal(TemporalType.TIME) Date oldTime;
    @Temporal(TemporalType.TIMESTAMP) Date oldTimestamp;
    @Temporal(TemporalType.TIMESTAMP) Calendar calendar;
    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;
    @Column(precision = 3) Instant millis;
    @Column(precision = 3) LocalDateTime localMillis;
    @Column(precision = 2) LocalTime shortTime;
    @Column(precision = 10, scale = 2) Duration shortDuration;
}
