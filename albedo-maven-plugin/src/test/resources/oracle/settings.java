// Settings of Hibernate that decide on the schema, and naming strategies.
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.boot.model.naming.*;

// model: setting_quoted_all
// set: hibernate.globally_quoted_identifiers=true
// set: hibernate.globally_quoted_identifiers_skip_column_definitions=true
@Entity
class MixedCase { @Id @GeneratedValue Long theId; @Column(columnDefinition = "varchar(9)") String someText; @ElementCollection Set<String> moreTexts; @ManyToOne MixedCase parentOne; }

// model: setting_keywords_quoted
// set: hibernate.auto_quote_keyword=true
@Entity
class Order { @Id Long id; String user; int limit; @ManyToOne Order parent; }

// model: setting_jpa_strategy
// set: hibernate.implicit_naming_strategy=jpa
@Entity
class FirstOne { @Id Long id; @ManyToMany Set<SecondOne> manyOthers; @ElementCollection Set<String> words; @Embedded Part part; }

@Entity
class SecondOne { @Id Long id; @ManyToOne FirstOne firstOne; }

@Embeddable
class Part { String inPart; }

// model: setting_legacy_hbm_strategy
// set: hibernate.implicit_naming_strategy=legacy-hbm
@Entity
class FirstOne { @Id Long id; @ManyToMany Set<SecondOne> manyOthers; @ElementCollection Set<String> words; @Embedded Part part; }

@Entity
class SecondOne { @Id Long id; @ManyToOne FirstOne firstOne; }

@Embeddable
class Part { String inPart; }

// model: setting_legacy_jpa_strategy
// set: hibernate.implicit_naming_strategy=legacy-jpa
@Entity
class FirstOne { @Id Long id; @ManyToMany Set<SecondOne> manyOthers; @ElementCollection Set<String> words; @Embedded Part part; }

@Entity
class SecondOne { @Id Long id; @ManyToOne FirstOne firstOne; }

@Embeddable
class Part { String inPart; }

// model: setting_component_path_strategy
// set: hibernate.implicit_naming_strategy=component-path
@Entity
class FirstOne { @Id Long id; @Embedded Part onePart; @Embedded Part otherPart; @ElementCollection Set<Part> parts; }

@Embeddable
class Part { String inPart; @ManyToOne FirstOne owner; }

// model: setting_physical_prefix
// set: hibernate.physical_naming_strategy=oracle.setting_physical_prefix.Prefixed
// set: hibernate.hbm2ddl.create_namespaces=true
public class Prefixed extends PhysicalNamingStrategyStandardImpl {
    public Identifier toPhysicalTableName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return new Identifier("t_" + name.getText(), name.isQuoted()); }
    public Identifier toPhysicalColumnName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return new Identifier("c_" + name.getText(), name.isQuoted()); }
    public Identifier toPhysicalSequenceName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return new Identifier("s_" + name.getText(), name.isQuoted()); }
    public Identifier toPhysicalSchemaName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return name == null ? null : new Identifier("x_" + name.getText(), name.isQuoted()); }
}

@Entity
@Table(schema = "app", indexes = @Index(columnList = "text, number desc"), uniqueConstraints = @UniqueConstraint(columnNames = "number"))
class Thing { @Id @GeneratedValue Long id; String text; int number; @ManyToOne Thing parent; @ElementCollection List<String> words; }

// model: setting_physical_upper_quoted
// set: hibernate.physical_naming_strategy=oracle.setting_physical_upper_quoted.Upper
public class Upper extends PhysicalNamingStrategyStandardImpl {
    public Identifier toPhysicalTableName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return Identifier.toIdentifier(name.getText().toUpperCase(Locale.ROOT), true); }
    public Identifier toPhysicalColumnName(Identifier name, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) { return Identifier.toIdentifier(name.getText().toUpperCase(Locale.ROOT), true); }
}

enum Kind { A, B }

@Entity
@Table(indexes = @Index(columnList = "text desc"))
class Thing { @Id Long id; String text; @Enumerated(EnumType.STRING) Kind kind; @OneToMany @JoinColumn(name = "up") Set<Thing> down; @org.hibernate.annotations.ColumnDefault("1") int one; }

// model: setting_snake_case
// set: hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl
@Entity
@Table(name = "customerOrder", uniqueConstraints = @UniqueConstraint(columnNames = {"theNumber", "customerName"}))
class CustomerOrder { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long orderId; int theNumber; @Column(name = "customerName") String name; @ManyToMany Set<CustomerOrder> relatedOrders; @Embedded HomeAddress homeAddress; String iPAddress; String url2Go; }

@Embeddable
class HomeAddress { String streetName; @Column(name = "zipCode") String zip; }
// only: 7.4, 8.0 (the class is called otherwise in 6.6)

