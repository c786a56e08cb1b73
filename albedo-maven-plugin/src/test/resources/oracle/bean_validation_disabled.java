// only: 8.0 (Hibernate 8 brings the setting)
// set: hibernate.tooling.schema.apply_validation_constraints=disabled
// Bean Validation that does not reach the schema.
package oracle.bean_validation_disabled;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
class Form {
    @Id Long id;
    @NotNull @Size(max = 5) String free;
}
