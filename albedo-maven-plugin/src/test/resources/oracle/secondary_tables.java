// One entity in three tables.
package oracle.secondary_tables;

import jakarta.persistence.*;

@Entity
@SecondaryTable(name = "user_details")
@SecondaryTable(
        name = "user_secrets",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "user_ref"),
        foreignKey = @ForeignKey(name = "fk_named_secrets"),
        uniqueConstraints = @UniqueConstraint(name = "uq_named_token", columnNames = "token"),
        indexes = @Index(name = "ix_named_hash", columnList = "hash"))
class Member {
    @Id @GeneratedValue Long id;
    String name;
    @Column(table = "user_details", length = 1000) String biography;
    @Column(table = "user_details", nullable = false) int karma;
    @Column(table = "user_secrets") String hash;
    @Column(table = "user_secrets") String token;
    @ManyToOne @JoinColumn(table = "user_details", name = "friend_id") Member friend;
}
