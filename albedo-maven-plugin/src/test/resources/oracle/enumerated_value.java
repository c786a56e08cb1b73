// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings @EnumeratedValue)
package oracle.enumerated_value;

import jakarta.persistence.*;

@Entity
class Ticket {
    @Id Long id;
    @Enumerated(EnumType.STRING) Priority priority;

    Severity severity;
    @Column(nullable = false) Severity required;
}

enum Priority {
    LOW("L"),
    HIGH("H'");

    @EnumeratedValue final String code;

    Priority(String code) {
        this.code = code;
    }
}

enum Severity {
    MINOR(10),
    MAJOR(20);

    @EnumeratedValue final int code;

    Severity(int code) {
        this.code = code;
    }
}
