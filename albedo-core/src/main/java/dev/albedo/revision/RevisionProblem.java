package dev.albedo.revision;

/**
 * One reason why revisions make no graph.
 *
 * @param kind what is wrong
 * @param revisionClass the binary name of the class whose annotation is at fault
 * @param attribute the attribute of that annotation
 * @param value the value in that attribute, one of several where it is an array
 * @param message one sentence for people that names ids and classes
 */
public record RevisionProblem(Kind kind, String revisionClass, Attribute attribute, String value, String message) {

    /** What can be wrong. */
    public enum Kind {
        BAD_ID,
        DUPLICATE_ID,
        MISSING_PARENT,
        MISSING_DEPENDENCY,
        REPEATED,
        CYCLE,
        BAD_LABEL,
        LABEL_CLASH
    }

    /** An attribute of {@link dev.albedo.Revision}. */
    public enum Attribute {
        ID("id"),
        PARENT("parent"),
        DEPENDS_ON("dependsOn"),
        LABELS("labels");

        private final String element;

        Attribute(String element) {
            this.element = element;
        }

        /** Its name in the annotation. */
        public String element() {
            return element;
        }
    }
}
