// Primary keys of every type, and how they are generated.
import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.UuidGenerator;

// model: key_string_length
@Entity
class Country {
    @Id @Column(length = 2) String code;
    @ManyToOne Country neighbour;
}

// model: key_char
@Entity
class Grade {
    @Id char letter;
    @ElementCollection Set<Character> below;
}

// model: key_date
@Entity
class Holiday {
    @Id LocalDate day;
    @ManyToOne Holiday before;
}

// model: key_timestamp_precision
@Entity
class Tick {
    @Id @Column(secondPrecision = 3) Instant at;
    @ManyToOne Tick before;
}
// only: 7.4, 8.0 (secondPrecision is of Jakarta Persistence 3.2)

// model: key_decimal
@Entity
class Account {
    @Id @Column(precision = 20, scale = 0) BigDecimal number;
    @ManyToOne Account parent;
}

// model: key_big_integer
@Entity
class Block {
    @Id @Column(precision = 30) BigInteger height;
    @OneToOne Block before;
}

// model: key_enum_name
enum Level { LOW, HIGH }

@Entity
class Alarm {
    @Id @Enumerated(EnumType.STRING) @Column(length = 8) Level level;
    @ManyToOne Alarm above;
}

// model: key_enum_ordinal
enum Floor { GROUND, FIRST }

@Entity
class Room {
    @Id @Enumerated(EnumType.ORDINAL) Floor floor;
    String use;
}

// model: key_short_and_byte
@Entity
class Small {
    @Id short number;
    @ManyToOne Tiny tiny;
}

@Entity
class Tiny {
    @Id byte number;
}

// model: key_boolean
@Entity
class Switch {
    @Id boolean active;
    String label;
}

// model: key_bytes
@Entity
class Digest {
    @Id @Column(length = 32) byte[] hash;
    String file;
}

// model: key_url_and_locale
@Entity
class Page {
    @Id java.net.URL address;
    @ManyToOne Language language;
}

@Entity
class Language {
    @Id Locale locale;
    @Column(name = "money") Currency currency;
}

// model: key_converted
class Isbn implements java.io.Serializable {
    String text;
}

@Converter(autoApply = true)
class IsbnConverter implements AttributeConverter<Isbn, String> {
    public String convertToDatabaseColumn(Isbn isbn) { return isbn == null ? null : isbn.text; }
    public Isbn convertToEntityAttribute(String text) { Isbn isbn = new Isbn(); isbn.text = text; return isbn; }
}

@Entity
class Book {
    @EmbeddedId BookId id;
    Isbn previous;
}

@Embeddable
class BookId implements java.io.Serializable {
    @Column(length = 13) Isbn isbn;
    int edition;
}

// model: key_identity_integer_and_short
@Entity
class First {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) int id;
}

@Entity
class Second {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) short id;
    @ManyToOne First first;
}

// model: key_identity_in_superclass
@MappedSuperclass
class Base {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
}

@Entity
class Cat extends Base { int a; }

@Entity
class Dog extends Base { int b; }

// model: key_identity_joined
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
}

@Entity
class Firm extends Party { String trade; }

@Entity
class Human extends Party { String name; }

// model: key_sequence_of_superclass
@MappedSuperclass
class Numbered {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "all_numbers") @SequenceGenerator(name = "all_numbers", sequenceName = "all_numbers", initialValue = 1000) Long id;
}

@Entity
class Invoice extends Numbered { int total; }

@Entity
class Receipt extends Numbered { int total; }

// model: key_sequence_on_class
@Entity
@SequenceGenerator(name = "steps", sequenceName = "stair_steps", allocationSize = 1, initialValue = 5)
class Stair {
    @Id @GeneratedValue(generator = "steps") int id;
}

// model: key_sequence_shared_increment
@Entity
class Pool {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pool") @SequenceGenerator(name = "pool", sequenceName = "pool_numbers", allocationSize = 7) Long id;
}

@Entity
class Lane {
    @Id @GeneratedValue(generator = "lane") @SequenceGenerator(name = "lane", sequenceName = "pool_numbers", allocationSize = 7) Long id;
    @ManyToOne Pool pool;
}

