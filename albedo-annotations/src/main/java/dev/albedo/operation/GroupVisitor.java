package dev.albedo.operation;

/**
 * One answer a group of operations. An application implements this one, because a new operation of a group does not break it.
 *
 * @param <R> the answer
 */
public interface GroupVisitor<R>
        extends Visitor.Creations<R>,
                Visitor.Removals<R>,
                Visitor.Alterations<R>,
                Visitor.Renames<R>,
                Visitor.RowChanges<R>,
                Visitor.Expectations<R>,
                Visitor.Codes<R> {}
