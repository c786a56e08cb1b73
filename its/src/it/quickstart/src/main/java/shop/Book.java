package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Book extends Product {

    @Column(nullable = false, length = 13)
    String isbn;

    Integer pages;
}
