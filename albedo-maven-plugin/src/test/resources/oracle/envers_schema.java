// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// set: org.hibernate.envers.default_schema=history
// set: org.hibernate.envers.use_revision_entity_with_native_id=false
// set: hibernate.hbm2ddl.create_namespaces=true
// Envers' tables and the sequence of its revisions in a schema of their own.
package oracle.envers_schema;

import jakarta.persistence.*;
import org.hibernate.envers.Audited;

@Entity
@Audited
class Contract {
    @Id @GeneratedValue Long id;
    String text;
}
