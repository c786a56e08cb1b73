// A composite id by an id class, one part generated, one an association.
package oracle.id_class;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;

@Entity
@IdClass(EntryId.class)
class Entry {
    @Id String word;
    @Id @Column(name = "lang", length = 3) String language;
    @Id @ManyToOne Dictionary dictionary;
    String meaning;
}

@Entity
class Dictionary {
    @Id @GeneratedValue Long id;
}

class EntryId implements Serializable {
    String word;
    String language;
    Long dictionary;

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryId that
                && Objects.equals(that.word, word)
                && Objects.equals(that.language, language)
                && Objects.equals(that.dictionary, dictionary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(word, language, dictionary);
    }
}
