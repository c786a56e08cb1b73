// What an attribute's annotations say of its column.
import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.SqlTypes;

// model: column_lengths_of_text
@Entity
class A { @Id Long id; @Column(length = 1) String one; @Column(length = 255) String plain; @Column(length = 32600) String big; @Column(length = 1000000) String huge; @Column(length = org.hibernate.Length.LONG32) String longest; @Column(length = 4000) char[] chars; }

// model: column_lengths_of_bytes
@Entity
class A { @Id Long id; @Column(length = 16) byte[] few; @Column(length = 1000000) byte[] many; @Lob byte[] lob; @Lob java.sql.Blob blob; @JdbcTypeCode(SqlTypes.LONG32VARBINARY) byte[] inRow; }

// model: column_numerics
@Entity
class A { @Id Long id; BigDecimal plain; @Column(precision = 5) BigDecimal five; @Column(precision = 12, scale = 12) BigDecimal fraction; @Column(scale = 4) BigDecimal scaled; BigInteger whole; @Column(precision = 40) BigInteger more; @Column(precision = 10) double ten; @Column(precision = 15) float fifteen; }

// model: column_numeric_negative_scale
@Entity
class A { @Id Long id; @Column(columnDefinition = "numeric(5,-2)") BigDecimal hundreds; @JdbcTypeCode(SqlTypes.DECIMAL) @Column(precision = 8, scale = 2) BigDecimal decimal; @JdbcTypeCode(SqlTypes.NUMERIC) Long number; }

// model: column_nullability
@Entity
class A { @Id Long id; int primitive; Integer boxed; @Basic(optional = false) String required; @Column(nullable = false) String filled; @Basic(optional = true) int optional; @Column(nullable = true) int nullable; }

// model: column_unique_and_index
@Entity
@Table(indexes = {@Index(columnList = "a", unique = true), @Index(columnList = "b DESC"), @Index(columnList = "a, b asc", name = "ix_named_ab")}, uniqueConstraints = @UniqueConstraint(columnNames = {"b", "c"}))
class A { @Id Long id; String a; int b; @Column(unique = true) int c; }

// model: column_defaults_of_types
@Entity
class A { @Id Long id; @ColumnDefault("0") int number; @ColumnDefault("'it''s'") String text; @ColumnDefault("true") boolean flag; @ColumnDefault("now()") Instant at; @ColumnDefault("current_date") LocalDate day; @ColumnDefault("gen_random_uuid()") UUID uuid; @ColumnDefault("1.50") @Column(precision = 5, scale = 2) BigDecimal money; @ColumnDefault("'{}'") @JdbcTypeCode(SqlTypes.JSON) String json; }

// model: column_defaults_expressions
@Entity
class A { @Id Long id; @ColumnDefault("1 + 2") int sum; @ColumnDefault("upper('abc')") String upper; @ColumnDefault("-1") int minus; @ColumnDefault("now() + interval '1 day'") Instant tomorrow; @ColumnDefault("array['a','b']") String[] words; @ColumnDefault("'\\x00'") byte[] bytes; @ColumnDefault("null") String none; }

// model: column_checks
@Entity
@Check(name = "ck_named_range", constraints = "low <= high")
@Check(constraints = "low > -1000")
class A { @Id Long id; @Check(constraints = "low >= 0") int low; @Check(name = "ck_named_high", constraints = "high < 100") int high; @Column(columnDefinition = "varchar(5) check (code like 'a%')") String code; }

// model: column_checks_listed
@Entity
@org.hibernate.annotations.Checks({@Check(name = "ck_named_a", constraints = "a > 0"), @Check(name = "ck_named_b", constraints = "b > 0 or a is null")})
class A { @Id Long id; Integer a; Integer b; }

// model: column_jakarta_checks
@Entity
@Table(check = {@CheckConstraint(name = "ck_named_ab", constraint = "a < b"), @CheckConstraint(constraint = "b <> 13")}, comment = "checked")
class A { @Id Long id; @Column(check = @CheckConstraint(name = "ck_named_a", constraint = "a > 0")) int a; @Column(check = @CheckConstraint(constraint = "b > 0"), comment = "b''s") int b; }
// only: 7.4, 8.0 (CheckConstraint is of Jakarta Persistence 3.2)

