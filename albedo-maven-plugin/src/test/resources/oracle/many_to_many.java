// Many-to-many, one way, both ways, to itself.
package oracle.many_to_many;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Student {
    @Id Long id;
    @ManyToMany Set<Course> courses;
    @ManyToMany List<Course> favourites;
    @ManyToMany @OrderColumn List<Course> plan;
    @ManyToMany Set<Student> friends;
}

@Entity
class Course {
    @Id Long id;
    @ManyToMany(mappedBy = "courses") Set<Student> students;
}
