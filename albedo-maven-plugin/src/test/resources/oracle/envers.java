// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// Audited entities: their tables and the revisions' table and sequence.
package oracle.envers;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditOverride;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;

@Entity
@Audited
class Contract {
    @Id @GeneratedValue Long id;
    @Column(nullable = false, unique = true) String reference;
    @NotAudited String secret;
    @Enumerated(EnumType.STRING) State state;
    @ManyToOne Partner partner;
    @ManyToOne @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED) Template template;
    @ElementCollection Set<String> clauses;
    @ElementCollection @OrderColumn List<String> pages;
    @ManyToMany @AuditJoinTable(name = "contract_link_history") Set<Contract> linked;
    @OneToMany @JoinColumn(name = "parent_id") Set<Contract> parts;
    Address address;
}

@Embeddable
class Address {
    String street;
    int number;
}

enum State {
    DRAFT,
    SIGNED
}

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class Partner {
    @Id Long id;
    String name;
}

@Entity
@Audited
class Company extends Partner {
    String register;
}

@Entity
class Template {
    @Id Long id;
}
