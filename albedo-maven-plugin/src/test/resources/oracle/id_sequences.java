// Sequences: implicit, named, shared, with other steps and starts.
package oracle.id_sequences;

import jakarta.persistence.*;

@Entity
class Implicit {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
}

@Entity
@SequenceGenerator(name = "own", sequenceName = "own_numbers", allocationSize = 1, initialValue = 1000)
class Own {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own") Long id;
}

@Entity
class Step {
    @Id
    @GeneratedValue(generator = "step")
    @SequenceGenerator(name = "step", sequenceName = "shared_numbers", allocationSize = 20)
    Long id;
}

@Entity
class Shared {
    @Id
    @GeneratedValue(generator = "shared")
    @SequenceGenerator(name = "shared", sequenceName = "shared_numbers", allocationSize = 20)
    Integer id;
}

@Entity
@SequenceGenerator(name = "down", sequenceName = "down_numbers", allocationSize = -1, initialValue = -1)
class Down {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "down") Long id;
}