// model: column_checks_shapes
@Entity
class A { @Id Long id; @Check(constraints = "a in ('x', 'y')") String a; @Check(constraints = "b between 1 and 5") int b; @Check(constraints = "c is not null and length(c) > 2") String c; @Check(constraints = "d::text ~ '^[0-9]+$'") String d; @Check(constraints = "e = any (array[1, 2])") int e; @Check(constraints = "case when f then g > 0 else true end") boolean f; int g; }

// model: column_definitions_of_types
@Entity
class A { @Id Long id; @Column(columnDefinition = "text") String text; @Column(columnDefinition = "jsonb") String json; @Column(columnDefinition = "int4") int four; @Column(columnDefinition = "TIMESTAMP WITH TIME ZONE") Instant at; @Column(columnDefinition = "character varying(20)") String varying; @Column(columnDefinition = "double precision") double d; @Column(columnDefinition = "bool default true") boolean flag; @Column(columnDefinition = "varchar") String open; }

// model: column_definitions_of_rare_types
@Entity
class A { @Id Long id; @Column(columnDefinition = "inet") String ip; @Column(columnDefinition = "macaddr") String mac; @Column(columnDefinition = "tsvector") String search; @Column(columnDefinition = "point") String point; @Column(columnDefinition = "int4range") String range; @Column(columnDefinition = "bit(3)") String bits; @Column(columnDefinition = "bit varying(8)") String varbits; @Column(columnDefinition = "money") String money; @Column(columnDefinition = "xml") String xml; @Column(columnDefinition = "interval day to second(2)") String span; @Column(columnDefinition = "daterange[]") String ranges; }

// model: column_definition_null_and_collate
@Entity
class A { @Id Long id; @Column(columnDefinition = "varchar(10) collate \"C\" not null default 'x'") String everything; @Column(columnDefinition = "integer null") Integer nullable; @Column(columnDefinition = "text not null") String required; }

// model: column_generated_always
@Entity
class A { @Id Long id; int a; int b; @GeneratedColumn("a + b") int sum; @GeneratedColumn("upper(text)") String upper; String text; @Column(columnDefinition = "integer generated always as (a * 2) stored", insertable = false, updatable = false) Integer doubled; }

// model: column_generated_by_default_and_trigger
@Entity
class A { @Id Long id; @Generated @ColumnDefault("now()") Instant created; @Generated(sql = "0") int zero; @org.hibernate.annotations.CurrentTimestamp Instant now; @org.hibernate.annotations.CreationTimestamp LocalDateTime made; @org.hibernate.annotations.UpdateTimestamp OffsetDateTime changed; }

// model: column_identity_beside_key
@Entity
class A { @Id Long id; @Column(columnDefinition = "bigint generated by default as identity", insertable = false) Long number; }

// model: column_transformers
@Entity
class A { @Id Long id; @ColumnTransformer(read = "lower(secret)", write = "upper(?)") String secret; @org.hibernate.annotations.ColumnTransformers({@ColumnTransformer(forColumn = "other", read = "trim(other)")}) String other; @org.hibernate.annotations.Formula("1 + 1") int two; }

