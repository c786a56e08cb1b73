// Soft delete: the column and its default.
package oracle.soft_delete;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.YesNoConverter;

@Entity
@SoftDelete
class Plain {
    @Id Long id;
    @ElementCollection @SoftDelete(columnName = "gone") Set<String> words;
    @ManyToMany @SoftDelete(strategy = SoftDeleteType.ACTIVE) Set<Other> others;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "alive", converter = YesNoConverter.class)
class Other {
    @Id Long id;
}
