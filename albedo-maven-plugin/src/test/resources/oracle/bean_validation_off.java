// set: jakarta.persistence.validation.mode=CALLBACK
// Bean Validation that does not reach the schema.
package oracle.bean_validation_off;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
class Form {
    @Id Long id;
    @NotNull @Size(max = 5) String free;
}
