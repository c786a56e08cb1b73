// Another JDBC type than the usual one of the Java type.
package oracle.jdbc_type_codes;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;

@Entity
class Codes {
    @Id @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 36) UUID id;
    @JdbcTypeCode(SqlTypes.TINYINT) int tiny;
    @JdbcTypeCode(SqlTypes.SMALLINT) int small;
    @JdbcTypeCode(SqlTypes.BIGINT) Integer big;
    @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String fixed;
    @JdbcTypeCode(SqlTypes.VARBINARY) UUID binaryUuid;
    @JdbcTypeCode(SqlTypes.NUMERIC) Long numeric;
    @JdbcTypeCode(SqlTypes.VARCHAR) Integer numberAsText;
    @JdbcTypeCode(SqlTypes.SQLXML) String xml;
    @JdbcTypeCode(SqlTypes.CLOB) String clob;
    @JdbcType(IntegerJdbcType.class) long asInteger;
}