// model: column_secondary_table_attributes
@Entity
@SecondaryTables({@SecondaryTable(name = "a_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "a"), uniqueConstraints = @UniqueConstraint(name = "uq_named_t", columnNames = "title"), foreignKey = @ForeignKey(name = "fk_named_text")), @SecondaryTable(name = "a_more", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))})
class A { @Id Long id; @Column(table = "a_text", nullable = false) String title; @Column(table = "a_more") int count; @ManyToOne @JoinColumn(table = "a_more", name = "other") A other; @Embedded Size size; }

@Embeddable
class Size { @Column(table = "a_more") int width; @Column(table = "a_more") int height; }

// model: column_secondary_row
@Entity
@SecondaryTable(name = "a_more")
@org.hibernate.annotations.SecondaryRow(table = "a_more", optional = false)
class A { @Id Long id; @Column(table = "a_more") int count; }

// model: column_secondary_rows_listed
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
@SecondaryTable(name = "one", schema = "side")
@SecondaryTable(name = "two")
@org.hibernate.annotations.SecondaryRows({@org.hibernate.annotations.SecondaryRow(table = "one", owned = false), @org.hibernate.annotations.SecondaryRow(table = "two")})
class A { @Id Long id; @Column(table = "one") int first; @Column(table = "two") int second; }

// model: column_temporals_default
@Entity
class A { @Id Long id; LocalDate date; LocalTime time; LocalDateTime dateTime; Instant instant; OffsetDateTime shifted; ZonedDateTime zoned; OffsetTime offsetTime; Duration duration; Year year; java.sql.Timestamp timestamp; java.sql.Date sqlDate; java.sql.Time sqlTime; Calendar calendar; Date util; }

// model: column_temporals_annotated
@Entity
class A { @Id Long id; @Temporal(TemporalType.DATE) Date date; @Temporal(TemporalType.TIME) Date time; @Temporal(TemporalType.TIMESTAMP) Date moment; @Temporal(TemporalType.DATE) Calendar day; }
// only: 6.6, 7.4 (Jakarta Persistence 4 has no Temporal)

// model: column_temporals_time_zones
@Entity
class A { @Id Long id; @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetDateTime kept; @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) ZonedDateTime normal; @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetDateTime utc; @TimeZoneStorage(TimeZoneStorageType.COLUMN) @org.hibernate.annotations.TimeZoneColumn(name = "zone_of_it", columnDefinition = "smallint") OffsetDateTime two; @TimeZoneStorage(TimeZoneStorageType.AUTO) ZonedDateTime auto; @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetTime time; }

// model: column_temporals_precision
@Entity
class A { @Id Long id; @org.hibernate.annotations.FractionalSeconds(0) LocalDateTime seconds; @org.hibernate.annotations.FractionalSeconds(3) Instant millis; @org.hibernate.annotations.FractionalSeconds(2) LocalTime time; @org.hibernate.annotations.FractionalSeconds(4) OffsetDateTime shifted; }

// model: column_jdbc_type_codes_of_text
@Entity
class A { @Id Long id; @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String fixed; @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longText; @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String more; @JdbcTypeCode(SqlTypes.NVARCHAR) String national; @JdbcTypeCode(SqlTypes.CLOB) String clob; @JdbcTypeCode(SqlTypes.NCLOB) String nclob; }

// model: column_jdbc_type_codes_of_numbers
@Entity
class A { @Id Long id; @JdbcTypeCode(SqlTypes.TINYINT) byte tiny; @JdbcTypeCode(SqlTypes.SMALLINT) int small; @JdbcTypeCode(SqlTypes.BIGINT) int big; @JdbcTypeCode(SqlTypes.REAL) float real; @JdbcTypeCode(SqlTypes.FLOAT) double f; @JdbcTypeCode(SqlTypes.BIT) boolean bit; @JdbcTypeCode(SqlTypes.VARCHAR) UUID uuid; }

// model: column_jdbc_types
@Entity
class A { @Id Long id; @org.hibernate.annotations.JdbcType(org.hibernate.type.descriptor.jdbc.CharJdbcType.class) @Column(length = 4) String chars; @org.hibernate.annotations.JdbcType(org.hibernate.type.descriptor.jdbc.BigIntJdbcType.class) int wide; @org.hibernate.annotations.JavaType(org.hibernate.type.descriptor.java.StringJavaType.class) String said; @org.hibernate.annotations.Mutability(org.hibernate.type.descriptor.java.Immutability.class) String fixed; }

// model: column_java_types
@Entity
class A { @Id Long id; java.net.URL url; Locale locale; Currency currency; TimeZone zone; ZoneId zoneId; ZoneOffset shifted; Class<?> type; java.net.InetAddress address; Character letter; char[] chars; Short small; Byte tiny; UUID uuid; BitSet bits; java.io.Serializable anything; }

// model: column_national_and_lob
@Entity
class A { @Id Long id; @org.hibernate.annotations.Nationalized String national; @Lob String lob; @Lob @org.hibernate.annotations.Nationalized String nlob; java.sql.Clob clob; java.sql.NClob nclob; @Lob char[] chars; @Lob java.io.Serializable object; @Lob @Column(columnDefinition = "text") String asText; }

// model: column_collate_and_unique
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"german", "plain"}))
class A { @Id Long id; @org.hibernate.annotations.Collate("C") @Column(unique = true) String plain; @org.hibernate.annotations.Collate("ucs_basic") @Column(nullable = false, length = 30) String german; }

