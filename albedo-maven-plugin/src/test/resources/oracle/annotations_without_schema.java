// Annotations that change how Hibernate reads and writes, and nothing in the schema.
package oracle.annotations_without_schema;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.annotations.RowId;
import org.hibernate.annotations.SQLDelete;

@Entity
@Immutable
@RowId("ctid")
@DynamicInsert
@DynamicUpdate
@BatchSize(size = 10)
@SQLDelete(sql = "update Reading set value = 0 where id = ?")
class Reading {
    @Id Long id;
    int region;
    @Basic(fetch = FetchType.LAZY) @LazyGroup("big") String value;
    @OneToMany(mappedBy = "reading") @Fetch(FetchMode.SUBSELECT) List<Note> notes;
}

@Entity
class Note {
    @Id Long id;
    @ManyToOne(fetch = FetchType.LAZY) Reading reading;
}
