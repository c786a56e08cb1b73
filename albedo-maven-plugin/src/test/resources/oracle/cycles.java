// Tables that reference each other and themselves.
package oracle.cycles;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Department {
    @Id Long id;
    @ManyToOne Department parent;
    @OneToOne Employee head;
    @OneToMany(mappedBy = "department") Set<Employee> employees;
}

@Entity
class Employee {
    @Id Long id;
    @ManyToOne(optional = false) Department department;
    @ManyToOne Employee manager;
    @ManyToOne Office office;
}

@Entity
class Office {
    @Id Long id;
    @ManyToOne Department owner;
}
