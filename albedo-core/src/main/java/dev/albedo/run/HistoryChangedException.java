package dev.albedo.run;

/** Behind a pooler: another run had its turn between two transactions of this one, and changed the history. */
final class HistoryChangedException extends RunException {

    private static final long serialVersionUID = 1L;

    HistoryChangedException() {
        super("another run changed the history of this database in the meantime; what is recorded as done stays. Run it"
                + " again");
    }
}
