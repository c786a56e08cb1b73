// What a delete of the referenced row does.
package oracle.foreign_key_actions;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Comment {
    @Id Long id;
    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Post cascade;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Post setNull;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) Post setDefault;
    @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) Post restrict;
    @ManyToOne @OnDelete(action = OnDeleteAction.NO_ACTION) Post noAction;
}

@Entity
class Post {
    @Id Long id;
    @ElementCollection @OnDelete(action = OnDeleteAction.CASCADE) Set<String> tags;
    @OneToMany(mappedBy = "cascade") @OnDelete(action = OnDeleteAction.CASCADE) List<Comment> comments;
    @ManyToMany @OnDelete(action = OnDeleteAction.CASCADE) Set<Post> related;
}
