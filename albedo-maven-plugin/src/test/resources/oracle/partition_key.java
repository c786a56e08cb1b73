// only: 6.6 (7.x makes the partition key a part of the primary key, see partition_key_in_key)
// A partition key is a column like any other.
package oracle.partition_key;

import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
class Reading {
    @Id Long id;
    @PartitionKey int region;
    String value;
}
