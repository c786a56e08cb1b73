// Annotations of Hibernate that change tables and columns by more than one of them, and embeddables.
import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

// model: soft_deletes_of_types
@Entity
@SoftDelete(columnName = "gone")
class A { @Id Long id; }

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE)
class B { @Id Long id; }

@Entity
@SoftDelete(converter = org.hibernate.type.YesNoConverter.class, columnName = "dropped", comment = "Y when dropped")
class C { @Id Long id; }
// only: 7.4, 8.0 (comment is of Hibernate 7)

// model: soft_delete_options
@Entity
@SoftDelete(options = "default false")
class A { @Id Long id; }
// only: 7.4, 8.0 (options is of Hibernate 7)

// model: soft_delete_in_hierarchies
@Entity
@SoftDelete
@Inheritance(strategy = InheritanceType.JOINED)
class A { @Id Long id; }

@Entity
class B extends A { String text; }

@Entity
@SoftDelete
class C { @Id Long id; }

@Entity
class D extends C { int number; }

// model: soft_delete_of_collections
@Entity
class A { @Id Long id; @ElementCollection @SoftDelete Set<String> words; @ManyToMany @SoftDelete(columnName = "cut") Set<A> others; }

// model: soft_delete_for_all_in_package_class
@MappedSuperclass
@SoftDelete(strategy = SoftDeleteType.DELETED, columnName = "is_deleted")
abstract class Base { @Id Long id; }

@Entity
class A extends Base { @ManyToOne B b; }

@Entity
class B extends Base { String text; }

// model: temporal_rows
@Entity
@org.hibernate.annotations.Temporal
class A { @Id Long id; String text; @org.hibernate.annotations.Temporal.Excluded String free; }
// only: 7.4, 8.0 (Temporal is of Hibernate 7.4)

// model: temporal_rows_named
@Entity
@org.hibernate.annotations.Temporal(rowStart = "valid_from", rowEnd = "valid_to", secondPrecision = 3)
class A { @Id Long id; String text; @ManyToOne B b; }

@Entity
class B { @Id Long id; }
// only: 7.4, 8.0 (Temporal is of Hibernate 7.4)

// model: temporal_collections
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.Temporal Set<String> words; @ManyToMany @org.hibernate.annotations.Temporal(rowStart = "since", rowEnd = "until") Set<A> others; }
// only: 7.4, 8.0 (Temporal is of Hibernate 7.4)

// model: temporal_history_table
// set: hibernate.temporal.table_strategy=HISTORY_TABLE
@Entity
@org.hibernate.annotations.Temporal
@org.hibernate.annotations.Temporal.HistoryTable(name = "a_then")
class A { @Id Long id; @Column(unique = true) String text; }
// only: 7.4, 8.0 (Temporal is of Hibernate 7.4)

// model: temporal_history_table_implicit
// set: hibernate.temporal.table_strategy=HISTORY_TABLE
@Entity
@org.hibernate.annotations.Temporal
class A { @Id @GeneratedValue Long id; String text; @ManyToOne A other; }
// only: 7.4, 8.0 (Temporal is of Hibernate 7.4)

// model: core_audited
@Entity
@org.hibernate.annotations.Audited
class A { @Id Long id; String text; @org.hibernate.annotations.Audited.Excluded String free; @ManyToOne A other; }

@Entity
@org.hibernate.annotations.Changelog
class Changes { @Id @GeneratedValue @org.hibernate.annotations.Changelog.ChangesetId Long id; @org.hibernate.annotations.Changelog.Timestamp Instant at; @Column(length = 20) String who; }
// only: 7.4, 8.0 (Audited is of Hibernate 7.4)

// model: core_audited_named
@Entity
@org.hibernate.annotations.Audited
@org.hibernate.annotations.Audited.Table(name = "a_trail", changesetIdColumn = "cs", modificationTypeColumn = "how", invalidatingChangesetIdColumn = "until")
class A { @Id Long id; @Column(nullable = false, length = 9) String text; @ElementCollection @org.hibernate.annotations.Audited.CollectionTable(name = "a_words_trail") Set<String> words; @ManyToMany Set<A> others; }

@Entity
@org.hibernate.annotations.Changelog
class Changes { @Id @GeneratedValue @org.hibernate.annotations.Changelog.ChangesetId int number; @org.hibernate.annotations.Changelog.Timestamp long millis; @ElementCollection @CollectionTable(name = "changed") @org.hibernate.annotations.Changelog.ModifiedEntities Set<String> names; }
// only: 7.4, 8.0 (Audited is of Hibernate 7.4)