// model: setting_default_list_semantics
// set: hibernate.mapping.default_list_semantics=LIST
@Entity
class A { @Id Long id; @ElementCollection List<String> words; @ManyToMany List<A> others; @OneToMany @JoinColumn List<A> owned; }

// model: setting_uuid_as_text
// set: hibernate.type.preferred_uuid_jdbc_type=CHAR
@Entity
class A { @Id @GeneratedValue UUID id; @ManyToOne A other; @ElementCollection Set<UUID> every; }

// model: setting_uuid_binary
// set: hibernate.type.preferred_uuid_jdbc_type=BINARY
@Entity
class A { @Id UUID id; UUID[] others; @ElementCollection Map<UUID, String> map; }

// model: setting_instant_type
// set: hibernate.type.preferred_instant_jdbc_type=TIMESTAMP
@Entity
class A { @Id Long id; java.time.Instant at; @ElementCollection Set<java.time.Instant> every; @Version java.time.Instant version; }

// model: setting_duration_interval
// set: hibernate.type.preferred_duration_jdbc_type=INTERVAL_SECOND
@Entity
class A { @Id Long id; java.time.Duration span; @Column(precision = 3, scale = 2) java.time.Duration narrow; @ElementCollection Set<java.time.Duration> every; }

// model: setting_array_type
// set: hibernate.type.preferred_array_jdbc_type=JSON
@Entity
class A { @Id Long id; String[] words; List<Integer> numbers; }

// model: setting_boolean_as_number
// set: hibernate.type.preferred_boolean_jdbc_type=TINYINT
@Entity
class A { @Id Long id; boolean flag; Boolean boxed; @ElementCollection List<Boolean> every; }

// model: setting_boolean_as_char
// set: hibernate.type.preferred_boolean_jdbc_type=CHAR
@Entity
class A { @Id Long id; boolean flag; @Column(nullable = false) Boolean boxed; }

// model: setting_nationalized
// set: hibernate.use_nationalized_character_data=true
@Entity
class A { @Id Long id; String text; char letter; @Lob String lob; @ElementCollection Set<String> every; }

// model: setting_native_enums
// set: hibernate.type.prefer_native_enum_types=true
enum Size { S, M }

@Entity
class A { @Id Long id; Size size; @Enumerated(EnumType.STRING) Size name; @ElementCollection Set<Size> every; Size[] several; }
// only: 7.4, 8.0 (the setting is of Hibernate 7)

// model: setting_time_zone_column
// set: hibernate.timezone.default_storage=COLUMN
@Entity
class A { @Id Long id; java.time.OffsetDateTime shifted; java.time.ZonedDateTime zoned; java.time.OffsetTime time; }

// model: setting_time_zone_normalize
// set: hibernate.timezone.default_storage=NORMALIZE
@Entity
class A { @Id Long id; java.time.OffsetDateTime shifted; java.time.ZonedDateTime zoned; java.time.OffsetTime time; }

// model: setting_java_time_direct
// set: hibernate.type.java_time_use_direct_jdbc=true
@Entity
class A { @Id Long id; java.time.LocalDate day; java.time.LocalTime time; java.time.LocalDateTime at; java.time.OffsetDateTime shifted; java.time.Instant instant; }

// model: setting_xml_format_and_wrapper_arrays
// set: hibernate.type.wrapper_array_handling=allow
@Entity
class A { @Id Long id; Byte[] bytes; Character[] chars; }

// model: setting_wrapper_arrays_legacy
// set: hibernate.type.wrapper_array_handling=legacy
@Entity
class A { @Id Long id; Byte[] bytes; Character[] chars; }

// model: setting_default_catalog_ignored
// set: hibernate.default_schema=`Odd Schema`
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
class A { @Id @GeneratedValue Long id; @ManyToOne A other; @ElementCollection Set<String> words; }

// model: setting_check_nullability_and_validation
// set: jakarta.persistence.validation.mode=NONE
// set: hibernate.check_nullability=true
@Entity
class A { @Id Long id; @jakarta.validation.constraints.NotNull String text; @jakarta.validation.constraints.Size(max = 9) String sized; @jakarta.validation.constraints.Min(3) int low; }

// model: setting_validation_constraints_each
@Entity
class A { @Id Long id; @jakarta.validation.constraints.NotNull String a; @jakarta.validation.constraints.NotBlank String b; @jakarta.validation.constraints.NotEmpty String c; @jakarta.validation.constraints.Size(min = 2, max = 9) String d; @jakarta.validation.constraints.Min(3) @jakarta.validation.constraints.Max(30) int e; @jakarta.validation.constraints.Digits(integer = 5, fraction = 2) java.math.BigDecimal f; @jakarta.validation.constraints.DecimalMin("1.5") java.math.BigDecimal g; @jakarta.validation.constraints.Positive int h; @jakarta.validation.constraints.Pattern(regexp = "a+") String i; @org.hibernate.validator.constraints.Length(max = 7) String j; @org.hibernate.validator.constraints.Range(min = 1, max = 5) int k; }

