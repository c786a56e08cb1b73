// set: hibernate.implicit_naming_strategy=oracle.naming_strategy_constraints.Constraints
// An implicit naming strategy that chooses names of constraints: these are chosen names.
package oracle.naming_strategy_constraints;

import jakarta.persistence.*;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitUniqueKeyNameSource;

@Entity
@Table(indexes = @Index(columnList = "name"), uniqueConstraints = @UniqueConstraint(columnNames = {"name", "code"}))
class Customer {
    @Id Long id;
    String name;
    @Column(unique = true) String code;
    @ManyToOne Customer parent;
}

public class Constraints extends ImplicitNamingStrategyJpaCompliantImpl {
    @Override
    public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
        return Identifier.toIdentifier("fk_named_" + source.getTableName().getText() + "_" + source.getColumnNames().get(0).getText());
    }

    @Override
    public Identifier determineUniqueKeyName(ImplicitUniqueKeyNameSource source) {
        return Identifier.toIdentifier("uq_named_" + source.getTableName().getText() + "_" + source.getColumnNames().get(0).getText()
                + source.getColumnNames().size());
    }

    @Override
    public Identifier determineIndexName(ImplicitIndexNameSource source) {
        return Identifier.toIdentifier("ix_named_" + source.getTableName().getText() + "_" + source.getColumnNames().get(0).getText());
    }
}