// model: core_audited_secondary_and_joined
@Entity
@org.hibernate.annotations.Audited
@SecondaryTable(name = "a_more")
@org.hibernate.annotations.Audited.SecondaryTable(secondaryTableName = "a_more", secondaryAuditTableName = "a_more_trail")
@Inheritance(strategy = InheritanceType.JOINED)
class A { @Id Long id; @Column(table = "a_more") String more; @Version int version; }

@Entity
@org.hibernate.annotations.Audited
class B extends A { @Enumerated(EnumType.STRING) Kind kind; }

enum Kind { X, Y }
// only: 7.4, 8.0 (Audited is of Hibernate 7.4)

// model: core_audited_secondaries_listed
@Entity
@org.hibernate.annotations.Audited
@SecondaryTable(name = "one")
@SecondaryTable(name = "two")
@org.hibernate.annotations.Audited.SecondaryTables({@org.hibernate.annotations.Audited.SecondaryTable(secondaryTableName = "one", secondaryAuditTableName = "one_trail"), @org.hibernate.annotations.Audited.SecondaryTable(secondaryTableName = "two", secondaryAuditTableName = "two_trail")})
class A { @Id Long id; @Column(table = "one") String first; @Column(table = "two") String second; }
// only: 7.4, 8.0 (Audited is of Hibernate 7.4)

// model: embedded_twice_overridden
@Embeddable
class Address { @Column(length = 40) String street; @Column(nullable = false) String town; @ManyToOne Country country; }

@Entity
class Country { @Id String code; }

@Entity
class A {
    @Id Long id;
    @Embedded Address home;
    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 60))
    @AttributeOverride(name = "town", column = @Column(name = "work_town", nullable = true))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "work_country", foreignKey = @ForeignKey(name = "fk_named_work")))
    Address work;
}

// model: embedded_deep_overridden
@Embeddable
class Inner { String a; int b; }

@Embeddable
class Outer { Inner inner; @AttributeOverride(name = "a", column = @Column(name = "second_a")) @AttributeOverride(name = "b", column = @Column(name = "second_b")) Inner second; }

@Entity
class A { @Id Long id; @AttributeOverride(name = "inner.a", column = @Column(name = "deep_a", length = 3, unique = true)) Outer outer; }

// model: embedded_column_naming_nested
@Embeddable
class Inner { String a; int b; }

@Embeddable
class Outer { @org.hibernate.annotations.EmbeddedColumnNaming("in_%s") Inner inner; String c; }

@Entity
class A { @Id Long id; @org.hibernate.annotations.EmbeddedColumnNaming Outer one; @org.hibernate.annotations.EmbeddedColumnNaming("other_%s") Outer two; }
// only: 7.4, 8.0 (EmbeddedColumnNaming is of Hibernate 7)

// model: embedded_table
@Embeddable
class Part { String a; int b; }

@Entity
@SecondaryTable(name = "a_parts")
class A { @Id Long id; @org.hibernate.annotations.EmbeddedTable("a_parts") @Embedded Part part; @Embedded @AttributeOverride(name = "a", column = @Column(name = "a2")) @AttributeOverride(name = "b", column = @Column(name = "b2")) Part here; }
// only: 7.4, 8.0 (EmbeddedTable is of Hibernate 7)

// model: embedded_record_and_instantiator
@Embeddable
record Point(int x, @Column(length = 5) String label) { }

@Embeddable
@org.hibernate.annotations.EmbeddableInstantiator(Maker.class)
class Odd { String text; }

public class Maker implements org.hibernate.metamodel.spi.EmbeddableInstantiator {
    public Object instantiate(org.hibernate.metamodel.spi.ValueAccess v) { return new Odd(); }
    public Object instantiate(org.hibernate.metamodel.spi.ValueAccess v, org.hibernate.engine.spi.SessionFactoryImplementor f) { return new Odd(); } // in 6.6
    public boolean isInstance(Object o, org.hibernate.engine.spi.SessionFactoryImplementor f) { return o instanceof Odd; }
    public boolean isSameClass(Object o, org.hibernate.engine.spi.SessionFactoryImplementor f) { return o instanceof Odd; }
    public boolean isInstance(Object o) { return o instanceof Odd; }
    public boolean isSameClass(Object o) { return o instanceof Odd; }
}

@Entity
class A { @Id Long id; Point point; Odd odd; }

// model: embedded_parent_and_columns
@Embeddable
class Part { @org.hibernate.annotations.Parent A owner; public A getOwner() { return owner; } public void setOwner(A a) { } @Column(unique = true) String code; @org.hibernate.annotations.ColumnDefault("7") int seven; @org.hibernate.annotations.Check(constraints = "checked > 0") int checked; @Lob String text; @Enumerated(EnumType.STRING) Kind kind; }

