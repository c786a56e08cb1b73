// Identity columns of every width.
package oracle.id_identity;

import jakarta.persistence.*;

@Entity
class Big {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
}

@Entity
class Middle {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) int id;
}

@Entity
class Little {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(name = "little_id") Short id;
}