// model: setting_validation_in_embeddable_and_join
@Embeddable
class Part { @jakarta.validation.constraints.NotNull @jakarta.validation.constraints.Size(max = 5) String code; @jakarta.validation.constraints.NotNull @ManyToOne A owner; }

@Entity
class A { @Id Long id; @jakarta.validation.Valid Part part; @jakarta.validation.constraints.NotNull @ManyToOne A other; @ElementCollection Set<@jakarta.validation.constraints.NotNull String> words; }

// model: setting_validation_in_subclass
@Entity
class A { @Id Long id; }

@Entity
class B extends A { @jakarta.validation.constraints.NotNull String single; @jakarta.validation.constraints.Max(9) int number; }

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class C { @Id Long id; }

@Entity
class D extends C { @jakarta.validation.constraints.NotNull String joined; }

// model: setting_metadata_builder_column_ordering
// set: hibernate.column_ordering_strategy=legacy
@Entity
class A { @Id Long id; String z; int a; boolean m; @ManyToOne A k; }

// model: setting_unique_delegate_column
// set: hibernate.schema_update.unique_constraint_strategy=RECREATE_QUIETLY
@Entity
class A { @Id Long id; @Column(unique = true) String z; @OneToOne A other; }

// model: setting_enum_checks_off_by_definition
enum Size { S, M }

