// What Hibernate chooses for AUTO.
package oracle.id_auto;

import jakarta.persistence.*;
import java.util.UUID;

@Entity
class Counted {
    @Id @GeneratedValue Long id;
}

@Entity
class Small {
    @Id @GeneratedValue Integer id;
}

@Entity
class Random {
    @Id @GeneratedValue UUID id;
}