// model: key_sequence_options
@Entity
class Ticket {
    @Id @GeneratedValue(generator = "t") @SequenceGenerator(name = "t", sequenceName = "ticket_numbers", allocationSize = 1, options = "cache 20 cycle maxvalue 99999") Long id;
}
// only: 7.4, 8.0 (options is of Jakarta Persistence 3.2)

// model: key_sequence_in_schema
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
class Ticket {
    @Id @GeneratedValue(generator = "t") @SequenceGenerator(name = "t", schema = "numbers", sequenceName = "of_tickets") Long id;
}

// model: key_sequence_negative
@Entity
class Debt {
    @Id @GeneratedValue(generator = "down") @SequenceGenerator(name = "down", sequenceName = "down", initialValue = -1, allocationSize = -1) Long id;
}

// model: key_sequence_generators_listed
@Entity
@SequenceGenerators({@SequenceGenerator(name = "a", sequenceName = "sa"), @SequenceGenerator(name = "b", sequenceName = "sb", allocationSize = 3)})
class One {
    @Id @GeneratedValue(generator = "b") Long id;
}

@Entity
class Two {
    @Id @GeneratedValue(generator = "a") Long id;
}

// model: key_table_generators_listed
@Entity
@TableGenerators({
    @TableGenerator(name = "a", table = "counters", pkColumnName = "what", valueColumnName = "next", pkColumnValue = "one"),
    @TableGenerator(name = "b", table = "counters", pkColumnName = "what", valueColumnName = "next", pkColumnValue = "two", initialValue = 10)
})
class One {
    @Id @GeneratedValue(generator = "b") Long id;
}

@Entity
class Two {
    @Id @GeneratedValue(generator = "a") Long id;
}

// model: key_table_generator_in_schema
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
class One {
    @Id @GeneratedValue(generator = "a") @TableGenerator(name = "a", schema = "counting", table = "counters") Long id;
}

// model: key_table_generator_unique_and_index
@Entity
class One {
    @Id @GeneratedValue(generator = "a") @TableGenerator(name = "a", table = "counters", valueColumnName = "next", uniqueConstraints = @UniqueConstraint(name = "uq_named_next", columnNames = "next"), indexes = @Index(name = "ix_named_next", columnList = "next desc")) Long id;
}

// model: key_generic_table
// only: 6.6, 7.4 (the annotation has no name in Hibernate 8)
@Entity
class One {
    @Id @GeneratedValue(generator = "g") @GenericGenerator(name = "g", type = org.hibernate.id.enhanced.TableGenerator.class, parameters = {@Parameter(name = "table_name", value = "my_numbers"), @Parameter(name = "segment_column_name", value = "kind"), @Parameter(name = "segment_value_length", value = "40"), @Parameter(name = "value_column_name", value = "last")}) Long id;
}

// model: key_generic_sequence_style
// only: 6.6, 7.4 (the annotation has no name in Hibernate 8)
@Entity
class One {
    @Id @GeneratedValue(generator = "g") @GenericGenerator(name = "g", type = org.hibernate.id.enhanced.SequenceStyleGenerator.class, parameters = {@Parameter(name = "sequence_name", value = "my_seq"), @Parameter(name = "initial_value", value = "100"), @Parameter(name = "increment_size", value = "10"), @Parameter(name = "optimizer", value = "pooled-lo")}) Long id;
}

// model: key_generic_forced_table
@Entity
class One {
    @Id @GeneratedValue(generator = "g") @GenericGenerator(name = "g", strategy = "enhanced-sequence", parameters = {@Parameter(name = "force_table_use", value = "true"), @Parameter(name = "sequence_name", value = "as_table")}) Long id;
}
// only: 6.6 (the others have no such strategy)

// model: key_generic_prefixed_by_entity
// only: 6.6, 7.4 (the annotation has no name in Hibernate 8)
@Entity
class Parcel {
    @Id @GeneratedValue(generator = "g") @GenericGenerator(name = "g", type = org.hibernate.id.enhanced.SequenceStyleGenerator.class, parameters = @Parameter(name = "sequence_per_entity_suffix", value = "_numbers")) Long id;
}

@Entity
class Letter {
    @Id @GeneratedValue(generator = "h") @GenericGenerator(name = "h", type = org.hibernate.id.enhanced.SequenceStyleGenerator.class, parameters = @Parameter(name = "prefer_sequence_per_entity", value = "true")) Long id;
}

