// Collations of columns.
package oracle.collations;

import jakarta.persistence.*;
import org.hibernate.annotations.Collate;

@Entity
class Word {
    @Id Long id;
    @Collate("C") String plain;
    @Collate("POSIX") @Column(nullable = false, length = 30, unique = true) String posix;
    @Collate("ucs_basic") String basic;
}
