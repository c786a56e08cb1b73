// Associations: their columns, tables, keys and constraints.
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// model: one_to_one_optional_and_required
@Entity
class Person { @Id Long id; @OneToOne Card maybe; @OneToOne(optional = false) Card always; }

@Entity
class Card { @Id Long id; @OneToOne(mappedBy = "maybe") Person holder; }

// model: one_to_one_join_table
@Entity
class Person { @Id Long id; @OneToOne @JoinTable(name = "person_card", joinColumns = @JoinColumn(name = "p"), inverseJoinColumns = @JoinColumn(name = "c", nullable = false)) Card card; }

@Entity
class Card { @Id Long id; }

// model: one_to_one_composite
@Embeddable
class CardId implements java.io.Serializable { String country; int number; }

@Entity
class Card { @EmbeddedId CardId id; }

@Entity
class Person { @Id Long id; @OneToOne @JoinColumn(name = "cn", referencedColumnName = "number") @JoinColumn(name = "cc", referencedColumnName = "country") Card card; }

// model: one_to_one_to_unique_column
@Entity
class Card implements java.io.Serializable { @Id Long id; @Column(unique = true, length = 12) String number; }

@Entity
class Person { @Id Long id; @OneToOne @JoinColumn(name = "card_number", referencedColumnName = "number") Card card; }

// model: many_to_one_to_unique_pair
@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uq_named_place", columnNames = {"zip", "town"}))
class Place implements java.io.Serializable { @Id Long id; String zip; String town; }

@Entity
class House { @Id Long id; @ManyToOne @JoinColumns(value = {@JoinColumn(name = "h_zip", referencedColumnName = "zip"), @JoinColumn(name = "h_town", referencedColumnName = "town")}, foreignKey = @ForeignKey(name = "fk_named_place")) Place place; }

// model: many_to_one_join_table
@Entity
class House { @Id Long id; @ManyToOne @JoinTable(name = "house_street") Street street; }

@Entity
class Street { @Id Long id; @OneToMany(mappedBy = "street") Set<House> houses; }

// model: many_to_one_join_table_composite_and_unique
@Embeddable
class StreetId implements java.io.Serializable { String town; String name; }

@Entity
class House { @Id Long id; @ManyToOne @JoinTable(name = "house_street", uniqueConstraints = @UniqueConstraint(name = "uq_named_house", columnNames = {"street_town", "street_name"})) Street street; }

@Entity
class Street { @EmbeddedId StreetId id; }

// model: many_to_one_no_constraint
@Entity
class A { @Id Long id; @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) B b; @ManyToOne @JoinColumn(name = "c", foreignKey = @ForeignKey(value = ConstraintMode.PROVIDER_DEFAULT)) B c; }

@Entity
class B { @Id Long id; }

// model: many_to_one_not_found
@Entity
class A { @Id Long id; @ManyToOne @NotFound(action = NotFoundAction.IGNORE) B ignored; @ManyToOne @NotFound(action = NotFoundAction.EXCEPTION) B told; }

@Entity
class B { @Id Long id; }

// model: many_to_one_on_delete_each
@Entity
class A {
    @Id Long id;
    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) A cascade;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) A setNull;
    @ManyToOne @OnDelete(action = OnDeleteAction.NO_ACTION) A none;
    @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) A restrict;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) @org.hibernate.annotations.ColumnDefault("1") A setDefault;
}

// model: many_to_one_column_attributes
@Entity
class A { @Id Long id; @ManyToOne @JoinColumn(name = "b", unique = true, nullable = false, insertable = false, updatable = false) B b; }

@Entity
class B { @Id Long id; }

// model: many_to_one_check_comment_options
@Entity
class A { @Id Long id; @ManyToOne @JoinColumn(name = "b", check = @CheckConstraint(name = "ck_named_b", constraint = "b > 0"), comment = "to b", options = "default 7") B b; }

@Entity
class B { @Id Long id; }
// only: 7.4, 8.0 (check is of Jakarta Persistence 3.2)

