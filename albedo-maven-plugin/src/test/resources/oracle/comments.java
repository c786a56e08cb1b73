// only: 6.6, 7.4 (Hibernate 8 has no @Comment, see comments_jpa)
// Comments on tables and columns.
package oracle.comments;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.Comment;

@Entity
@Comment("What is sold; \"as is\"")
class Product {
    @Id @Comment("the number on the label") Long id;
    @Comment("in Euro,\nwith tax") int price;
    @Comment("") String empty;
    @Comment("where it comes from") @ManyToOne Maker maker;
    @Comment("words to find it by") @ElementCollection Set<String> words;
    Size size;
}

@Embeddable
class Size {
    @Comment("outside, in mm") int width;
}

@Entity
class Maker {
    @Id Long id;
}
