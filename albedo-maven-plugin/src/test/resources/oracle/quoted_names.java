// Names with upper case, blanks, dots, quotes and reserved words, in quotes.
package oracle.quoted_names;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(
        name = "\"Order Line\"",
        indexes = @Index(name = "\"Ix_Named\"", columnList = "\"Group\", \"with space\" desc"),
        uniqueConstraints = @UniqueConstraint(name = "\"Uq_Named\"", columnNames = {"\"Group\"", "\"select\""}))
class OrderLine {
    @Id @GeneratedValue(generator = "q") @SequenceGenerator(name = "q", sequenceName = "\"Order Numbers\"") Long id;
    @Column(name = "\"Group\"") String group;
    @Column(name = "`select`", unique = true) String select;
    @Column(name = "\"with space\"") String blank;
    @Column(name = "\"dotted.name\"") String dotted;
    @Column(name = "\"ÜmläutÜ\"") String umlaut;
    @ManyToOne @JoinColumn(name = "\"Parent Id\"", foreignKey = @ForeignKey(name = "\"Fk_Named\"")) OrderLine parent;
    @ElementCollection @CollectionTable(name = "\"Words of it\"", joinColumns = @JoinColumn(name = "\"Line\"")) Set<String> words;
}
