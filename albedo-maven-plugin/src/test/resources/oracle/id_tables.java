// Table generators: default and with everything set.
package oracle.id_tables;

import jakarta.persistence.*;

@Entity
class Plain {
    @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;
}

@Entity
@TableGenerator(
        name = "numbers",
        table = "number_table",
        pkColumnName = "what",
        valueColumnName = "next_one",
        pkColumnValue = "custom",
        allocationSize = 10,
        initialValue = 7,
        indexes = @Index(name = "ix_named_numbers", columnList = "next_one"),
        uniqueConstraints = @UniqueConstraint(columnNames = "next_one"))
class Custom {
    @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers") Long id;
}

@Entity
class CustomToo {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "others")
    @TableGenerator(name = "others", table = "number_table", pkColumnName = "what", valueColumnName = "next_one", pkColumnValue = "other")
    Integer id;
}
