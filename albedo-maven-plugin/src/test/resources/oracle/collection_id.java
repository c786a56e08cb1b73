// A bag with an id of its own.
package oracle.collection_id;

import jakarta.persistence.*;
import java.util.Collection;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;

@Entity
class Bag {
    @Id Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "row_id"), generator = "increment")
    @CollectionIdJdbcTypeCode(java.sql.Types.BIGINT)
    Collection<String> things;
}
