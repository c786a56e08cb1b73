package shop.model;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

@MappedSuperclass
public abstract class Stored {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    Instant changed;
}
