// Inheritance strategies with keys, discriminators, collections and constraints.
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// model: single_char_discriminator
@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class Animal { @Id Long id; }

@Entity
@DiscriminatorValue("C")
class Cat extends Animal { boolean indoor; }

// model: single_integer_discriminator
@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Animal { @Id Long id; }

@Entity
@DiscriminatorValue("2")
class Cat extends Animal { @Column(nullable = false) String name; }

// model: single_discriminator_length_and_options
@Entity
@DiscriminatorColumn(name = "`Kind`", length = 7)
@DiscriminatorOptions(force = true, insert = false)
class Animal { @Id Long id; }

@Entity
class Cat extends Animal { int lives; }

// model: single_discriminator_definition
@Entity
@DiscriminatorColumn(name = "kind", columnDefinition = "varchar(9) default 'animal'")
class Animal { @Id Long id; }

@Entity
class Cat extends Animal { int lives; }

// model: single_discriminator_column_also_mapped
@Entity
@DiscriminatorColumn(name = "kind", length = 20)
class Animal {
    @Id Long id;
    @Column(name = "kind", insertable = false, updatable = false, length = 20) String kind;
}

@Entity
class Cat extends Animal { int lives; }

// model: single_discriminator_formula
@Entity
@DiscriminatorFormula("case when lives is null then 'A' else 'C' end")
@DiscriminatorValue("A")
class Animal { @Id Long id; Integer lives; }

@Entity
@DiscriminatorValue("C")
class Cat extends Animal { String color; }

// model: single_no_column_for_abstract_root
@Entity
@Inheritance
abstract class Vehicle { @Id Long id; }

@Entity
abstract class Motor extends Vehicle { int power; }

@Entity
class Car extends Motor { int doors; }

@Entity
class Truck extends Motor { double load; }

// model: single_subclass_association_and_collections
@Entity
class Employee { @Id Long id; @ManyToOne(optional = false) Employee boss; }

@Entity
class Developer extends Employee {
    @ElementCollection @Column(nullable = false) Set<String> languages;
    @ManyToOne(optional = false) Employee mentor;
    @OneToMany @JoinColumn(name = "owner_id") List<Laptop> laptops;
}

@Entity
class Laptop { @Id Long id; @ManyToOne Developer user; }

// model: single_siblings_same_column
@Entity
abstract class Payment { @Id Long id; }

@Entity
class Card extends Payment { @Column(name = "code", length = 30) String number; }

@Entity
class Voucher extends Payment { @Column(name = "code", length = 30) String text; }

// model: single_check_and_unique_in_subclass
@Entity
class Person { @Id Long id; }

@Entity
class Pupil extends Person {
    @Column(unique = true) String number;
    @Check(constraints = "grade between 1 and 13") Integer grade;
}

// model: single_enum_in_subclass
enum Form { A, B }

@Entity
class Person { @Id Long id; }

@Entity
class Pupil extends Person {
    @Enumerated(EnumType.STRING) @Column(nullable = false) Form form;
}

// model: single_subclass_with_secondary_table
@Entity
class Person { @Id Long id; }

@Entity
@SecondaryTable(name = "pupil_details", indexes = @Index(name = "ix_named_school", columnList = "school"))
class Pupil extends Person {
    @Column(table = "pupil_details") String school;
    @ManyToOne @JoinColumn(table = "pupil_details") Person teacher;
}

// model: joined_with_discriminator_column
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 12)
class Party { @Id @GeneratedValue Long id; }

@Entity
@DiscriminatorValue("firm")
class Firm extends Party { @Column(nullable = false) String trade; }

// model: joined_on_delete_cascade
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party { @Id Long id; }

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
class Firm extends Party { String trade; }

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
@PrimaryKeyJoinColumn(name = "firm_id")
class Bank extends Firm { String code; }

// model: joined_composite_key
@Embeddable
class PartyId implements java.io.Serializable { String country; int number; }

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party { @EmbeddedId PartyId id; }

@Entity
class Firm extends Party { @OneToMany @JoinColumn(name = "owner_country", referencedColumnName = "country") @JoinColumn(name = "owner_number", referencedColumnName = "number") Set<Party> owned; }

// model: joined_collections_of_subclass
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party { @Id Long id; @ManyToMany Set<Party> friends; }

@Entity
class Firm extends Party {
    @ElementCollection Map<String, String> phones;
    @OneToMany(mappedBy = "employer") Set<Person> staff;
}

@Entity
class Person extends Party { @ManyToOne Firm employer; }

// model: joined_table_of_own_schema
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(schema = "base")
class Party { @Id Long id; }

@Entity
@Table(schema = "more", name = "`Firm`")
class Firm extends Party { String trade; }

// model: joined_named_foreign_key
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party { @Id Long id; }

@Entity
@PrimaryKeyJoinColumn(name = "party", foreignKey = @ForeignKey(name = "fk_named_party"))
class Firm extends Party { String trade; }

@Entity
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Person extends Party { String name; }

// model: joined_three_levels_abstract
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class A { @Id @GeneratedValue Long id; }

@Entity
abstract class B extends A { int b; }

@Entity
class C extends B { int c; @ManyToOne A other; }

@Entity
class D extends B { int d; @OneToOne C c; }

// model: joined_version_and_natural_id
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party { @Id Long id; @Version int version; @org.hibernate.annotations.NaturalId String code; }

