// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings comments)
package oracle.comments_jpa;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(comment = "who buys")
@SecondaryTable(name = "customer_notes", comment = "what was said")
class Customer {
    @Id @Column(comment = "a number") Long id;
    @Column(table = "customer_notes", comment = "by phone") String note;
    @ManyToOne @JoinColumn(comment = "the one to ask") Customer contact;
    @ManyToMany @JoinTable(comment = "friends of friends") Set<Customer> friends;
    @ElementCollection @CollectionTable Set<String> phones;
}
