// only: 7.4, 8.0 (SoftDeleteType.TIMESTAMP is new in 7.0)
package oracle.soft_delete_timestamp;

import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class Timed {
    @Id Long id;
}
