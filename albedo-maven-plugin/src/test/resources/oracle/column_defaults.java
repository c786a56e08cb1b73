// Defaults of every type, as people write them.
package oracle.column_defaults;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Defaults {
    @Id @ColumnDefault("gen_random_uuid()") UUID id;
    @ColumnDefault("0") int zero;
    @ColumnDefault("-1") int negative;
    @ColumnDefault("(1 + 2) * 3") int computed;
    @ColumnDefault("true") boolean flag;
    @ColumnDefault("'it''s'") String text;
    @ColumnDefault("''") String empty;
    @ColumnDefault("null") String nothing;
    @ColumnDefault("1.50") BigDecimal decimal;
    @ColumnDefault("current_timestamp") Instant created;
    @ColumnDefault("now()") Instant changed;
    @ColumnDefault("current_date") LocalDate day;
    @ColumnDefault("'2020-01-01'") LocalDate fixed;
    @ColumnDefault("'{}'") @JdbcTypeCode(SqlTypes.JSON) String json;
    @ColumnDefault("'NEW'") @Enumerated(EnumType.STRING) @Column(nullable = false) Status status;
    @ColumnDefault("'{}'") String[] empties;
    @ColumnDefault("array['a', 'b']") String[] filled;
    @ColumnDefault("E'a\\nb'") String escaped;
    @ColumnDefault("upper('x') || 'y'") String expression;
    @ManyToOne @ColumnDefault("1") Target target;
}

enum Status {
    NEW,
    OLD
}

@Entity
class Target {
    @Id Long id;
}
