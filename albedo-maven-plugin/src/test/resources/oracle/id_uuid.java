// UUIDs of several makers.
package oracle.id_uuid;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class Standard {
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;
}

@Entity
class Text {
    @Id @GeneratedValue(strategy = GenerationType.UUID) String id;
}

@Entity
class Timed {
    @Id @UuidGenerator(style = UuidGenerator.Style.TIME) @Column(name = "key") UUID id;
}
