/**
 * Two schemas to the operations that lead from the one to the other.
 *
 * <p>Both schemas must be in one spelling and every constraint and index must have its name: a dialect does the former,
 * {@link dev.albedo.diff.prepare.NamingConvention} the latter. Then things are the same if their names are, and unchanged if
 * they are equal; nothing here knows a database. What is peculiar to a difference:
 *
 * <ul>
 *   <li>Columns are compared by name. Their order is never a difference: a column that the model has in the middle goes
 *       to the end of the table.
 *   <li>A constraint or index of another name but of equal structure is renamed.
 *   <li>Whatever uses a column that is replaced, dropped or gets another type is taken off before and put back after,
 *       where a database does not do that by itself; the same goes for foreign keys and the key they reference.
 *   <li>A column that becomes computed, or a computed one that changes between stored and not or changes its type, is
 *       dropped and added again: no database alters that, and it says what happens to the data. Every other change of a
 *       column is one {@code AlterColumn}, also that of a computed column to a plain one, which keeps its values.
 *   <li>What uses a column of an enum type stays while the type changes, but for computed columns: to convert a column
 *       together with its default, checks and indexes is the dialect's business.
 *   <li>A sequence gets an owner that is new after that owner is there, and loses one that goes before it goes.
 * </ul>
 *
 * <p>What is not the model's is not taken off where the database itself keeps it in place while a type changes: the migration runs
 * in other databases, too, which do not have it.
 *
 * <p>Two schemas cannot tell a rename from a drop and an add. What can is asked before they are compared:
 * {@link dev.albedo.diff.rename.Renames} is what a person says, {@link dev.albedo.diff.evidence.Evidence} what follows from the classes and
 * attributes that a table or column had and has, {@link dev.albedo.diff.evidence.RenameSuggestions} what merely looks like a rename, so that
 * a person has to be asked. Things that exchange their names are no difference at all without a word or evidence; they are
 * renamed by way of a name in between.
 *
 * <p>Each state between two operations is a valid schema, so the reversed list in reverse order is as right as the list.
 */
@NullMarked
package dev.albedo.diff;

import org.jspecify.annotations.NullMarked;
