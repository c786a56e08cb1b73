// set: hibernate.physical_naming_strategy=oracle.naming_strategy.Prefixed
// A naming strategy in the same sources.
package oracle.naming_strategy;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

@Entity
@Table(indexes = @Index(columnList = "name"), uniqueConstraints = @UniqueConstraint(columnNames = {"name", "code"}))
class Customer {
    @Id @GeneratedValue Long id;
    String name;
    String code;
    @ManyToOne Customer parent;
    @ElementCollection Set<String> words;
}

public class Prefixed extends PhysicalNamingStrategyStandardImpl {
    @Override
    public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment context) {
        return Identifier.toIdentifier("t_" + name.getText());
    }

    @Override
    public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment context) {
        return Identifier.toIdentifier("c_" + name.getText());
    }

    @Override
    public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment context) {
        return Identifier.toIdentifier("s_" + name.getText());
    }
}