@Entity
class Firm extends Party { @Column(unique = true) String register; }

// model: joined_mapped_superclass_between
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Root { @Id Long id; }

@MappedSuperclass
abstract class Between extends Root { @Column(length = 10) String between; }

@Entity
class Leaf extends Between { String leaf; }

// model: joined_discriminator_ignored
// set: hibernate.discriminator.ignore_explicit_for_joined=true
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
class Root { @Id Long id; }

@Entity
class Leaf extends Root { String leaf; }

// model: joined_discriminator_implicit
// set: hibernate.discriminator.implicit_for_joined=true
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Root { @Id Long id; }

@Entity
class Leaf extends Root { String leaf; }

// model: union_abstract_root
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape { @Id @GeneratedValue Long id; @Column(nullable = false) String color; }

@Entity
class Circle extends Shape { double radius; }

@Entity
class Line extends Shape { double length; }

// model: union_referenced_root
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape { @Id Long id; }

@Entity
class Circle extends Shape { double radius; }

@Entity
class Drawing { @Id Long id; @ManyToOne Shape main; @OneToMany Set<Shape> all; @ManyToOne Circle circle; }

// model: union_constraints_repeated
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Shape {
    @Id Long id;
    @Column(unique = true) String name;
    @ManyToOne Shape inside;
    @Enumerated(EnumType.STRING) Tone tone;
}

enum Tone { DARK, LIGHT }

@Entity
class Circle extends Shape { @Column(unique = true) int number; }

// model: union_collections_in_root
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape { @Id Long id; @ElementCollection List<String> tags; }

@Entity
class Circle extends Shape { double radius; }

@Entity
class Line extends Shape { double length; @ElementCollection Set<Integer> dashes; }

// model: union_indexes_and_schema
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(indexes = @Index(columnList = "color"))
class Shape { @Id Long id; String color; }

@Entity
@Table(schema = "round", indexes = @Index(columnList = "color, radius desc"))
class Circle extends Shape { double radius; }

// model: superclass_of_superclass_overridden
@MappedSuperclass
class A { @Id Long id; @Column(length = 10) String a; }

@MappedSuperclass
class B extends A { @ManyToOne Target target; }

@Entity
@AttributeOverride(name = "a", column = @Column(name = "first", length = 20, nullable = false))
@AssociationOverride(name = "target", joinColumns = @JoinColumn(name = "to_id", nullable = false), foreignKey = @ForeignKey(name = "fk_named_to"))
class C extends B { int c; }

@Entity
class Target { @Id Long id; }

// model: superclass_overrides_listed
@MappedSuperclass
class A { @Id Long id; @ManyToOne Target x; @ManyToMany Set<Target> many; String s; int n; }

@Entity
@AttributeOverrides({@AttributeOverride(name = "id", column = @Column(name = "key")), @AttributeOverride(name = "s", column = @Column(name = "text"))})
@AssociationOverrides({@AssociationOverride(name = "x", joinColumns = @JoinColumn(name = "ex")), @AssociationOverride(name = "many", joinTable = @JoinTable(name = "c_targets"))})
class C extends A { int c; }

@Entity
class D extends A { }

@Entity
class Target { @Id Long id; }

// model: superclass_generic_key
@MappedSuperclass
class A<K> { @Id K id; }

@Entity
class WithText extends A<String> { int n; }

@Entity
class WithNumber extends A<Long> { @ManyToOne WithText text; }

// model: superclass_generic_attribute
@MappedSuperclass
class Holder<T, E> { @Id Long id; T value; @ManyToOne E other; }

@Entity
class Dated extends Holder<java.time.LocalDate, Texted> { }

@Entity
class Texted extends Holder<String, Dated> { }

// model: superclass_embeddable
@MappedSuperclass
class Audit { java.time.Instant at; @Column(length = 20) String by; }

@Embeddable
class Signed extends Audit { byte[] signature; }

@Entity
class Document { @Id Long id; @Embedded Signed signed; }

// model: concrete_proxy
@Entity
@ConcreteProxy
@DiscriminatorColumn(name = "kind")
class Base { @Id Long id; }

@Entity
class Special extends Base { String text; }

@Entity
class Client { @Id Long id; @ManyToOne(fetch = FetchType.LAZY) Base base; }

// model: entity_without_inheritance_extends_plain_class
class Plain { String ignored; }

@Entity
class Sub extends Plain { @Id Long id; String kept; }

// model: embeddable_hierarchy
@Embeddable
@DiscriminatorColumn(name = "animal_kind", length = 6)
@DiscriminatorValue("animal")
class Animal { int age; }

@Embeddable
@DiscriminatorValue("cat")
class Cat extends Animal { @Column(nullable = false) int lives; @Enumerated(EnumType.STRING) Coat coat; }

enum Coat { LONG, SHORT }

@Entity
class Owner { @Id Long id; @Embedded Animal animal; @ElementCollection Set<Animal> others; }

// model: single_table_index_on_discriminator
@Entity
@DiscriminatorColumn(name = "kind")
@Table(indexes = @Index(columnList = "kind, id"), uniqueConstraints = @UniqueConstraint(columnNames = {"kind", "number"}))
class Base { @Id Long id; int number; }

@Entity
class Special extends Base { String text; }
