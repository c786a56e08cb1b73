// Collections of values: their tables, keys, indexes and element types.
import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;

// model: elements_bag_list_set
@Entity
class A { @Id Long id; @ElementCollection Collection<String> bag; @ElementCollection @OrderColumn List<String> list; @ElementCollection Set<String> set; @ElementCollection List<Integer> unordered; }

// model: elements_said_bag
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.Bag List<String> words; @OneToMany @org.hibernate.annotations.Bag List<A> others; }

// model: elements_sorted
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.SortNatural SortedSet<String> naturally; @ElementCollection @org.hibernate.annotations.SortComparator(ByLength.class) SortedSet<String> compared; @ElementCollection @OrderBy Set<String> ordered; @ElementCollection @org.hibernate.annotations.SQLOrder("words desc") Set<String> words; }

public class ByLength implements Comparator<String> { public int compare(String a, String b) { return a.length() - b.length(); } }

// model: elements_temporal
@Entity
class A { @Id Long id; @ElementCollection Set<LocalDate> days; @ElementCollection @Column(secondPrecision = 0) Set<LocalDateTime> times; @ElementCollection @OrderColumn List<Duration> spans; @ElementCollection @Temporal(TemporalType.TIME) Set<Date> hours; }
// only: 7.4 (secondPrecision is of Jakarta Persistence 3.2, and 4 has no Temporal)

// model: elements_enum
enum Color { RED, GREEN }

@Entity
class A { @Id Long id; @ElementCollection @Enumerated(EnumType.STRING) Set<Color> names; @ElementCollection Set<Color> ordinals; @ElementCollection @Enumerated(EnumType.STRING) @OrderColumn @Column(nullable = false) List<Color> list; }

// model: elements_enum_key
enum Color { RED, GREEN }

@Entity
class A { @Id Long id; @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Color, String> names; @ElementCollection @MapKeyEnumerated(EnumType.ORDINAL) Map<Color, Integer> ordinals; @ElementCollection Map<Color, Color> colors; }

// model: elements_enum_native
enum Color { RED, GREEN }

@Entity
class A { @Id Long id; @ElementCollection @JdbcTypeCode(SqlTypes.NAMED_ENUM) Set<Color> colors; }

// model: elements_array_and_lob
@Entity
class A { @Id Long id; @ElementCollection @OrderColumn List<byte[]> files; @ElementCollection @Lob List<String> texts; @ElementCollection Map<String, String[]> lists; }

// model: elements_converted
class Money { long cents; }

@Converter
class MoneyConverter implements AttributeConverter<Money, Long> { public Long convertToDatabaseColumn(Money m) { return m == null ? null : m.cents; } public Money convertToEntityAttribute(Long l) { return new Money(); } }

@Entity
class A { @Id Long id; @ElementCollection @Convert(converter = MoneyConverter.class) List<Money> amounts; @ElementCollection @Convert(attributeName = "key", converter = MoneyConverter.class) @Convert(attributeName = "value", converter = MoneyConverter.class) Map<Money, Money> map; }

// model: elements_converted_listed
class Money { long cents; }

@Converter
class MoneyConverter implements AttributeConverter<Money, String> { public String convertToDatabaseColumn(Money m) { return ""; } public Money convertToEntityAttribute(String l) { return new Money(); } }

@Entity
class A { @Id Long id; @ElementCollection @Converts({@Convert(attributeName = "key", converter = MoneyConverter.class), @Convert(attributeName = "value", converter = MoneyConverter.class)}) Map<Money, Money> map; }

// model: elements_column_attributes
@Entity
class A { @Id Long id; @ElementCollection @Column(name = "word", length = 12, nullable = false, unique = true) Set<String> words; @ElementCollection @Column(columnDefinition = "varchar(9) default 'x'") Set<String> defined; }

// model: elements_numeric_precision
@Entity
class A { @Id Long id; @ElementCollection @Column(precision = 9, scale = 3) List<java.math.BigDecimal> prices; @ElementCollection @MapKeyColumn(precision = 5, scale = 1, name = "size_key") Map<java.math.BigDecimal, Double> sizes; }

