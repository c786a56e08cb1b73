package dev.albedo.run;

import java.util.List;

/**
 * A run that was planned as a whole and is not admitted as it is, for example because it deletes data that its migrations do
 * not acknowledge. It knows what the run would do, so that a dry run can show that.
 */
public final class RefusedRunException extends RunException {

    private static final long serialVersionUID = 1L;

    private final transient List<Work> works;

    RefusedRunException(String message, List<Work> works) {
        super(message);
        this.works = List.copyOf(works);
    }

    /** Returns what the run would do, in order. */
    public List<Work> works() {
        return works;
    }
}
