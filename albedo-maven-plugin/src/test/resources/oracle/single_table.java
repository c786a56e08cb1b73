// Single table: columns of subclasses become nullable.
package oracle.single_table;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
abstract class Animal {
    @Id @GeneratedValue Long id;
    @Column(nullable = false) String name;
}

@Entity
class Dog extends Animal {
    @Column(nullable = false) String breed;
    int age;
    @ManyToOne(optional = false) Owner owner;
}

@Entity
@DiscriminatorValue("kitty")
class Cat extends Animal {
    @Column(unique = true) String tag;
    @Enumerated(EnumType.STRING) @Column(nullable = false) Temper temper;
}

enum Temper {
    CALM,
    WILD
}

@Entity
class Owner {
    @Id Long id;
}
