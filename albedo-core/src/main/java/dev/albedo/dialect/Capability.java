package dev.albedo.dialect;

/** Something that not every database can do, and that a run or a plan decides by. */
public enum Capability {
    /** Changes of the schema belong to the transaction and are rolled back with it. */
    TRANSACTIONAL_DDL("changes of the schema in a transaction"),
    /** A transaction can be rolled back to a point within it. */
    SAVEPOINTS("savepoints"),
    /** Several statements, separated by semicolons, are one text to the driver. */
    SEVERAL_STATEMENTS("several statements in one text");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
