// A user type over one column.
package oracle.user_type;

import jakarta.persistence.*;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.annotations.Type;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.usertype.UserType;

@Entity
class Planet {
    @Id Long id;
    @Type(MassType.class) Mass mass;
    @Type(MassType.class) @Column(nullable = false, unique = true) Mass other;
}

class Mass implements Serializable {
    final long kilograms;

    Mass(long kilograms) {
        this.kilograms = kilograms;
    }
}

class MassType implements UserType<Mass> {
    @Override
    public int getSqlType() {
        return Types.BIGINT;
    }

    @Override
    public Class<Mass> returnedClass() {
        return Mass.class;
    }

    @Override
    public boolean equals(Mass x, Mass y) {
        return x == y || x != null && y != null && x.kilograms == y.kilograms;
    }

    @Override
    public int hashCode(Mass x) {
        return Long.hashCode(x.kilograms);
    }

    public Mass nullSafeGet(ResultSet row, int position, SharedSessionContractImplementor session, Object owner)
            throws SQLException {
        return new Mass(row.getLong(position));
    }

    public void nullSafeSet(PreparedStatement statement, Mass value, int index, SharedSessionContractImplementor session)
            throws SQLException {
        statement.setLong(index, value.kilograms);
    }

    @Override
    public Mass deepCopy(Mass value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Mass value) {
        return value;
    }

    @Override
    public Mass assemble(Serializable cached, Object owner) {
        return (Mass) cached;
    }
}
