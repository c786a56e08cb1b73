// Letters and nationalized text, which PostgreSQL keeps as any text.
package oracle.nationalized;

import jakarta.persistence.*;
import org.hibernate.annotations.Nationalized;

@Entity
class Letters {
    @Id char id;
    @Nationalized String name;
    @Nationalized @Column(length = 40) String shortName;
    @Nationalized Character letter;
    @Nationalized @Lob String story;
}