// model: elements_table_named
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
class A { @Id Long id; @ElementCollection @CollectionTable(schema = "parts", name = "`Words`", joinColumns = @JoinColumn(name = "of_a"), indexes = @Index(name = "ix_named_word", columnList = "word"), uniqueConstraints = @UniqueConstraint(name = "uq_named_word", columnNames = {"of_a", "word"}), foreignKey = @ForeignKey(name = "fk_named_a")) @Column(name = "word") List<String> words; }

// model: elements_table_without_constraint
@Entity
class A { @Id Long id; @ElementCollection @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<String> words; @ElementCollection @CollectionTable(name = "a_more", joinColumns = @JoinColumn(name = "a", foreignKey = @ForeignKey(name = "fk_named_more"))) Set<String> more; }

// model: elements_on_delete
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE) Set<String> words; }

// model: elements_of_composite_key
@Embeddable
class Two implements java.io.Serializable { int x; int y; }

@Entity
class A { @EmbeddedId Two id; @ElementCollection Set<String> words; @ElementCollection @CollectionTable(joinColumns = {@JoinColumn(name = "ax", referencedColumnName = "x"), @JoinColumn(name = "ay", referencedColumnName = "y")}) @OrderColumn List<Integer> numbers; }

// model: elements_to_unique_column
@Entity
class A implements java.io.Serializable { @Id Long id; @Column(unique = true, length = 5) String code; @ElementCollection @CollectionTable(joinColumns = @JoinColumn(name = "a_code", referencedColumnName = "code")) Set<String> words; }

// model: elements_list_base_and_index_name
@Entity
class A { @Id Long id; @ElementCollection @OrderColumn(name = "n", nullable = false, columnDefinition = "smallint") @ListIndexBase(1) List<String> list; }

// model: elements_list_index_types
@Entity
class A {
    @Id Long id;
    @ElementCollection @OrderColumn @org.hibernate.annotations.ListIndexJdbcTypeCode(java.sql.Types.SMALLINT) List<String> coded;
    @ElementCollection @OrderColumn @org.hibernate.annotations.ListIndexJdbcType(org.hibernate.type.descriptor.jdbc.BigIntJdbcType.class) List<String> typed;
    @ElementCollection @OrderColumn @org.hibernate.annotations.ListIndexJavaType(org.hibernate.type.descriptor.java.IntegerJavaType.class) List<String> described;
}

// model: elements_map_keys
@Entity
class A { @Id Long id; @ElementCollection Map<String, Integer> text; @ElementCollection @MapKeyColumn(name = "day", nullable = false) Map<LocalDate, String> days; @ElementCollection Map<UUID, Boolean> flags; @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, String> dates; }
// only: 6.6, 7.4 (Jakarta Persistence 4 has no MapKeyTemporal)

// model: elements_map_key_class
@Entity
class A { @Id Long id; @ElementCollection @MapKeyClass(Integer.class) Map<Object, String> raw; @ElementCollection(targetClass = String.class) Set others; }

// model: elements_map_key_types
@Entity
class A {
    @Id Long id;
    @ElementCollection @org.hibernate.annotations.MapKeyJdbcTypeCode(java.sql.Types.CHAR) Map<String, String> coded;
    @ElementCollection @org.hibernate.annotations.MapKeyJdbcType(org.hibernate.type.descriptor.jdbc.SmallIntJdbcType.class) Map<Integer, String> typed;
    @ElementCollection @org.hibernate.annotations.MapKeyJavaType(org.hibernate.type.descriptor.java.LongJavaType.class) Map<Long, String> described;
    @ElementCollection @org.hibernate.annotations.MapKeyMutability(org.hibernate.type.descriptor.java.Immutability.class) Map<String, String> immutable;
}

// model: elements_map_embeddable_key
@Embeddable
class Place implements java.io.Serializable { String town; @Column(length = 5) String zip; }

@Entity
class A { @Id Long id; @ElementCollection Map<Place, String> by; @ElementCollection @AttributeOverride(name = "key.town", column = @Column(name = "k_town", nullable = false)) @AttributeOverride(name = "value.town", column = @Column(name = "v_town")) @AttributeOverride(name = "value.zip", column = @Column(name = "v_zip")) Map<Place, Place> both; }