// model: key_generic_of_8
// only: 8.0 (the annotation has a name before)
@Entity
class One {
    @Id @GeneratedValue @GenericGenerator(type = org.hibernate.id.enhanced.TableGenerator.class, parameters = {@Parameter(name = "table_name", value = "my_numbers"), @Parameter(name = "value_column_name", value = "last")}) Long id;
}

// model: key_generics_listed
// only: 6.6, 7.4 (Hibernate 8 has no GenericGenerators)
@org.hibernate.annotations.GenericGenerators({@GenericGenerator(name = "a", type = org.hibernate.id.enhanced.SequenceStyleGenerator.class, parameters = @Parameter(name = "sequence_name", value = "sa")), @GenericGenerator(name = "b", type = org.hibernate.id.UUIDGenerator.class)})
@Entity
class One {
    @Id @GeneratedValue(generator = "a") Long id;
}

@Entity
class Two {
    @Id @GeneratedValue(generator = "b") UUID id;
}

// model: key_of_own_generator
@IdGeneratorType(org.hibernate.id.enhanced.SequenceStyleGenerator.class)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Counted {}

@Entity
class Parcel {
    @Id @Counted Long id;
}

// model: key_uuid_as_text
@Entity
class Session {
    @Id @GeneratedValue(strategy = GenerationType.UUID) String id;
    @ManyToOne Session before;
}

// model: key_uuid_char
@Entity
class Session {
    @Id @UuidGenerator(style = UuidGenerator.Style.TIME) @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.CHAR) UUID id;
    @OneToMany @JoinColumn Set<Session> children;
}

// model: key_uuid_binary
@Entity
class Session {
    @Id @GeneratedValue @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.BINARY) UUID id;
    @ManyToMany Set<Session> others;
}

// model: key_native_generator
@Entity
class Native {
    @Id @GeneratedValue @org.hibernate.annotations.NativeGenerator Long id;
}
// only: 7.4, 8.0 (NativeGenerator is of Hibernate 7)

// model: key_native_generator_with_form
@Entity
class Native {
    @Id @GeneratedValue @org.hibernate.annotations.NativeGenerator(sequenceForm = @SequenceGenerator(name = "n", sequenceName = "native_numbers", allocationSize = 4)) Long id;
}
// only: 7.4, 8.0 (NativeGenerator is of Hibernate 7)

// model: key_auto_in_table_per_class
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Shape {
    @Id @GeneratedValue Long id;
}

@Entity
class Circle extends Shape { double radius; }

@Entity
class Square extends Shape { double side; }

// model: key_auto_in_single_table_children
@Entity
abstract class Shape {
    @Id @GeneratedValue(strategy = GenerationType.AUTO) Long id;
}

@Entity
class Circle extends Shape { double radius; }

// model: key_implicit_sequence_legacy
// set: hibernate.id.db_structure_naming_strategy=legacy
@Entity
class Old {
    @Id @GeneratedValue Long id;
}

@Entity
class Older {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
}

// model: key_implicit_sequence_single
// set: hibernate.id.db_structure_naming_strategy=single
@Entity
class Old {
    @Id @GeneratedValue Long id;
}

@Entity
class Older {
    @Id @GeneratedValue Long id;
}

// model: key_embedded_with_association
@Embeddable
class LineId implements java.io.Serializable {
    @ManyToOne PurchaseOrder purchase;
    int number;
}

@Entity
class PurchaseOrder {
    @Id Long id;
}

@Entity
class Line {
    @EmbeddedId LineId id;
    int amount;
}

@Entity
class Note {
    @Id Long id;
    @ManyToOne Line line;
}

// model: key_embedded_overridden
@Embeddable
class Code implements java.io.Serializable {
    @Column(length = 3) String country;
    int number;
}

@Entity
class Stamp {
    @EmbeddedId
    @AttributeOverrides({@AttributeOverride(name = "country", column = @Column(name = "issued_in", length = 2)), @AttributeOverride(name = "number", column = @Column(name = "\"No\""))})
    Code id;
    String motif;
}

@Entity
class Album {
    @Id Long id;
    @ManyToMany @JoinTable(inverseJoinColumns = {@JoinColumn(name = "c", referencedColumnName = "issued_in"), @JoinColumn(name = "n", referencedColumnName = "\"No\"")}) List<Stamp> stamps;
}