enum Kind { X, Y }

@Entity
class A { @Id Long id; Part part; }

// model: embedded_generic
@Embeddable
class Range<T> { T low; T high; }

@Entity
class A { @Id Long id; @Embedded @AttributeOverride(name = "low", column = @Column(name = "first_day")) @AttributeOverride(name = "high", column = @Column(name = "last_day")) Range<LocalDate> days; }
// only: 7.4 (what 6.6 and 8 make of a type variable is bytea)

// model: embedded_converted_attribute
class Money { long cents; }

@Converter
class MoneyConverter implements AttributeConverter<Money, java.math.BigDecimal> { public java.math.BigDecimal convertToDatabaseColumn(Money m) { return null; } public Money convertToEntityAttribute(java.math.BigDecimal d) { return null; } }

@Embeddable
class Price { @Column(precision = 9, scale = 2) @Convert(converter = MoneyConverter.class) Money net; @Column(length = 3) String currency; }

@Entity
class A { @Id Long id; Price price; @Embedded @Convert(attributeName = "currency", disableConversion = true) @AttributeOverride(name = "net", column = @Column(name = "old_net")) @AttributeOverride(name = "currency", column = @Column(name = "old_currency")) Price old; }

// model: embedded_as_json
@Embeddable
class Part { String a; int b; List<String> words; }

@Entity
class A { @Id Long id; @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) Part one; @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) @Column(name = "more", nullable = false) Part two; }

// model: embedded_as_json_array
// only: 7.4, 8.0 (6.6 has no arrays in JSON)
@Embeddable
class Part { String a; Integer b; }

@Entity
class A { @Id Long id; @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON_ARRAY) Part[] parts; @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON_ARRAY) List<Part> list; }

// model: embedded_composite_user_type
class Money { java.math.BigDecimal amount; String currency; }

