// set: hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy
// set: hibernate.implicit_naming_strategy=oracle.spring_naming.SpringImplicit
// The names Spring Boot gives: snake case, and join tables named after the attribute.
package oracle.spring_naming;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

@Entity
@Table(
        indexes = {@Index(columnList = "firstName, last_name"), @Index(name = "IX_NAMED_Last", columnList = "lastName")},
        uniqueConstraints = @UniqueConstraint(columnNames = {"firstName", "homeAddress"}))
class CustomerAccount {
    @Id @GeneratedValue Long accountId;
    String firstName;
    String lastName;
    @Column(name = "homeAddress") String address;
    @Column(name = "`KeptAsIs`") String quoted;
    @ManyToOne CustomerAccount parentAccount;
    @ManyToMany Set<CustomerAccount> linkedAccounts;
    @ElementCollection Set<String> phoneNumbers;
    @OneToMany @JoinTable(name = "accountOwner") Set<CustomerAccount> ownerList;
    @Enumerated(EnumType.STRING) AccountKind accountKind;
}

enum AccountKind {
    PRIVATE,
    BUSINESS
}

public class SpringImplicit extends ImplicitNamingStrategyJpaCompliantImpl {
    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        return toIdentifier(
                source.getOwningPhysicalTableName() + "_" + source.getAssociationOwningAttributePath().getProperty(),
                source.getBuildingContext());
    }
}