@Entity
class A { @Id Long id; @Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(10)") Size size; @Column(columnDefinition = "smallint check (ordinal < 2)") Size ordinal; }

// model: setting_own_type_contributor
@org.hibernate.annotations.JavaTypeRegistration(javaType = Code.class, descriptorClass = CodeType.class)
@org.hibernate.annotations.JdbcTypeRegistration(value = org.hibernate.type.descriptor.jdbc.CharJdbcType.class, registrationCode = 4711)
@Entity
class A { @Id Long id; @Column(length = 6) Code code; @org.hibernate.annotations.JdbcTypeCode(4711) @Column(length = 3) String text; }

class Code implements java.io.Serializable { String text; }

public class CodeType extends org.hibernate.type.descriptor.java.AbstractClassJavaType<Code> {
    public CodeType() { super(Code.class); }
    public org.hibernate.type.descriptor.jdbc.JdbcType getRecommendedJdbcType(org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators i) { return i.getJdbcType(java.sql.Types.VARCHAR); }
    public <X> X unwrap(Code c, Class<X> t, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public <X> Code wrap(X x, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public Code fromString(CharSequence s) { return null; }
}

// model: setting_registrations_listed
@org.hibernate.annotations.JavaTypeRegistrations(@org.hibernate.annotations.JavaTypeRegistration(javaType = Code.class, descriptorClass = CodeType.class))
@org.hibernate.annotations.JdbcTypeRegistrations(@org.hibernate.annotations.JdbcTypeRegistration(value = org.hibernate.type.descriptor.jdbc.SmallIntJdbcType.class, registrationCode = 4712))
@Entity
class A { @Id Long id; Code code; @org.hibernate.annotations.JdbcTypeCode(4712) int small; }

class Code implements java.io.Serializable { String text; }

public class CodeType extends org.hibernate.type.descriptor.java.AbstractClassJavaType<Code> {
    public CodeType() { super(Code.class); }
    public org.hibernate.type.descriptor.jdbc.JdbcType getRecommendedJdbcType(org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators i) { return i.getJdbcType(java.sql.Types.BIGINT); }
    public <X> X unwrap(Code c, Class<X> t, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public <X> Code wrap(X x, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public Code fromString(CharSequence s) { return null; }
}

// model: setting_user_types_registered
@org.hibernate.annotations.TypeRegistration(basicClass = Code.class, userType = CodeType.class)
@Entity
class A { @Id Long id; @Column(length = 12) Code code; @ElementCollection Set<Code> every; @org.hibernate.annotations.Type(CodeType.class) Object other; }

class Code implements java.io.Serializable { String text; }

public class CodeType implements org.hibernate.usertype.UserType<Code> {
    public int getSqlType() { return java.sql.Types.VARCHAR; }
    public Class<Code> returnedClass() { return Code.class; }
    public boolean equals(Code a, Code b) { return a == b; }
    public int hashCode(Code c) { return 0; }
    public Code nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public void nullSafeSet(java.sql.PreparedStatement s, Code c, int i, org.hibernate.type.descriptor.WrapperOptions o) { }
    public Code nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s, Object o) { return null; } // in 6.6
    public void nullSafeSet(java.sql.PreparedStatement p, Code c, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s) { }
    public Code deepCopy(Code c) { return c; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(Code c) { return c; }
    public Code assemble(java.io.Serializable s, Object o) { return null; }
}

// model: setting_user_types_listed
@org.hibernate.annotations.TypeRegistrations(@org.hibernate.annotations.TypeRegistration(basicClass = Code.class, userType = CodeType.class))
@Entity
class A { @Id Long id; Code code; @ElementCollection @org.hibernate.annotations.MapKeyType(CodeType.class) Map<Code, String> map; }

class Code implements java.io.Serializable { String text; }

public class CodeType implements org.hibernate.usertype.UserType<Code> {
    public int getSqlType() { return java.sql.Types.INTEGER; }
    public Class<Code> returnedClass() { return Code.class; }
    public boolean equals(Code a, Code b) { return a == b; }
    public int hashCode(Code c) { return 0; }
    public Code nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public void nullSafeSet(java.sql.PreparedStatement s, Code c, int i, org.hibernate.type.descriptor.WrapperOptions o) { }
    public Code nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s, Object o) { return null; } // in 6.6
    public void nullSafeSet(java.sql.PreparedStatement p, Code c, int i, org.hibernate.engine.spi.SharedSessionContractImplementor s) { }
    public Code deepCopy(Code c) { return c; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(Code c) { return c; }
    public Code assemble(java.io.Serializable s, Object o) { return null; }
}

// model: setting_converters_registered
@org.hibernate.annotations.ConverterRegistration(converter = CodeConverter.class, domainType = Code.class)
@Entity
class A { @Id Long id; Code code; @ElementCollection Set<Code> every; }

class Code implements java.io.Serializable { String text; }

class CodeConverter implements AttributeConverter<Code, Integer> { public Integer convertToDatabaseColumn(Code c) { return 1; } public Code convertToEntityAttribute(Integer i) { return new Code(); } }

// model: setting_converters_registered_off
@org.hibernate.annotations.ConverterRegistrations({@org.hibernate.annotations.ConverterRegistration(converter = CodeConverter.class, autoApply = false)})
@Entity
class A { @Id Long id; @Convert(converter = CodeConverter.class) Code code; Code bytes; }

class Code implements java.io.Serializable { String text; }

@Converter(autoApply = true)
class CodeConverter implements AttributeConverter<Code, Integer> { public Integer convertToDatabaseColumn(Code c) { return 1; } public Code convertToEntityAttribute(Integer i) { return new Code(); } }

// model: setting_attribute_binder
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@org.hibernate.annotations.AttributeBinderType(binder = ShortBinder.class)
@interface Short30 { }

public class ShortBinder implements org.hibernate.binder.AttributeBinder<Short30> {
    public void bind(Short30 a, org.hibernate.boot.spi.MetadataBuildingContext c, org.hibernate.mapping.PersistentClass p, org.hibernate.mapping.Property property) { property.getColumns().get(0).setLength(30L); property.getColumns().get(0).setNullable(false); }
}

@Entity
class A { @Id Long id; @Short30 String text; }

// model: setting_type_binder
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@org.hibernate.annotations.TypeBinderType(binder = CommentBinder.class)
@interface Told { }

public class CommentBinder implements org.hibernate.binder.TypeBinder<Told> {
    public void bind(Told a, org.hibernate.boot.spi.MetadataBuildingContext c, org.hibernate.mapping.PersistentClass p) { p.getTable().setComment("told by a binder"); }
    public void bind(Told a, org.hibernate.boot.spi.MetadataBuildingContext c, org.hibernate.mapping.Component p) { }
}

@Told
@Entity
class A { @Id Long id; String text; }

// model: setting_value_generation
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@org.hibernate.annotations.ValueGenerationType(generatedBy = ByDatabase.class)
@interface Now { }

public class ByDatabase implements org.hibernate.generator.OnExecutionGenerator {
    public EnumSet<org.hibernate.generator.EventType> getEventTypes() { return org.hibernate.generator.EventTypeSets.INSERT_ONLY; }
    public boolean referenceColumnsInSql(org.hibernate.dialect.Dialect d) { return false; }
    public boolean writePropertyValue() { return false; }
    public String[] getReferencedColumnValues(org.hibernate.dialect.Dialect d) { return new String[] {"now()"}; }
}

@Entity
class A { @Id Long id; @Now @org.hibernate.annotations.ColumnDefault("now()") java.time.Instant at; }
