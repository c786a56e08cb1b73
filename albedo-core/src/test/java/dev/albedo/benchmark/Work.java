package dev.albedo.benchmark;

/** What is measured, in the order in which it is done on a database that is empty at first. */
enum Work {
    APPLY("apply all to an empty database"),
    NOTHING("nothing to do"),
    STATUS("say where the database stands"),
    SCRIPT("write all as SQL");

    private final String description;

    Work(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
