// set: hibernate.type.preferred_boolean_jdbc_type=SMALLINT
// Booleans as a number everywhere.
package oracle.boolean_preferred;

import jakarta.persistence.*;

@Entity
class Flags {
    @Id Long id;
    boolean plain;
    Boolean orNull;
}
