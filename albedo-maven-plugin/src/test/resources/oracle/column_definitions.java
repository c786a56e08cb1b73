// Columns spelled out as SQL, as people write them.
package oracle.column_definitions;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;

@Entity
class Definitions {
    @Id @Column(columnDefinition = "int8") Long id;
    @Column(columnDefinition = "text") String text;
    @Column(columnDefinition = "TEXT", nullable = false) String upper;
    @Column(columnDefinition = "character varying(30)") String varying;
    @Column(columnDefinition = "varchar(10) default 'x'") String withDefault;
    @Column(columnDefinition = "varchar(10) not null default 'x''y'", unique = true) String everything;
    @Column(columnDefinition = "jsonb") String json;
    @Column(columnDefinition = "jsonb default '{}'::jsonb") String jsonDefault;
    @Column(columnDefinition = "text[]") String[] texts;
    @Column(columnDefinition = "integer array") Integer[] wordArray;
    @Column(columnDefinition = "timestamp with time zone default now()") OffsetDateTime moment;
    @Column(columnDefinition = "TIMESTAMP(3) WITHOUT TIME ZONE") Instant instant;
    @Column(columnDefinition = "timestamptz(3)") Instant short3;
    @Column(columnDefinition = "decimal(7,2)") BigDecimal decimal;
    @Column(columnDefinition = "numeric") BigDecimal numeric;
    @Column(columnDefinition = "double precision") double twice;
    @Column(columnDefinition = "float4") float single;
    @Column(columnDefinition = "bool default false") boolean flag;
    @Column(columnDefinition = "bpchar(4)") String bpchar;
    @Column(columnDefinition = "bit(3)") String bits;
    @Column(columnDefinition = "xml") String xml;
    @Column(columnDefinition = "tsvector") String vector;
    @Column(columnDefinition = "varchar(20) collate \"C\"") String collated;
    @Column(columnDefinition = "money") BigDecimal money;
}
