package shop;

import jakarta.persistence.Entity;
import java.time.LocalDate;

@Entity
public class InvoicePayment extends Payment {

    LocalDate dueOn;
}
