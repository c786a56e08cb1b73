// Checks, defaults and generated columns over quoted names.
package oracle.quoted_checks;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(name = "\"Check\"")
@Check(constraints = "\"Low\" < \"High\"")
class Quoted {
    @Id Long id;
    @Column(name = "\"Low\"") @Check(constraints = "\"Low\" > 0") int low;
    @Column(name = "\"High\"") @ColumnDefault("9") int high;
    @Column(name = "\"Sum\"") @GeneratedColumn("\"Low\" + \"High\"") int sum;
    @Column(name = "\"Kind\"") @Enumerated(EnumType.STRING) Kind kind;
}

enum Kind {
    A,
    B
}
