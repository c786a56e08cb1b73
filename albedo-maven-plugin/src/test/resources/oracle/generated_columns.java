// Columns that the database computes, and columns that it only fills.
package oracle.generated_columns;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;

@Entity
class Box {
    @Id Long id;
    int width;
    int height;
    @GeneratedColumn("width * height") int area;
    @GeneratedColumn("lower(label) || '!'") String loud;
    String label;
    @Generated @ColumnDefault("7") Integer filled;
    @Generated(event = {EventType.INSERT, EventType.UPDATE}) String byTrigger;
    @CreationTimestamp Instant created;
    @UpdateTimestamp Instant updated;
    @CurrentTimestamp Instant current;
}
