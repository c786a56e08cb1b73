package shop

import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.GeneratedValue
import jakarta.persistence.Id

@Entity
class Customer(
    @Column(length = 100) var name: String,
    @Column(length = 50) var email: String?,
    @Id @GeneratedValue var id: Long? = null,
)
