package dev.albedo.operation;

import org.jspecify.annotations.Nullable;

/** Something was asked to be undone that cannot be. */
public final class IrreversibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IrreversibleException(String message) {
        super(message);
    }

    static <T> T known(@Nullable T value, Operation operation) {
        if (value == null) {
            throw new IrreversibleException("cannot undo \"" + operation.describe() + "\": it does not say how");
        }
        return value;
    }
}
