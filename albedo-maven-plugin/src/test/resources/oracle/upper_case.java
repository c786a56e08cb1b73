// Upper case without quotes, which PostgreSQL folds.
package oracle.upper_case;

import jakarta.persistence.*;

@Entity
@Table(
        name = "CUSTOMER",
        indexes = @Index(name = "IX_NAMED_NAME", columnList = "LAST_NAME, FIRST_NAME"),
        uniqueConstraints = @UniqueConstraint(name = "UQ_NAMED_MAIL", columnNames = {"E_MAIL"}))
@SequenceGenerator(name = "numbers", sequenceName = "CUSTOMER_NUMBERS")
class Customer {
    @Id @GeneratedValue(generator = "numbers") @Column(name = "ID") Long id;
    @Column(name = "FIRST_NAME") String first;
    @Column(name = "LAST_NAME") String last;
    @Column(name = "E_MAIL") String mail;
    @ManyToOne @JoinColumn(name = "PARENT_ID", foreignKey = @ForeignKey(name = "FK_NAMED_PARENT")) Customer parent;
}
