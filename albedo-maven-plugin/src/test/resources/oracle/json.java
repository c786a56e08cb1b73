// JSON of maps, lists and embeddables.
package oracle.json;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Document {
    @Id Long id;
    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> properties;
    @JdbcTypeCode(SqlTypes.JSON) List<String> tags;
    @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false) String raw;
    @JdbcTypeCode(SqlTypes.JSON) Address address;
}

@Embeddable
class Address {
    String street;
    int number;
}
