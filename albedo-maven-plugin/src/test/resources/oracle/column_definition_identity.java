// Identity and generated columns spelled out as SQL.
package oracle.column_definition_identity;

import jakarta.persistence.*;
import org.hibernate.annotations.Generated;

@Entity
class Counter {
    @Id Long id;
    @Generated @Column(columnDefinition = "bigint generated always as identity") Long number;
    @Generated @Column(columnDefinition = "integer generated always as (length(text)) stored") Integer size;
    @Column(name = "text") String text;
}
