// A Java type descriptor and a mutability plan of its own.
package oracle.java_types;

import jakarta.persistence.*;
import java.sql.Types;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

@Entity
class Measurement {
    @Id Long id;
    @JavaType(MetresJavaType.class) Metres length;
    @JavaType(MetresJavaType.class) @JdbcTypeCode(Types.BIGINT) @Column(nullable = false) Metres height;
}

class Metres {
    final int value;

    Metres(int value) {
        this.value = value;
    }
}

class MetresJavaType extends AbstractClassJavaType<Metres> {
    MetresJavaType() {
        super(Metres.class);
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(Types.SMALLINT);
    }

    @Override
    public Metres fromString(CharSequence text) {
        return new Metres(Integer.parseInt(text.toString()));
    }

    @Override
    public <X> X unwrap(Metres value, Class<X> type, WrapperOptions options) {
        return type.cast(value.value);
    }

    @Override
    public <X> Metres wrap(X value, WrapperOptions options) {
        return new Metres(((Number) value).intValue());
    }
}