// model: key_embedded_nested
@Embeddable
class Inner implements java.io.Serializable { int a; int b; }

@Embeddable
class Outer implements java.io.Serializable { Inner inner; int c; }

@Entity
class Deep {
    @EmbeddedId Outer id;
    @ManyToOne Deep parent;
}

// model: key_id_class_with_associations
class SeatId implements java.io.Serializable { Long hall; int row; int number; }

@Entity
class Hall { @Id Long id; }

@Entity
@IdClass(SeatId.class)
class Seat {
    @Id @ManyToOne Hall hall;
    @Id int row;
    @Id int number;
    @OneToMany(mappedBy = "seat") Set<Booking> bookings;
}

@Entity
class Booking {
    @Id @GeneratedValue Long id;
    @ManyToOne(optional = false) Seat seat;
}

// model: key_id_class_generated
class PartId implements java.io.Serializable { Long serial; String maker; }

@Entity
@IdClass(PartId.class)
class Part {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long serial;
    @Id @Column(length = 20) String maker;
}

// model: key_multiple_id_without_class
@Entity
class Grid implements java.io.Serializable {
    @Id int x;
    @Id int y;
    String text;
}

// model: key_maps_id_partial
@Embeddable
class DependentId implements java.io.Serializable { String name; Long employee; }

@Entity
class Employee { @Id @GeneratedValue Long id; }

@Entity
class Dependent {
    @EmbeddedId DependentId id;
    @MapsId("employee") @ManyToOne Employee employee;
}

// model: key_maps_id_whole
class EmployeeId implements java.io.Serializable { String first; String last; }

@Entity
@IdClass(EmployeeId.class)
class Employee { @Id String first; @Id String last; }

@Entity
class Medical {
    @EmbeddedId MedicalId id;
    @MapsId @OneToOne @JoinColumns({@JoinColumn(name = "f", referencedColumnName = "first"), @JoinColumn(name = "l", referencedColumnName = "last")}) Employee patient;
}

@Embeddable
class MedicalId implements java.io.Serializable { String first; String last; }

// model: key_derived_two_levels
@Entity
class Top { @Id @GeneratedValue Long id; }

@Entity
class Middle { @Id @OneToOne Top top; }

@Entity
class Bottom { @Id @OneToOne @JoinColumn(name = "m") Middle middle; String text; }

// model: key_shared_by_primary_key_join
@Entity
class Person {
    @Id Long id;
    @OneToOne @PrimaryKeyJoinColumn Passport passport;
}

@Entity
class Passport { @Id Long id; String number; }

// model: key_shared_without_constraint
@Entity
class Person {
    @Id Long id;
    @OneToOne @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Passport passport;
}

@Entity
class Passport { @Id Long id; String number; }

// model: key_primary_key_join_columns
class PairId implements java.io.Serializable { int a; int b; }

@Entity
@IdClass(PairId.class)
@Inheritance(strategy = InheritanceType.JOINED)
class Pair { @Id int a; @Id int b; }

@Entity
@PrimaryKeyJoinColumns(value = {@PrimaryKeyJoinColumn(name = "pa", referencedColumnName = "a"), @PrimaryKeyJoinColumn(name = "pb", referencedColumnName = "b")}, foreignKey = @ForeignKey(name = "fk_named_pair"))
class Triple extends Pair { int c; }

// model: key_column_definition
@Entity
class Coupon {
    @Id @Column(columnDefinition = "char(8)") String code;
    @ManyToOne @JoinColumn(columnDefinition = "char(8)") Coupon replaces;
}

// model: key_quoted_upper_case
@Entity
class Quoted {
    @Id @Column(name = "`ID`") Long id;
    @ManyToOne @JoinColumn(name = "`ParentID`") Quoted parent;
}

// model: key_with_default_and_check
@Entity
class Code {
    @Id @org.hibernate.annotations.ColumnDefault("'none'") @org.hibernate.annotations.Check(constraints = "code <> ''") String code;
}

// model: key_with_comment
// only: 6.6, 7.4 (Hibernate 8 has no Comment)
@Entity
class Code {
    @Id @org.hibernate.annotations.Comment("as printed") String code;
}
