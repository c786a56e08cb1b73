// only: 7.4, 8.0 (Jakarta Persistence 3.2 brings options of sequence generators, and generators without a name)
package oracle.id_sequence_options;

import jakarta.persistence.*;

@Entity
class Cached {
    @Id
    @GeneratedValue(generator = "cached")
    @SequenceGenerator(name = "cached", sequenceName = "cached_numbers", allocationSize = 1, options = "cache 10 cycle")
    Long id;
}

@Entity
class Nameless {
    @Id @GeneratedValue @SequenceGenerator(allocationSize = 5, initialValue = 3) Long id;
}
