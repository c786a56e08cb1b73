// Lengths at and over the limits where Hibernate changes to another type.
package oracle.column_lengths;

import jakarta.persistence.*;
import org.hibernate.Length;

@Entity
class Lengths {
    @Id @Column(length = 20) String id;
    @Column(length = 1) String one;
    @Column(length = 4000) String large;
    @Column(length = Length.LONG) String longText;
    @Column(length = Length.LONG16) String long16;
    @Column(length = Length.LONG32) String long32;
    @Column(length = Length.LOB_DEFAULT) String lob;
    @Column(length = 10485760) String largest;
    @Column(length = 10485761) String tooLarge;
    @Column(length = 16) byte[] bytes;
    @Column(length = Length.LONG32) byte[] longBytes;
    @Column(length = 8) char[] letters;
}
