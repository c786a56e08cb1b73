// set: hibernate.default_schema=public
// The default schema spelled out, and spelled out again on a table.
package oracle.default_schema_public;

import jakarta.persistence.*;

@Entity
class Account {
    @Id @GeneratedValue Long id;
    @ManyToOne Owner owner;
}

@Entity
@Table(name = "owner", schema = "public")
class Owner {
    @Id Long id;
}
