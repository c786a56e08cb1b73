// set: jakarta.persistence.validation.group.ddl=oracle.bean_validation_groups.Ddl
// Only the constraints of a group change columns.
package oracle.bean_validation_groups;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
class Form {
    @Id Long id;
    @NotNull String notForDdl;
    @NotNull(groups = Ddl.class) String forDdl;
    @Size(max = 5, groups = Ddl.class) String shortText;
}

interface Ddl {}
