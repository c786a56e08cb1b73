// One-to-one: by column, by primary key, by join table.
package oracle.one_to_one;

import jakarta.persistence.*;

@Entity
class Owner {
    @Id Long id;
    @OneToOne Thing byColumn;
    @OneToOne(optional = false) @JoinColumn(name = "required_thing") Thing required;
    @OneToOne @JoinTable(name = "owner_thing") Thing byTable;
    @OneToOne(mappedBy = "owner") Detail detail;
}

@Entity
class Thing {
    @Id Long id;
    @OneToOne @PrimaryKeyJoinColumn Owner sameKey;
}

@Entity
class Detail {
    @Id Long id;
    @OneToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_named_owner")) Owner owner;
}