// model: elements_map_entity_key
@Entity
class A { @Id Long id; @ElementCollection @MapKeyJoinColumn(name = "b_key") Map<B, Integer> counts; }

@Entity
class B { @Id String code; }

// model: elements_embeddable_with_everything
enum Kind { X, Y }

@Embeddable
class Part { @Column(nullable = false, length = 8) String name; Kind kind; @ManyToOne Owner other; @Embedded Size size; }

@Embeddable
class Size { int width; Integer height; }

@Entity
class Owner { @Id Long id; @ElementCollection @OrderColumn List<Part> parts; @ElementCollection Set<Part> loose; }

// model: elements_embeddable_index_and_unique
@Embeddable
class Part { String name; int number; }

@Entity
class Owner { @Id Long id; @ElementCollection @CollectionTable(name = "parts", indexes = @Index(columnList = "number desc, name"), uniqueConstraints = @UniqueConstraint(columnNames = "name")) Set<Part> parts; }

// model: elements_embeddable_overridden_association
@Embeddable
class Part { String name; @ManyToOne Owner maker; }

@Entity
class Owner { @Id Long id; @ElementCollection @AssociationOverride(name = "maker", joinColumns = @JoinColumn(name = "made_by", nullable = false)) Set<Part> parts; }

// model: elements_collection_id_sequence
@Entity
class A { @Id Long id; @ElementCollection @CollectionId(column = @Column(name = "entry"), generator = "sequence") @CollectionIdJdbcTypeCode(java.sql.Types.BIGINT) Collection<String> words; }

// model: elements_collection_id_types
@Entity
class A {
    @Id Long id;
    @ElementCollection @CollectionTable(name = "a_typed") @CollectionId(column = @Column(name = "entry"), generator = "increment") @org.hibernate.annotations.CollectionIdJavaType(org.hibernate.type.descriptor.java.IntegerJavaType.class) Collection<String> typed;
    @ElementCollection @CollectionTable(name = "a_jdbc") @CollectionId(column = @Column(name = "entry"), generator = "increment") @org.hibernate.annotations.CollectionIdJdbcType(org.hibernate.type.descriptor.jdbc.IntegerJdbcType.class) @org.hibernate.annotations.CollectionIdMutability(org.hibernate.type.descriptor.java.Immutability.class) Collection<String> jdbc;
}

// model: elements_collection_id_java_class
@Entity
class A { @Id Long id; @ElementCollection @CollectionId(column = @Column(name = "entry"), generator = "increment") @org.hibernate.annotations.CollectionIdJavaClass(idType = Short.class) Collection<String> words; }
// only: 7.4, 8.0 (CollectionIdJavaClass is of Hibernate 7)

// model: elements_hibernate_check_default_comment
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.Check(constraints = "words <> ''") @org.hibernate.annotations.ColumnDefault("'-'") Set<String> words; }

// model: elements_owned_by_embeddable
@Embeddable
class Inner { @ElementCollection Set<String> words; @ElementCollection @CollectionTable(name = "inner_map") Map<String, Integer> map; }

@Entity
class A { @Id Long id; Inner inner; }

// model: elements_in_two_embeddeds
@Embeddable
class Inner { @ElementCollection Set<String> words; }

@Entity
class A { @Id Long id; @Embedded @AssociationOverride(name = "words", joinTable = @JoinTable(name = "one_words")) Inner one; @Embedded Inner two; }

// model: elements_single_table_and_joined_owner
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class A { @Id Long id; }

@Entity
class B extends A { @ElementCollection @CollectionTable(name = "shared_words", joinColumns = @JoinColumn(name = "b_id")) Set<String> words; }

// model: elements_as_array_columns
@Entity
class A { @Id Long id; List<String> words; Set<Integer> numbers; @Column(length = 9) String[] codes; int[] primitive; Collection<LocalDate> days; @org.hibernate.annotations.Array(length = 5) long[] five; }

