// Enums by name and by number, with the checks Hibernate adds.
package oracle.enums;

import jakarta.persistence.*;

@Entity
class Purchase {
    @Id Long id;
    @Enumerated(EnumType.STRING) Status status;
    @Enumerated(EnumType.STRING) @Column(nullable = false, length = 10) Status required;
    @Enumerated(EnumType.ORDINAL) Status number;
    Status plain;
    @Enumerated(EnumType.STRING) Single single;
    Single singleNumber;
    @Enumerated(EnumType.STRING) @Column(columnDefinition = "text") Status text;
    @Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(20) default 'NEW'") Status defined;
}

enum Status {
    NEW,
    PAID,
    SENT {},
    Größe
}

enum Single {
    ONLY
}
