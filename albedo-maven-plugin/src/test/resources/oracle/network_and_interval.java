// Types that PostgreSQL has and the standard has not.
package oracle.network_and_interval;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Host {
    @Id Long id;
    InetAddress address;
    @JdbcTypeCode(SqlTypes.INET) @Column(nullable = false) InetAddress required;
    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) Duration uptime;
    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) @Column(scale = 3) Duration latency;
}
