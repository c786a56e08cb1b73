// A composite id by an embeddable.
package oracle.id_embedded;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

@Entity
class Enrolment {
    @EmbeddedId
    @AttributeOverride(name = "student", column = @Column(name = "student_no"))
    EnrolmentId id;

    @ElementCollection Set<String> grades;
    @OneToMany(mappedBy = "enrolment") Set<Exam> exams;
}

@Embeddable
class EnrolmentId implements Serializable {
    UUID zulu;
    long student;
    short alpha;
    @Column(length = 30) String course;

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrolmentId that && that.student == student && Objects.equals(that.course, course);
    }

    @Override
    public int hashCode() {
        return Objects.hash(student, course);
    }
}

@Entity
class Exam {
    @Id Long id;
    @ManyToOne Enrolment enrolment;
}
