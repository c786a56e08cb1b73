// An enum through a converter: no check of its constants' names.
package oracle.enum_converter;

import jakarta.persistence.*;

@Entity
class Payment {
    @Id Long id;
    @Convert(converter = StateConverter.class) State state;
    @Convert(converter = CodeConverter.class) @Column(nullable = false) State code;
}

enum State {
    OPEN,
    PAID
}

@Converter
class StateConverter implements AttributeConverter<State, String> {
    @Override
    public String convertToDatabaseColumn(State state) {
        return state == null ? null : state.name().substring(0, 1);
    }

    @Override
    public State convertToEntityAttribute(String letter) {
        return "O".equals(letter) ? State.OPEN : State.PAID;
    }
}

@Converter
class CodeConverter implements AttributeConverter<State, Short> {
    @Override
    public Short convertToDatabaseColumn(State state) {
        return state == null ? null : (short) (state.ordinal() + 10);
    }

    @Override
    public State convertToEntityAttribute(Short code) {
        return code == null ? null : State.values()[code - 10];
    }
}
