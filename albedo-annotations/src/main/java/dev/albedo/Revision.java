package dev.albedo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where a {@link Migration} stands in the revision graph. The graph is checked when it is compiled. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The identifier, unique in the project: 1 to 64 of the characters {@code a-z A-Z 0-9 _ .}, usually 12 hex digits. */
    String id();

    /** The revisions before this one: none for a first one, several for a merge. */
    String[] parent() default {};

    /** Revisions of other branches that must have been applied before this one, by their ids or labels. */
    String[] dependsOn() default {};

    /** Names for the branch that starts here, for {@code -Dto=label@head} and its kin; unique in the project. */
    String[] labels() default {};

    /**
     * Whether the revision is one transaction, as far as its operations allow it. If not, each of its steps is recorded by
     * itself: SQL of {@code op.sql} is sent outside of any transaction, as {@code VACUUM}, {@code ALTER SYSTEM} or {@code
     * REINDEX CONCURRENTLY} need it, one statement in each {@code op.sql}; everything else is a transaction of its own. If
     * a run is killed while the server is at such SQL, nobody but its author can tell whether it happened, and the next
     * run asks: {@code mvn albedo:repair -Dalbedo.step=done} or {@code again}.
     */
    boolean transactional() default true;

    /**
     * Whether it describes tables that were there before Albedo, as the goal {@code baseline} writes it. A rollback does not
     * take it back, and so does not drop them, unless it is named: {@code -Dalbedo.undoBaseline=<id>}.
     */
    boolean baseline() default false;

    /** When it was written, ISO-8601 in UTC, for people who read the history. */
    String created() default "";
}
