package shop;

import jakarta.persistence.Entity;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Gadget extends Product {

    int warrantyMonths;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes;
}
