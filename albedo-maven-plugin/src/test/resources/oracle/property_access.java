// Annotations on getters, mixed with fields.
package oracle.property_access;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = "getter")
class Getters {
    private Long id;
    private String name;
    private Set<String> words;
    @Access(AccessType.FIELD) @Column(length = 9) private String field;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Column(name = "full_name", nullable = false)
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @ElementCollection
    public Set<String> getWords() {
        return words;
    }

    public void setWords(Set<String> words) {
        this.words = words;
    }

    @Transient
    public String getShout() {
        return name + "!";
    }
}