// model: column_booleans_converted
@Entity
class A { @Id Long id; @Convert(converter = org.hibernate.type.YesNoConverter.class) boolean yesNo; @Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean trueFalse; @Convert(converter = org.hibernate.type.NumericBooleanConverter.class) boolean numeric; boolean plain; Boolean boxed; }

// model: column_enums
enum Size { S, M, L }

@Entity
class A { @Id Long id; Size plain; @Enumerated(EnumType.ORDINAL) @Column(nullable = false) Size ordinal; @Enumerated(EnumType.STRING) Size name; @Enumerated(EnumType.STRING) @Column(length = 3) Size narrow; @Enumerated(EnumType.STRING) @Column(columnDefinition = "text") Size defined; @JdbcTypeCode(SqlTypes.TINYINT) Size tiny; @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 1) Size letter; @ColumnDefault("'M'") @Enumerated(EnumType.STRING) Size defaulted; }

// model: column_enums_with_bodies_and_many
enum Big { A { }, B { void x() { } }, LONG_NAME_OF_A_CONSTANT_THAT_SETS_THE_LENGTH, D, E, F, G, H, I, J, K, L, M, N; void y() { } }

@Entity
class Holder { @Id Long id; @Enumerated(EnumType.STRING) Big name; Big ordinal; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Big typed; @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Big typedOrdinal; }

// model: column_enum_single_and_empty_check
enum One { ONLY }

@Entity
class A { @Id Long id; One ordinal; @Enumerated(EnumType.STRING) One name; @Check(constraints = "kept <> 'x'") @Enumerated(EnumType.STRING) One kept; }

// model: column_enum_converted_and_keyed
enum Size { S, M }

@Converter(autoApply = true)
class SizeConverter implements AttributeConverter<Size, Character> { public Character convertToDatabaseColumn(Size s) { return 'S'; } public Size convertToEntityAttribute(Character c) { return Size.S; } }

@Entity
class A { @Id Long id; Size size; @Convert(disableConversion = true) @Enumerated(EnumType.STRING) Size plain; @ElementCollection Map<Size, Size> map; }

// model: column_enum_names_in_schemas
// set: hibernate.default_schema=app
// set: hibernate.hbm2ddl.create_namespaces=true
enum Size { S, M }

@Entity
class A { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Size size; }

// model: column_enum_definition_of_hand_made_type
@Entity
class A { @Id Long id; @Column(columnDefinition = "regclass") String relation; @Column(columnDefinition = "pg_catalog.name") String name; @Column(columnDefinition = "\"char\"") String internal; }

// model: column_version_types
@Entity
class A { @Id Long id; @Version int version; }

@Entity
class B { @Id Long id; @Version Instant version; }

@Entity
class C { @Id Long id; @Version @Column(name = "row_version", nullable = false, columnDefinition = "bigint default 0") Long version; @org.hibernate.annotations.OptimisticLock(excluded = true) String free; }

// model: column_dialect_overrides
@Entity
@DialectOverride.Check(dialect = PostgreSQLDialect.class, override = @Check(name = "ck_named_over", constraints = "a > 10"))
@Check(name = "ck_named_base", constraints = "a > 1")
class A {
    @Id Long id;
    int a;
    @ColumnDefault("1") @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("2")) int b;
    @GeneratedColumn("a + 1") @DialectOverride.GeneratedColumn(dialect = PostgreSQLDialect.class, sameOrAfter = @DialectOverride.Version(major = 9), override = @GeneratedColumn("a + 2")) int c;
    @org.hibernate.annotations.Formula("a") @DialectOverride.Formula(dialect = PostgreSQLDialect.class, override = @org.hibernate.annotations.Formula("b")) int d;
}

// model: column_dialect_override_of_another
@Entity
class A { @Id Long id; @ColumnDefault("1") @DialectOverride.ColumnDefault(dialect = org.hibernate.dialect.H2Dialect.class, override = @ColumnDefault("2")) int a; @ColumnDefault("3") @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, before = @DialectOverride.Version(major = 9), override = @ColumnDefault("4")) int old; }

