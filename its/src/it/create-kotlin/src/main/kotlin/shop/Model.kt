package shop

import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.GeneratedValue
import jakarta.persistence.Id
import jakarta.persistence.ManyToOne

@Entity
class Customer(
    @Column(length = 100) var name: String,
    @Id @GeneratedValue var id: Long? = null,
)

@Entity
class Bill(
    @ManyToOne var customer: Customer,
    @Id @GeneratedValue var id: Long? = null,
)
