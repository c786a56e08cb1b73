package dev.albedo.dialect;

import java.util.List;

/** SQL texts of the model that the database does not understand: a wrong check, default or index expression. */
public final class ModelSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Of everything that is wrong at once.
     *
     * @param problems one sentence each, naming the table and the text; at least one
     */
    public ModelSqlException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
        return problems;
    }
}
