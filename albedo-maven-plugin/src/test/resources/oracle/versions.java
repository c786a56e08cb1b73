// Versions of every type.
package oracle.versions;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@Entity
class ByLong {
    @Id Long id;
    @Version long version;
}

@Entity
class ByInteger {
    @Id Long id;
    @Version @Column(name = "optlock", nullable = false) @ColumnDefault("0") Integer version;
}

@Entity
class ByInstant {
    @Id Long id;
    @Version Instant changed;
}

@Entity
class ByTime {
    @Id Long id;
    @Version LocalDateTime changed;
    @Column(name = "short_one") short version;
}
