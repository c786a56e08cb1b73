// Discriminator values for everything else, and a check of the known ones.
package oracle.discriminator_not_null;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(name = "type", length = 20)
@DiscriminatorValue("null")
class Event {
    @Id Long id;
}

@Entity
@DiscriminatorValue("start")
class StartEvent extends Event {
    String who;
}

@Entity
@DiscriminatorValue("not null")
class OtherEvent extends Event {
    String what;
}
