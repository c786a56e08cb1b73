// Serial columns, which bring a sequence of their own.
package oracle.column_definition_serial;

import jakarta.persistence.*;

@Entity
class Serial {
    @Id @Column(columnDefinition = "bigserial") Long id;
    @Column(columnDefinition = "serial", insertable = false) Integer number;
    String text;
}
