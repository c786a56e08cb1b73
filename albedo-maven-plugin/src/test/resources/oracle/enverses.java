// What Envers adds to a schema.
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditMappedBy;
import org.hibernate.envers.AuditOverride;
import org.hibernate.envers.AuditOverrides;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.CollectionAuditTable;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.hibernate.envers.SecondaryAuditTable;
import org.hibernate.envers.SecondaryAuditTables;

// model: audited_inheritance
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class A { @Id Long id; String a; }

@Entity
@Audited
class B extends A { String b; }

@Entity
@Audited
@DiscriminatorColumn(name = "kind")
class C { @Id Long id; }

@Entity
@Audited
class D extends C { @Column(nullable = false) int number; }

// model: audited_collections
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
enum Kind { X, Y }

@Embeddable
class Part { String name; int number; }

@Entity
@Audited
class A { @Id Long id; @ElementCollection Set<String> words; @ElementCollection @OrderColumn List<Integer> numbers; @ElementCollection Map<String, Kind> kinds; @ElementCollection @CollectionAuditTable(name = "parts_trail") Set<Part> parts; @NotAudited @ElementCollection Set<String> free; }

// model: audited_associations
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Entity
@Audited
class A { @Id Long id; @ManyToOne B b; @OneToMany @JoinColumn(name = "a_id") @AuditJoinTable(name = "a_owned_trail") Set<B> owned; @ManyToMany Set<B> all; @OneToOne(mappedBy = "a") B one; @ManyToOne @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED) C c; }

@Entity
@Audited
class B { @Id Long id; @OneToOne A a; }

@Entity
class C { @Id Long id; }

// model: audited_mapped_by
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Entity
@Audited
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id") @AuditMappedBy(mappedBy = "a") Set<B> owned; }

@Entity
@Audited
class B { @Id Long id; @ManyToOne @JoinColumn(name = "a_id", insertable = false, updatable = false) A a; }

// model: audited_overrides
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@MappedSuperclass
abstract class Base { @Id Long id; String shared; int number; }

@Entity
@Audited
@AuditOverride(forClass = Base.class, isAudited = true)
class A extends Base { String text; }

@Entity
@Audited
@AuditOverrides({@AuditOverride(forClass = Base.class, name = "shared", isAudited = true), @AuditOverride(forClass = Base.class, name = "number", isAudited = false)})
class B extends Base { String text; }

// model: audited_secondary_tables
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Entity
@Audited
@SecondaryTable(name = "one")
@SecondaryTable(name = "two")
@SecondaryAuditTables({@SecondaryAuditTable(secondaryTableName = "one", secondaryAuditTableName = "one_trail"), @SecondaryAuditTable(secondaryTableName = "two", secondaryAuditTableName = "two_trail")})
class A { @Id Long id; @Column(table = "one") String first; @Column(table = "two", unique = true) String second; }

// model: audited_some_attributes
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Entity
@AuditTable(value = "a_trail")
class A { @Id Long id; @Audited String text; @Audited(withModifiedFlag = true, modifiedColumnName = "flag_changed") boolean flag; int free; @Audited @Embedded Part part; @Audited @Version int version; }

@Embeddable
class Part { String name; @Column(length = 3) String code; }

// model: audited_composite_key
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
@Embeddable
class Key implements java.io.Serializable { int x; @Column(length = 4) String y; }

@Entity
@Audited
class A { @EmbeddedId Key id; @ManyToMany Set<A> others; @ManyToOne A parent; @Enumerated(EnumType.STRING) Kind kind; @Lob String text; }

enum Kind { X, Y }

// model: audited_without_suffix_columns
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// set: org.hibernate.envers.audit_table_prefix=aud_
// set: org.hibernate.envers.revision_type_field_name=how
// set: org.hibernate.envers.global_with_modified_flag=true
// set: org.hibernate.envers.modified_flag_suffix=_mod
// set: org.hibernate.envers.use_revision_entity_with_native_id=false
@Entity
@Audited
class A { @Id Long id; String text; @ElementCollection Set<String> words; }

// model: audited_validity_strategy
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// set: org.hibernate.envers.audit_strategy=org.hibernate.envers.strategy.ValidityAuditStrategy
// set: org.hibernate.envers.audit_strategy_validity_store_revend_timestamp=true
// set: org.hibernate.envers.audit_strategy_validity_end_rev_field_name=until_rev
@Entity
@Audited
class A { @Id Long id; String text; @ManyToMany Set<A> others; }

// model: audited_tracked_entities
// only: 6.6, 7.4 (Envers 8.0.0.Beta1 is not published)
// set: org.hibernate.envers.track_entities_changed_in_revision=true
@Entity
@Audited
class A { @Id @GeneratedValue Long id; String text; }
