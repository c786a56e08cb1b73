// Enum types of the database, used more than once.
package oracle.enums_native;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Shirt {
    @Id Long id;
    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Size size;
    @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ENUM) @Column(nullable = false) Size required;
    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Fit fit;
}

@Entity
class Trousers {
    @Id Long id;
    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Size size;
}

enum Size {
    SMALL,
    MEDIUM,
    LARGE,
    ABNORMAL
}

enum Fit {
    WIDE,
    SLIM,
    BAGGY
}
