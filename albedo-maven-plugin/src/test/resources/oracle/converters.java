// Attribute converters, named and automatic.
package oracle.converters;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

@Entity
class Invoice {
    @Id Long id;
    YearMonth month;
    @Convert(converter = MoneyConverter.class) @Column(precision = 12, scale = 3) Money total;
    @Convert(converter = TagsConverter.class) @Column(length = 100) List<String> tags;
    @Convert(disableConversion = true) LocalDate day;
    @ElementCollection @Convert(converter = MoneyConverter.class) List<Money> parts;
}

class Money {
    BigDecimal amount;
}

@Converter(autoApply = true)
class MonthConverter implements AttributeConverter<YearMonth, Integer> {
    @Override
    public Integer convertToDatabaseColumn(YearMonth month) {
        return month == null ? null : month.getYear() * 100 + month.getMonthValue();
    }

    @Override
    public YearMonth convertToEntityAttribute(Integer number) {
        return number == null ? null : YearMonth.of(number / 100, number % 100);
    }
}

@Converter
class MoneyConverter implements AttributeConverter<Money, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Money money) {
        return money == null ? null : money.amount;
    }

    @Override
    public Money convertToEntityAttribute(BigDecimal amount) {
        Money money = new Money();
        money.amount = amount;
        return money;
    }
}

@Converter
class TagsConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> tags) {
        return tags == null ? null : String.join(",", tags);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return text == null ? null : List.of(text.split(","));
    }
}
