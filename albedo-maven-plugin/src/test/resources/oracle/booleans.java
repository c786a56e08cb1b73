// Booleans as letters and numbers, with the checks Hibernate adds.
package oracle.booleans;

import jakarta.persistence.*;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

@Entity
class Booleans {
    @Id Long id;
    boolean plain;
    @Convert(converter = YesNoConverter.class) boolean yesNo;
    @Convert(converter = TrueFalseConverter.class) Boolean trueFalse;
    @Convert(converter = NumericBooleanConverter.class) boolean numeric;
    @Convert(converter = YesNoConverter.class) @Column(nullable = false) Boolean required;
}
