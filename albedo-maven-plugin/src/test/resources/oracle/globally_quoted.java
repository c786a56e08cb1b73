// set: hibernate.globally_quoted_identifiers=true
// Everything quoted: names keep their case, and reserved words are names.
package oracle.globally_quoted;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(indexes = @Index(columnList = "User, Table"), uniqueConstraints = @UniqueConstraint(columnNames = {"User", "Order"}))
class Select {
    @Id @GeneratedValue Long Id;
    String User;
    String Table;
    String Order;
    @ManyToOne Select From;
    @ElementCollection Set<String> Where;
    @Enumerated(EnumType.STRING) Kind Kind;
}

enum Kind {
    A,
    B
}
