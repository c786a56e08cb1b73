// A user type over two columns.
package oracle.composite_user_type;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.CompositeType;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.usertype.CompositeUserType;

@Entity
class Product {
    @Id Long id;

    @CompositeType(PriceType.class)
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount", precision = 9, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency", length = 3, nullable = false))
    Price price;
}

class Price implements Serializable {
    final BigDecimal amount;
    final String currency;

    Price(BigDecimal amount, String currency) {
        this.amount = amount;
        this.currency = currency;
    }
}

class PriceType implements CompositeUserType<Price> {
    public static class Mapper {
        BigDecimal amount;
        String currency;
    }

    @Override
    public Object getPropertyValue(Price price, int property) {
        return property == 0 ? price.amount : price.currency;
    }

    public Price instantiate(ValueAccess values, SessionFactoryImplementor factory) {
        return new Price(values.getValue(0, BigDecimal.class), values.getValue(1, String.class));
    }

    public Price instantiate(ValueAccess values) {
        return new Price(values.getValue(0, BigDecimal.class), values.getValue(1, String.class));
    }

    @Override
    public Class<?> embeddable() {
        return Mapper.class;
    }

    @Override
    public Class<Price> returnedClass() {
        return Price.class;
    }

    @Override
    public boolean equals(Price x, Price y) {
        return x == y || x != null && y != null && x.amount.equals(y.amount) && x.currency.equals(y.currency);
    }

    @Override
    public int hashCode(Price x) {
        return x.amount.hashCode();
    }

    @Override
    public Price deepCopy(Price value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Price value) {
        return value;
    }

    @Override
    public Price assemble(Serializable cached, Object owner) {
        return (Price) cached;
    }

    @Override
    public Price replace(Price detached, Price managed, Object owner) {
        return detached;
    }
}
