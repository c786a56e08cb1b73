// only: 7.4, 8.0 (6.6 leaves the partition key out of the primary key, see partition_key)
// A partition key becomes a part of the primary key.
package oracle.partition_key_in_key;

import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
class Reading {
    @Id Long id;
    @PartitionKey int region;
    String value;
}
