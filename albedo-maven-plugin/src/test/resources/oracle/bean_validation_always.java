// only: 8.0 (Hibernate 8 brings the setting)
// set: jakarta.persistence.validation.mode=NONE
// set: hibernate.tooling.schema.apply_validation_constraints=required
// Bean Validation that reaches the schema though nothing is validated.
package oracle.bean_validation_always;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
class Form {
    @Id Long id;
    @NotNull @Size(max = 5) String free;
    @Min(3) int count;
}
