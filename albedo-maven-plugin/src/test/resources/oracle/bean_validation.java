// Constraints of Bean Validation that change columns.
package oracle.bean_validation;

import jakarta.persistence.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

@Entity
class Applicant {
    @Id Long id;
    @NotNull String required;
    @NotBlank String filled;
    @NotEmpty String notEmpty;
    @Size(max = 30) String short30;
    @Size(min = 2, max = 50) @NotNull String between;
    @Length(max = 12) String length;
    @Min(18) int age;
    @Max(100) Integer score;
    @Min(1) @Max(5) int stars;
    @Positive int positive;
    @Range(min = 3, max = 9) int range;
    @Digits(integer = 6, fraction = 2) BigDecimal salary;
    @DecimalMax("9.5") BigDecimal grade;
    @Valid Contact contact;
    @NotNull @ManyToOne Applicant referee;
}

@Embeddable
class Contact {
    @NotNull @Size(max = 20) String phone;
    @NotNull String mail;
}
