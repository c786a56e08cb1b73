// set: hibernate.type.preferred_duration_jdbc_type=INTERVAL_SECOND
// set: hibernate.type.preferred_instant_jdbc_type=TIMESTAMP
// set: hibernate.type.preferred_uuid_jdbc_type=CHAR
// set: hibernate.type.preferred_array_jdbc_type=ARRAY
package oracle.duration_preferred;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
class Preferred {
    @Id UUID id;
    Duration duration;
    Instant instant;
}
