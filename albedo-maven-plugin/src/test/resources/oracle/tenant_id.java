// A column for the tenant.
package oracle.tenant_id;

import jakarta.persistence.*;
import org.hibernate.annotations.TenantId;

@Entity
class Account {
    @Id @GeneratedValue Long id;
    @TenantId @Column(name = "tenant", length = 40) String tenant;
    @Column(unique = true) String number;
}
