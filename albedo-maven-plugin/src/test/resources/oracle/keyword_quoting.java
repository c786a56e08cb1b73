// set: hibernate.auto_quote_keyword=true
// Reserved words quoted by Hibernate.
package oracle.keyword_quoting;

import jakarta.persistence.*;

@Entity
@Table(name = "order")
class Order {
    @Id Long id;
    @Column(name = "user") String user;
    @Column(name = "primary") boolean primary;
    String check;
    @ManyToOne @JoinColumn(name = "references") Order references;
}
