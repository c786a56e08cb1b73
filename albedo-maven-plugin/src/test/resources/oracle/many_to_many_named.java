// A join table with everything named.
package oracle.many_to_many_named;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Author {
    @Id Long id;

    @ManyToMany
    @JoinTable(
            name = "wrote",
            joinColumns = @JoinColumn(name = "author_ref", nullable = false),
            inverseJoinColumns = @JoinColumn(name = "book_ref"),
            foreignKey = @ForeignKey(name = "fk_named_author"),
            inverseForeignKey = @ForeignKey(name = "fk_named_book"),
            uniqueConstraints = @UniqueConstraint(name = "uq_named_wrote", columnNames = {"author_ref", "book_ref"}),
            indexes = {@Index(name = "ix_named_book", columnList = "book_ref"), @Index(columnList = "book_ref, author_ref desc")})
    List<Book> books;

    @ManyToMany
    @JoinTable(name = "read_by", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<Book> read;
}

@Entity
class Book {
    @Id Long id;
    @ManyToMany(mappedBy = "books") Set<Author> authors;
}
