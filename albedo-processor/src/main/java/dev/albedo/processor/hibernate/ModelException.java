package dev.albedo.processor.hibernate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model cannot be turned into a schema, because of what the user wrote. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelBinding.Problem> problems;

    public ModelException(List<ModelBinding.Problem> problems) {
        this(problems, null);
    }

    public ModelException(List<ModelBinding.Problem> problems, @Nullable Throwable cause) {
        super(
                String.join(
                        "\n",
                        problems.stream().map(ModelBinding.Problem::message).toList()),
                cause);
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, at least one thing. */
    public List<ModelBinding.Problem> problems() {
        return problems;
    }
}
