// A whole table a class, with one sequence.
package oracle.table_per_class;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Account {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
    @Column(unique = true, nullable = false) String number;
    @ManyToOne Bank bank;
}

@Entity
class Savings extends Account {
    double rate;
}

@Entity
class Checking extends Account {
    long overdraft;
}

@Entity
class Bank {
    @Id Long id;
}