// model: many_to_one_hibernate_check_and_comment
// only: 6.6, 7.4 (Hibernate 8 has no Comment)
@Entity
class A { @Id Long id; @ManyToOne @Check(name = "ck_named_b", constraints = "b_id > 0") @org.hibernate.annotations.Comment("to b") B b; }

@Entity
class B { @Id Long id; }

// model: many_to_one_shared_column_read_only
@Embeddable
class LineId implements java.io.Serializable { @Column(name = "order_id") Long order; int number; }

@Entity
class Line { @EmbeddedId LineId id; @ManyToOne @JoinColumn(name = "order_id", insertable = false, updatable = false) Purchase purchase; }

@Entity
class Purchase { @Id Long id; @OneToMany(mappedBy = "purchase") List<Line> lines; }

// model: one_to_many_join_column_not_null
@Entity
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id", nullable = false) Set<B> all; }

@Entity
class B { @Id Long id; }

// model: one_to_many_join_column_and_back
@Entity
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id") List<B> all; }

@Entity
class B { @Id Long id; @ManyToOne @JoinColumn(name = "a_id", insertable = false, updatable = false) A a; }

// model: one_to_many_join_column_no_constraint
@Entity
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<B> all; }

@Entity
class B { @Id Long id; }

// model: one_to_many_join_column_to_unique
@Entity
class A implements java.io.Serializable { @Id Long id; @Column(unique = true) String code; @OneToMany @JoinColumn(name = "a_code", referencedColumnName = "code") Set<B> all; }

@Entity
class B { @Id Long id; }

// model: one_to_many_order_column
@Entity
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id") @OrderColumn(name = "place", nullable = false) List<B> all; @OneToMany(mappedBy = "a") @OrderColumn List<C> mapped; }

@Entity
class B { @Id Long id; }

@Entity
class C { @Id Long id; @ManyToOne A a; }

// model: one_to_many_on_delete
@Entity
class A { @Id Long id; @OneToMany(mappedBy = "a") @OnDelete(action = OnDeleteAction.CASCADE) Set<B> all; }

@Entity
class B { @Id Long id; @ManyToOne A a; }

// model: one_to_many_table_list_and_map
@Entity
class A { @Id Long id; @OneToMany @OrderColumn(name = "n") List<B> list; @OneToMany @MapKeyColumn(name = "k", length = 9, nullable = false) Map<String, B> map; }

@Entity
class B { @Id Long id; }

// model: one_to_many_map_key_of_target
@Entity
class A { @Id Long id; @OneToMany(mappedBy = "a") @MapKey(name = "code") Map<String, B> byCode; @OneToMany(mappedBy = "a") @MapKey Map<Long, B> byId; }

@Entity
class B { @Id Long id; String code; @ManyToOne A a; }

// model: one_to_many_map_key_column_in_target
@Entity
class A { @Id Long id; @OneToMany @JoinColumn(name = "a_id") @MapKeyColumn(name = "day") Map<java.time.LocalDate, B> days; }

@Entity
class B { @Id Long id; }

// model: one_to_many_self
@Entity
class Node { @Id Long id; @OneToMany Set<Node> children; @OneToMany(mappedBy = "parent") Set<Node> mapped; @ManyToOne Node parent; }

// model: one_to_many_cascade_and_orphans
// only: 6.6, 7.4 (Hibernate 8 has no Cascade)
@Entity
class A { @Id Long id; @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true) @org.hibernate.annotations.Cascade(org.hibernate.annotations.CascadeType.ALL) List<B> all; }

@Entity
class B { @Id Long id; }

// model: many_to_many_bag_set_list
@Entity
class A { @Id Long id; @ManyToMany Collection<B> bag; @ManyToMany Set<B> set; @ManyToMany @OrderColumn List<B> list; @ManyToMany @org.hibernate.annotations.Bag @JoinTable(name = "a_said_bag") List<B> said; }

