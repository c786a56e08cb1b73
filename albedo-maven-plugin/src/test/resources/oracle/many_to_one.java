// Many-to-one: plain, required, by a join table, by another column, without a constraint.
package oracle.many_to_one;

import jakarta.persistence.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
class Line {
    @Id Long id;
    @ManyToOne Article plain;
    @ManyToOne(optional = false) Article required;
    @ManyToOne @JoinColumn(name = "other_name_id", unique = true) Article renamed;
    @ManyToOne @JoinColumn(name = "article_code", referencedColumnName = "code") Article byCode;
    @ManyToOne @JoinTable(name = "line_article") Article byTable;
    @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Article maybe;
    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Article unchecked;
    @ManyToOne @JoinColumn(name = "defined_id", columnDefinition = "bigint default 7") Article defined;
}

@Entity
class Article {
    @Id Long id;
    @Column(nullable = false, unique = true, length = 12) String code;
}
