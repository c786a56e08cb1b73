// One-to-many in all three forms.
package oracle.one_to_many;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Parent {
    @Id Long id;
    @OneToMany(mappedBy = "parent") Set<Child> mapped;
    @OneToMany @JoinColumn(name = "column_parent_id") Set<Child> byColumn;
    @OneToMany @JoinColumn(name = "required_parent_id", nullable = false) @OrderColumn(name = "place") List<Child> ordered;
    @OneToMany Set<Child> byTable;
    @OneToMany @OrderColumn List<Child> listByTable;
    @OneToMany @JoinTable(name = "parent_children", inverseJoinColumns = @JoinColumn(name = "kid")) List<Child> bagByTable;
}

@Entity
class Child {
    @Id Long id;
    @ManyToOne Parent parent;
}