@Entity
class B { @Id Long id; }
// only: 7.4, 8.0 (the table of two collections of one target is shared in 6.6)

// model: many_to_many_both_sides
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(name = "ab") Set<B> all; }

@Entity
class B { @Id Long id; @ManyToMany(mappedBy = "all") Set<A> back; }

// model: many_to_many_self
@Entity
class Person { @Id Long id; @ManyToMany @JoinTable(name = "knows") Set<Person> knows; }

// model: many_to_many_unique_index_schema
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(schema = "links", name = "ab", joinColumns = @JoinColumn(name = "a"), inverseJoinColumns = @JoinColumn(name = "b"), indexes = @Index(name = "ix_named_b", columnList = "b"), uniqueConstraints = @UniqueConstraint(name = "uq_named_ab", columnNames = {"b", "a"})) List<B> all; }

@Entity
class B { @Id Long id; }

// model: many_to_many_named_foreign_keys
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(foreignKey = @ForeignKey(name = "fk_named_from"), inverseForeignKey = @ForeignKey(name = "fk_named_to")) Set<B> all; }

@Entity
class B { @Id Long id; }

// model: many_to_many_one_without_constraint
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<B> half; @ManyToMany @JoinTable(name = "loose", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT), inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<B> none; }

@Entity
class B { @Id Long id; }

// model: many_to_many_table_check_and_comment
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(name = "ab", comment = "who knows whom", check = @CheckConstraint(name = "ck_named_ab", constraint = "all_id <> a_id")) Set<B> all; }

@Entity
class B { @Id Long id; }
// only: 7.4, 8.0 (check is of Jakarta Persistence 3.2)

// model: many_to_many_composite_both
@Embeddable
class Two implements java.io.Serializable { int x; int y; }

@Entity
class A { @EmbeddedId Two id; @ManyToMany Set<B> all; }

@Entity
class B { @EmbeddedId Two id; }

// model: many_to_many_to_unique
@Entity
class A { @Id Long id; @ManyToMany @JoinTable(inverseJoinColumns = @JoinColumn(name = "b_code", referencedColumnName = "code")) Set<B> all; }

@Entity
class B implements java.io.Serializable { @Id Long id; @Column(unique = true) String code; }

