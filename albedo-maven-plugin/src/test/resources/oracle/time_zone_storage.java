// A column beside the timestamp, or none.
package oracle.time_zone_storage;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
class Meeting {
    @Id Long id;
    @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetDateTime nativeOffset;
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) ZonedDateTime normalized;
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetDateTime utc;
    @TimeZoneStorage(TimeZoneStorageType.AUTO) ZonedDateTime automatic;
    @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetDateTime besides;
    @TimeZoneStorage(TimeZoneStorageType.COLUMN) @TimeZoneColumn(name = "its_zone") ZonedDateTime named;
    @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetTime time;
}
