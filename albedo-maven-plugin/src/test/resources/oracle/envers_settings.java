// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// set: org.hibernate.envers.audit_table_suffix=_history
// set: org.hibernate.envers.revision_field_name=rev_no
// set: org.hibernate.envers.store_data_at_delete=true
// set: org.hibernate.envers.audit_strategy=org.hibernate.envers.strategy.ValidityAuditStrategy
// set: org.hibernate.envers.default_schema=history
// set: hibernate.hbm2ddl.create_namespaces=true
// Audited with a revision entity and settings of its own.
package oracle.envers_settings;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

@Entity
@RevisionEntity
@Table(name = "change_set")
class ChangeSet {
    @Id @GeneratedValue @RevisionNumber int number;
    @RevisionTimestamp long timestamp;
    @Column(length = 60) String who;
}

@Entity
@Audited(withModifiedFlag = true)
class Person {
    @Id Long id;
    String name;
    @ManyToMany Set<Person> friends;
}

@Entity
@Audited
@AuditTable("pet_trail")
class Pet {
    @Id Long id;
    String name;
}
