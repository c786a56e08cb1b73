// only: 8.0 (Hibernate 8 brings row-level security)
// set: hibernate.multi_tenant.rls_enabled=true
// Tenants that row-level security separates.
package oracle.tenant_rls;

import jakarta.persistence.*;
import org.hibernate.annotations.TenantId;

@Entity
class Account {
    @Id Long id;
    @TenantId String tenant;
}
