// Checks and uniqueness within the SQL of a column.
package oracle.column_definition_constraints;

import jakarta.persistence.*;

@Entity
class Inline {
    @Id Long id;
    @Column(columnDefinition = "smallint check (small > 0)") short small;
    @Column(columnDefinition = "integer constraint ck_named_big check (big < 9)") int big;
    @Column(columnDefinition = "varchar(10) unique") String alone;
}
