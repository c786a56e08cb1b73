// set: hibernate.hbm2ddl.create_namespaces=true
// Several schemas, with references between them.
package oracle.schemas;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "product", schema = "shop")
class Product {
    @Id
    @GeneratedValue(generator = "product")
    @SequenceGenerator(name = "product", sequenceName = "product_numbers", schema = "shop")
    Long id;

    @ManyToOne Supplier supplier;
    @ManyToMany @JoinTable(schema = "links") Set<Supplier> others;
    @ElementCollection Set<String> words;
    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Kind kind;
}

enum Kind {
    GOOD,
    SERVICE
}

@Entity
@Table(schema = "Purchase", indexes = @Index(columnList = "name"), uniqueConstraints = @UniqueConstraint(columnNames = "code"))
@SecondaryTable(name = "supplier_notes", schema = "links")
class Supplier {
    @Id @GeneratedValue Long id;
    String name;
    String code;
    @Column(table = "supplier_notes") String note;
}

@Entity
class InDefault {
    @Id Long id;
    @ManyToOne Product product;
}

@Entity
@Table(name = "product")
class SameName {
    @Id Long id;
}
