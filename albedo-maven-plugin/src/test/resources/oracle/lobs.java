// Large objects and long values.
package oracle.lobs;

import jakarta.persistence.*;
import java.io.Serializable;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Lobs {
    @Id Long id;
    @Lob String text;
    @Lob byte[] bytes;
    @Lob char[] letters;
    Blob blob;
    Clob clob;
    NClob nclob;
    Serializable serializable;
    @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longText;
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String longerText;
    @JdbcTypeCode(SqlTypes.LONGVARBINARY) byte[] longBytes;
}