public class MoneyType implements org.hibernate.usertype.CompositeUserType<Money> {
    public static class Mapped { java.math.BigDecimal amount; @Column(length = 3) String currency; }
    public Object getPropertyValue(Money m, int i) { return null; }
    public Money instantiate(org.hibernate.metamodel.spi.ValueAccess v) { return null; }
    public Money instantiate(org.hibernate.metamodel.spi.ValueAccess v, org.hibernate.engine.spi.SessionFactoryImplementor f) { return null; } // in 6.6
    public Class<?> embeddable() { return Mapped.class; }
    public Class<Money> returnedClass() { return Money.class; }
    public boolean equals(Money a, Money b) { return a == b; }
    public int hashCode(Money m) { return 0; }
    public Money deepCopy(Money m) { return m; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(Money m) { return null; }
    public Money assemble(java.io.Serializable s, Object o) { return null; }
    public Money replace(Money a, Money b, Object o) { return a; }
}

@Entity
@org.hibernate.annotations.CompositeTypeRegistration(embeddableClass = Money.class, userType = MoneyType.class)
class A { @Id Long id; @AttributeOverride(name = "amount", column = @Column(name = "net", precision = 9, scale = 2)) Money money; @ElementCollection @org.hibernate.annotations.MapKeyCompositeType(MoneyType.class) Map<Money, String> by; }

// model: embedded_composite_user_types_listed
class Pair { int a; int b; }

public class PairType implements org.hibernate.usertype.CompositeUserType<Pair> {
    public static class Mapped { int a; int b; }
    public Object getPropertyValue(Pair m, int i) { return null; }
    public Pair instantiate(org.hibernate.metamodel.spi.ValueAccess v) { return null; }
    public Pair instantiate(org.hibernate.metamodel.spi.ValueAccess v, org.hibernate.engine.spi.SessionFactoryImplementor f) { return null; } // in 6.6
    public Class<?> embeddable() { return Mapped.class; }
    public Class<Pair> returnedClass() { return Pair.class; }
    public boolean equals(Pair a, Pair b) { return a == b; }
    public int hashCode(Pair m) { return 0; }
    public Pair deepCopy(Pair m) { return m; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(Pair m) { return null; }
    public Pair assemble(java.io.Serializable s, Object o) { return null; }
    public Pair replace(Pair a, Pair b, Object o) { return a; }
}

@Entity
@org.hibernate.annotations.CompositeTypeRegistrations(@org.hibernate.annotations.CompositeTypeRegistration(embeddableClass = Pair.class, userType = PairType.class))
class A { @Id Long id; Pair pair; @org.hibernate.annotations.CompositeType(PairType.class) @AttributeOverride(name = "a", column = @Column(name = "x")) @AttributeOverride(name = "b", column = @Column(name = "y")) Pair other; }

// model: tenant_in_key_and_partition
@Entity
@Table(name = "parted")
class A { @Id Long id; @org.hibernate.annotations.TenantId String tenant; @org.hibernate.annotations.PartitionKey int region; }

// model: tenant_typed_and_in_superclass
@MappedSuperclass
abstract class Base { @Id @GeneratedValue Long id; @org.hibernate.annotations.TenantId @Column(name = "owner_tenant", length = 36, updatable = false) String tenant; }

@Entity
class A extends Base { String text; }

@Entity
class B extends Base { @ManyToOne A a; }

// model: table_on_synchronized_and_view_like
@Entity
@org.hibernate.annotations.Subselect("select a.id as id, count(*) as n from A a group by a.id")
@org.hibernate.annotations.Synchronize("A")
class Counted { @Id Long id; long n; }

@Entity
class A { @Id Long id; @OneToOne @JoinColumn(name = "id", insertable = false, updatable = false, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Counted counted; }

// model: table_comments_each
@Entity
@org.hibernate.annotations.Comment("an A; commented")
@SecondaryTable(name = "a_more")
@org.hibernate.annotations.Comment(on = "a_more", value = "more of A")
class A { @Id Long id; @org.hibernate.annotations.Comment("a column\nof two lines") String text; @Column(table = "a_more") int more; @ElementCollection @org.hibernate.annotations.Comment("words of A") Set<String> words; }
// only: 6.6, 7.4 (Hibernate 8 has no Comment)

// model: table_comments_listed
@Entity
@org.hibernate.annotations.Comments({@org.hibernate.annotations.Comment("one"), @org.hibernate.annotations.Comment(on = "a_more", value = "two")})
@SecondaryTable(name = "a_more")
class A { @Id Long id; @Column(table = "a_more") int more; }
// only: 6.6, 7.4 (Hibernate 8 has no Comment)

// model: table_unique_by_columns_in_order
@Entity
@Table(uniqueConstraints = {@UniqueConstraint(name = "uq_named_ba", columnNames = {"b", "a"}), @UniqueConstraint(columnNames = {"a", "b"})})
class A { @Id Long id; String a; String b; }

// model: table_index_orders_and_quotes
@Entity
@Table(name = "`Table A`", indexes = {@Index(name = "ix_named_nulls", columnList = "a desc, b asc"), @Index(name = "ix_named_quoted", columnList = "`Odd Column`")})
class A { @Id Long id; Integer a; Integer b; @Column(name = "`Odd Column`") int odd; }

// model: table_many_columns_and_references
@Entity
class A { @Id Long id; @ManyToOne A a01; @ManyToOne A a02; @ManyToOne A a03; @ManyToOne B b01; @ManyToOne B b02; @OneToOne B b03; String s01; String s02; int i01; int i02; boolean f01; LocalDate d01; Instant t01; UUID u01; byte[] y01; }

@Entity
class B { @Id Long id; @OneToOne A a01; @OneToOne A a02; }

// model: table_generated_uuid_key_and_json_default
@Entity
class A { @Id @org.hibernate.annotations.ColumnDefault("gen_random_uuid()") @org.hibernate.annotations.Generated UUID id; @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) @org.hibernate.annotations.ColumnDefault("'[]'") List<String> words; }

// model: table_columns_listed_66
@Entity
@org.hibernate.annotations.Table(appliesTo = "A", comment = "told by Hibernate", indexes = @org.hibernate.annotations.Index(name = "ix_named_old", columnNames = "text"))
class A { @Id Long id; String text; @org.hibernate.annotations.Index(name = "ix_named_at") String indexed; }
// only: 6.6 (Hibernate 7 has no Table of its own)

// model: table_old_annotations_66
@Entity
@org.hibernate.annotations.Tables({@org.hibernate.annotations.Table(appliesTo = "A", comment = "first")})
class A { @Id Long id; @ManyToOne @org.hibernate.annotations.ForeignKey(name = "fk_named_old") A other; @ElementCollection @org.hibernate.annotations.IndexColumn(name = "at_place", base = 1) List<String> words; @org.hibernate.annotations.Where(clause = "true") @ElementCollection Set<String> more; @org.hibernate.annotations.OrderBy(clause = "sorted") @ElementCollection Set<String> sorted; }
// only: 6.6 (Hibernate 7 has no Table of its own)
