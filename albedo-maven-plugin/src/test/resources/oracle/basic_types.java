// Every basic type that needs no annotation.
package oracle.basic_types;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

@Entity
class Everything {
    @Id long id;
    boolean flag;
    byte tiny;
    short small;
    int number;
    float single;
    double twice;
    char letter;
    Boolean flagOrNull;
    Byte tinyOrNull;
    Short smallOrNull;
    Integer numberOrNull;
    Long bigOrNull;
    Float singleOrNull;
    Double twiceOrNull;
    Character letterOrNull;
    String text;
    BigDecimal decimal;
    BigInteger integer;
    byte[] bytes;
    char[] letters;
    UUID uuid;
    URL url;
    Class<?> type;
    Currency currency;
    Locale locale;
    TimeZone timeZone;
}
