// Names at and over PostgreSQL's limit of 63 bytes, where Hibernate gave them itself.
package oracle.long_names;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = "a_table_whose_name_has_exactly_the_63_bytes_that_are_the_limit_")
class LongTable {
    @Id @GeneratedValue(generator = "long") @SequenceGenerator(name = "long", sequenceName = "a_sequence_whose_name_has_exactly_the_63_bytes_that_are_limit__") Long id;
    @Column(name = "a_column_whose_name_has_exactly_the_63_bytes_that_are_the_limit", unique = true) String column;
    @ManyToOne @JoinColumn(name = "a_reference_whose_name_has_exactly_63_bytes_as_the_limit_allows", foreignKey = @ForeignKey(name = "fk_named_with_a_name_of_exactly_63_bytes_that_are_the_limit_here")) LongTable parent;
    @Enumerated(EnumType.STRING) @Column(name = "an_enum_column_with_a_long_name_to_make_a_long_name_of_a_check_") Kind kind;
}

@Entity
@Table(indexes = {@Index(columnList = "anAttributeWhoseNameIsQuiteLongButNotTooLong, anotherAttributeWhoseNameIsQuiteLong")})
class AnEntityWithANameThatIsQuiteLong {
    @Id Long id;
    String anAttributeWhoseNameIsQuiteLongButNotTooLong;
    @Column(unique = true) String anotherAttributeWhoseNameIsQuiteLong;
    @ManyToMany Set<AnEntityWithANameThatIsQuiteLong> itself;
}

enum Kind {
    A,
    B
}
