package dev.albedo.spi;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.List;

/**
 * Changes what {@code create}, {@code diff} and {@code check} find and plan.
 *
 * <p>A project names its hooks in {@code META-INF/services/dev.albedo.spi.PlanHook}, one class a line, each with a public
 * constructor without parameters; those of its dependencies count too. Several are asked in the order of their class names,
 * each about what the one before it left.
 *
 * <p>A hook must give the same answer to the same question: it may be asked several times in one goal, and after the
 * migration is applied it is asked again. If a hook throws or returns null, the goal stops and nothing is written.
 */
public interface PlanHook {

    /**
     * Whether an object is compared. One that is not is as if it were on neither side: it is not created, changed or
     * dropped.
     *
     * <p>Objects are asked about under the names that they have after what is renamed. With a schema goes everything in it,
     * with a table everything on it, with a column the constraints and indexes that name it; those are not asked about then,
     * nor are the parts of a table that the model does not expect at all.
     */
    default boolean include(ComparedObject object) {
        return true;
    }

    /**
     * Whether two types mean the same, so that the column's type stays what it is. It is asked only where Albedo finds them
     * different; that equal types differ cannot be said, as no statement would make them so.
     *
     * @param existing as it is in the database, or as the migrations made it
     * @param expected as the model expects it
     */
    default boolean isSameType(QualifiedName table, Column existing, Column expected) {
        return false;
    }

    /**
     * The operations that are to be done instead of those that were found: some left out, changed, moved or added. It is
     * asked only if something was found.
     *
     * <p>What takes them back is made of the answer, each one reversed and the last one first, so an operation that is added
     * must be reversible: SQL has to say what undoes it, see {@link Operation.RunSql}. What is expected of rows, filled in
     * and converted to make the changes safe is added to the answer; a value that rows get can be said with an {@link
     * Operation.Backfill} of the column. What is left out here is found again at every comparison, and must be left out
     * again. The answer is tried as any plan is, so SQL that changes tables has to say its effect.
     *
     * @param up at least one, in an order that a database accepts
     */
    default List<Operation> rewrite(List<Operation> up, Context context) {
        return up;
    }

    /**
     * What a plan is about.
     *
     * @param existing what there is before it
     * @param expected what the model expects; where nothing drops what nobody knows, with that
     */
    record Context(Schema existing, Schema expected) {}
}