// model: elements_preferred_for_lists
enum Color { RED, GREEN }

@Entity
class A { @Id Long id; Color[] ordinals; @Enumerated(EnumType.STRING) Color[] names; @Enumerated(EnumType.STRING) List<Color> list; UUID[] ids; Instant[] at; boolean[] flags; java.math.BigDecimal[] money; }

// model: elements_as_json_and_xml
@Entity
class A { @Id Long id; @JdbcTypeCode(SqlTypes.JSON) List<String> json; @JdbcTypeCode(SqlTypes.JSON) Map<String, Integer> map; @JdbcTypeCode(SqlTypes.SQLXML) String xml; @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false) String text; }

// model: elements_filter_where_and_cache
@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.SQLRestriction("words <> ''") @org.hibernate.annotations.Cache(usage = org.hibernate.annotations.CacheConcurrencyStrategy.READ_WRITE) @org.hibernate.annotations.SQLInsert(sql = "insert into A_words (A_id, words) values (?, ?)") @org.hibernate.annotations.SQLDeleteAll(sql = "delete from A_words where A_id = ?") Set<String> words; }

// model: elements_of_mapped_superclass
@MappedSuperclass
abstract class Base { @Id Long id; @ElementCollection Set<String> tags; @ElementCollection @OrderColumn List<Integer> numbers; }

@Entity
class One extends Base { }

@Entity
@AssociationOverride(name = "tags", joinTable = @JoinTable(name = "two_labels", joinColumns = @JoinColumn(name = "owner")))
class Two extends Base { }

// model: collection_of_user_type
public class Words implements org.hibernate.usertype.UserCollectionType {
    public org.hibernate.metamodel.CollectionClassification getClassification() { return org.hibernate.metamodel.CollectionClassification.BAG; }
    public Class<?> getCollectionClass() { return Collection.class; }
    public org.hibernate.collection.spi.PersistentCollection<?> instantiate(org.hibernate.engine.spi.SharedSessionContractImplementor s, org.hibernate.persister.collection.CollectionPersister p) { return new org.hibernate.collection.spi.PersistentBag<>(s); }
    public org.hibernate.collection.spi.PersistentCollection<?> wrap(org.hibernate.engine.spi.SharedSessionContractImplementor s, Object c) { return new org.hibernate.collection.spi.PersistentBag<>(s, (Collection<?>) c); }
    public Iterator<?> getElementsIterator(Object c) { return ((Collection<?>) c).iterator(); }
    public boolean contains(Object c, Object e) { return ((Collection<?>) c).contains(e); }
    public Object indexOf(Object c, Object e) { return null; }
    public Object replaceElements(Object o, Object t, org.hibernate.persister.collection.CollectionPersister p, Object owner, Map cache, org.hibernate.engine.spi.SharedSessionContractImplementor s) { return t; }
    public Object instantiate(int n) { return new ArrayList<>(); }
}

@Entity
class A { @Id Long id; @ElementCollection @org.hibernate.annotations.CollectionType(type = Words.class) Collection<String> words; }

// model: elements_collection_id_user_type
@Entity
class A { @Id Long id; @ElementCollection @CollectionId(column = @Column(name = "entry"), generator = "increment") @org.hibernate.annotations.CollectionIdType(Narrow.class) Collection<String> words; }

public class Narrow implements org.hibernate.usertype.UserType<Integer> {
    public int getSqlType() { return java.sql.Types.SMALLINT; }
    public Class<Integer> returnedClass() { return Integer.class; }
    public boolean equals(Integer a, Integer b) { return a == b; }
    public int hashCode(Integer c) { return 0; }
    public Integer nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public void nullSafeSet(java.sql.PreparedStatement s, Integer c, int i, org.hibernate.type.descriptor.WrapperOptions o) { }
    public Integer nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s, Object o) { return null; } // in 6.6
    public void nullSafeSet(java.sql.PreparedStatement p, Integer c, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s) { }
    public Integer deepCopy(Integer c) { return c; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(Integer c) { return c; }
    public Integer assemble(java.io.Serializable s, Object o) { return null; }
}
