// set: hibernate.hbm2ddl.create_namespaces=true
// set: hibernate.default_schema=app
// A default schema that is not the connection's.
package oracle.default_schema;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Account {
    @Id @GeneratedValue Long id;
    @ElementCollection Set<String> roles;
    @ManyToOne Audit audit;
}

@Entity
@Table(schema = "audit")
class Audit {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
    @ManyToOne Account account;
}