// model: column_dialect_overrides_listed
@Entity
@DialectOverride.DiscriminatorFormula(dialect = PostgreSQLDialect.class, override = @org.hibernate.annotations.DiscriminatorFormula("'B'"))
@org.hibernate.annotations.DiscriminatorFormula("'A'")
class A {
    @Id Long id;
    @DialectOverride.ColumnDefaults({@DialectOverride.ColumnDefault(dialect = org.hibernate.dialect.H2Dialect.class, override = @ColumnDefault("1")), @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("2"))}) int a;
    @DialectOverride.GeneratedColumns({@DialectOverride.GeneratedColumn(dialect = PostgreSQLDialect.class, override = @GeneratedColumn("a * 3"))}) int b;
}

// model: column_dialect_checks_listed
@Entity
@DialectOverride.Checks({@DialectOverride.Check(dialect = org.hibernate.dialect.H2Dialect.class, override = @Check(constraints = "a > 10")), @DialectOverride.Check(dialect = PostgreSQLDialect.class, override = @Check(constraints = "a > 20"))})
@Check(constraints = "a > 1")
class A { @Id Long id; int a; }

// model: column_columns_66
// only: 6.6 (Hibernate 7 has no Columns)
@Entity
class A { @Id Long id; @org.hibernate.annotations.Columns(columns = @Column(name = "only_one", length = 7)) String text; }

// model: column_reserved_and_odd_names
@Entity
@Table(name = "\"order\"")
class A { @Id Long id; @Column(name = "`user`") String user; @Column(name = "\"MiXed\"") int mixed; @Column(name = "`with space`") int space; @Column(name = "`dash-ed`") int dashed; @Column(name = "`1st`") int first; @Column(name = "größe") int umlaut; }

// model: column_same_column_twice
@Entity
class A { @Id Long id; @Column(name = "shared", length = 40) String one; @Column(name = "shared", length = 40, insertable = false, updatable = false) String two; }

// model: column_transient_and_access
@Entity
@Access(AccessType.FIELD)
class A { @Id Long id; transient String skipped; @Transient String jpa; private int hidden; @Access(AccessType.PROPERTY) @Column(name = "seen", length = 7) public String getHidden() { return ""; } public void setHidden(String s) { } static String constant; }

// model: column_options
@Entity
@Table(name = "stored")
class A { @Id Long id; @Column(options = "collate \"C\"") String sorted; @Column(options = "default 5") int five; }
// only: 7.4, 8.0 (options is of Jakarta Persistence 3.2)

// model: column_natural_ids
@Entity
class A { @Id Long id; @org.hibernate.annotations.NaturalId String code; @org.hibernate.annotations.NaturalId(mutable = true) int number; @ManyToOne A other; }

@Entity
@org.hibernate.annotations.NaturalIdCache
class B { @Id Long id; @org.hibernate.annotations.NaturalId @ManyToOne A a; @org.hibernate.annotations.NaturalId Pair pair; }

@Embeddable
class Pair { int x; int y; }

// model: column_natural_id_class
@Entity
@org.hibernate.annotations.NaturalIdClass(CodeKey.class)
class A { @Id Long id; @org.hibernate.annotations.NaturalId String code; @org.hibernate.annotations.NaturalId int number; }

class CodeKey implements java.io.Serializable { String code; int number; }
// only: 7.4, 8.0 (NaturalIdClass is of Hibernate 7)

// model: column_target
interface Thing { }

@Embeddable
class Real implements Thing { String name; int number; }

@Entity
class A { @Id Long id; @Embedded @org.hibernate.annotations.TargetEmbeddable(Real.class) Thing thing; @ManyToOne(targetEntity = B.class) Object b; }

@Entity
class B { @Id Long id; }
// only: 7.4, 8.0 (TargetEmbeddable is of Hibernate 7)

// model: column_target_of_66
interface Thing { }

@Embeddable
class Real implements Thing { String name; int number; }

@Entity
class A { @Id Long id; @Embedded @org.hibernate.annotations.Target(Real.class) Thing thing; }
// only: 6.6 (Hibernate 7 has no Target)
