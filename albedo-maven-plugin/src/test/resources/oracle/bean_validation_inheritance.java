// Constraints on subclasses in a single table.
package oracle.bean_validation_inheritance;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
class Base {
    @Id Long id;
    @NotNull String always;
}

@Entity
class Sub extends Base {
    @NotNull @Size(max = 9) String sometimes;
    @Min(3) Integer number;
}