// model: many_to_many_map_of_entities
@Entity
class A { @Id Long id; @ManyToMany @MapKeyJoinColumn(name = "key_id") Map<C, B> by; @ManyToMany @JoinTable(name = "a_ternary") @MapKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_named_key")) Map<C, B> ternary; }

@Entity
class B { @Id Long id; }

@Entity
class C { @Id Long id; }

// model: many_to_many_map_key_composite
@Embeddable
class Two implements java.io.Serializable { int x; int y; }

@Entity
class A { @Id Long id; @ManyToMany @MapKeyJoinColumns({@MapKeyJoinColumn(name = "kx", referencedColumnName = "x"), @MapKeyJoinColumn(name = "ky", referencedColumnName = "y")}) Map<C, B> by; }

@Entity
class B { @Id Long id; }

@Entity
class C { @EmbeddedId Two id; }

// model: many_to_many_sql_restriction
@Entity
class A { @Id Long id; @ManyToMany @org.hibernate.annotations.SQLJoinTableRestriction("active") @org.hibernate.annotations.SQLRestriction("live") Set<B> all; }

@Entity
class B { @Id Long id; boolean live; }

// model: associations_across_schemas
// set: hibernate.hbm2ddl.create_namespaces=true
@Entity
@Table(schema = "one")
class A { @Id Long id; @ManyToOne B b; @OneToMany Set<B> all; @ManyToMany @JoinTable(schema = "three") Set<B> many; }

@Entity
@Table(schema = "two")
class B { @Id Long id; @OneToOne A a; }

// model: associations_in_embeddable
@Embeddable
class Links { @ManyToOne B one; @OneToMany @JoinColumn(name = "linked_by") Set<B> many; @ManyToMany @JoinTable(name = "link_all") Set<B> all; @OneToOne @JoinColumn(unique = true) B only; }

@Entity
class A { @Id Long id; Links links; }

@Entity
class B { @Id Long id; }

// model: associations_no_constraint_by_setting
// set: hibernate.hbm2ddl.default_constraint_mode=NO_CONSTRAINT
@Entity
class A { @Id Long id; @ManyToOne B b; @ManyToMany Set<B> all; @ManyToOne @JoinColumn(name = "c", foreignKey = @ForeignKey(value = ConstraintMode.CONSTRAINT, name = "fk_named_c")) B c; }

@Entity
class B { @Id Long id; }

// model: join_columns_or_formulas
@Entity
class Product implements java.io.Serializable { @Id Long id; String code; String language; }

@Entity
class Sale {
    @Id Long id;
    @ManyToOne
    @org.hibernate.annotations.JoinColumnOrFormula(column = @JoinColumn(name = "product_code", referencedColumnName = "code"))
    @org.hibernate.annotations.JoinColumnOrFormula(formula = @org.hibernate.annotations.JoinFormula(value = "'EN'", referencedColumnName = "language"))
    Product product;
}

// model: join_columns_or_formulas_listed
@Entity
class Product implements java.io.Serializable { @Id Long id; String code; String language; }

@Entity
class Sale {
    @Id Long id;
    @ManyToOne
    @org.hibernate.annotations.JoinColumnsOrFormulas({
        @org.hibernate.annotations.JoinColumnOrFormula(column = @JoinColumn(name = "product_code", referencedColumnName = "code")),
        @org.hibernate.annotations.JoinColumnOrFormula(formula = @org.hibernate.annotations.JoinFormula(value = "'EN'", referencedColumnName = "language"))
    })
    Product product;
}

// model: property_ref
@Entity
class Card { @Id Long id; @Column(unique = true, length = 9) String number; }

@Entity
class Person { @Id Long id; @ManyToOne @org.hibernate.annotations.PropertyRef("number") Card card; }
// only: 7.4, 8.0 (PropertyRef is of Hibernate 7)

// model: any_implicit_values
@Entity
class Holder {
    @Id Long id;
    @org.hibernate.annotations.Any
    @org.hibernate.annotations.AnyDiscriminator(DiscriminatorType.STRING)
    @org.hibernate.annotations.AnyDiscriminatorImplicitValues(org.hibernate.annotations.AnyDiscriminatorImplicitValues.Strategy.SHORT_NAME)
    @org.hibernate.annotations.AnyKeyJavaClass(Long.class)
    @Column(name = "kind", length = 40)
    @JoinColumn(name = "thing_id")
    Object thing;
}
// only: 7.4, 8.0 (AnyDiscriminatorImplicitValues is of Hibernate 7)

// model: any_key_types
@Entity
class Holder {
    @Id Long id;
    @org.hibernate.annotations.Any
    @org.hibernate.annotations.AnyDiscriminator(DiscriminatorType.CHAR)
    @org.hibernate.annotations.AnyDiscriminatorValues({@org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "A", entity = A.class)})
    @org.hibernate.annotations.AnyKeyJavaType(org.hibernate.type.descriptor.java.StringJavaType.class)
    @org.hibernate.annotations.AnyKeyJdbcTypeCode(java.sql.Types.CHAR)
    @Column(name = "kind")
    @JoinColumn(name = "text_key")
    Object text;

    @org.hibernate.annotations.Any(optional = false)
    @org.hibernate.annotations.AnyDiscriminator(DiscriminatorType.INTEGER)
    @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "1", entity = A.class)
    @org.hibernate.annotations.AnyKeyJavaClass(Integer.class)
    @org.hibernate.annotations.AnyKeyJdbcType(org.hibernate.type.descriptor.jdbc.SmallIntJdbcType.class)
    @Column(name = "kind2")
    @JoinColumn(name = "small_key")
    Object small;
}

@Entity
class A { @Id String id; }
