package dev.albedo.operation;

import dev.albedo.data.Batches;
import dev.albedo.data.Data;
import dev.albedo.data.Row;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Fill;
import dev.albedo.schema.Index;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a database. The vocabulary is closed: {@link Visitor} has one method a record and javac finds the place
 * that forgets one. Each but {@link AllowDataLoss} belongs to one group.
 */
public sealed interface Operation {

    /** Calls the visitor's method for this operation. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The operation that undoes this one.
     *
     * @throws IrreversibleException if nothing can, or if this is a drop that does not know what it drops
     */
    Operation reverse();

    /** Returns what this is about, as it is called before; nothing of what only the project knows. */
    Subject subject();

    /** What happens, in words, for example {@code add column customer.email varchar(255)}. */
    default String describe() {
        return accept(Description.INSTANCE);
    }

    /**
     * The schema after this operation, in memory. SQL that a user wrote changes what it is said to change.
     *
     * @throws IllegalStateException if the schema lacks what the operation changes, or has what it creates
     */
    default Schema applyTo(Schema schema) {
        return accept(new Replay(schema));
    }

    /**
     * The same operation, knowing what it drops.
     *
     * @param schema the schema it is about to run on
     * @throws IllegalStateException if the schema lacks what the operation drops
     */
    default Operation completedFrom(Schema schema) {
        return accept(new Completion(schema));
    }

    /** Makes a new object. */
    sealed interface Creation extends Operation
            permits CreateSchema,
                    CreateTable,
                    AddColumn,
                    AddConstraint,
                    CreateIndex,
                    CreateSequence,
                    CreateEnum,
                    CreateComposite {}

    /** Drops an object. */
    sealed interface Removal extends Operation
            permits DropSchema,
                    DropTable,
                    DropColumn,
                    DropConstraint,
                    DropIndex,
                    DropSequence,
                    DropEnum,
                    DropComposite {}

    /** Changes an object that keeps its name. */
    sealed interface Alteration extends Operation
            permits SetTableComment, AlterColumn, AlterSequence, AlterEnum, AlterComposite {}

    /** Gives an object another name and does nothing else. */
    sealed interface Rename extends Operation
            permits RenameTable, RenameColumn, RenameConstraint, RenameIndex, RenameSequence, RenameEnum {}

    /** Changes rows or positions of sequences, and no object. */
    sealed interface RowChange extends Operation permits Backfill, BackfillColumns, BulkInsert, AdvanceNumbers {}

    /** Stops the revision if rows are not as expected, and changes nothing. */
    sealed interface Expectation extends Operation permits Expect, ExpectUnique {
        /** Returns the table whose rows are looked at. */
        QualifiedName table();
    }

    /** Runs what only the project knows. */
    sealed interface Code extends Operation permits RunSql, RunStep, Custom {}

    record CreateSchema(String name) implements Creation {
        @Override
        public Operation reverse() {
            return new DropSchema(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSchema(this);
        }

        @Override
        public Subject subject() {
            return Subject.schema(name);
        }
    }

    /** Drops a schema, which must be empty. */
    record DropSchema(String name) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateSchema(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSchema(this);
        }

        @Override
        public Subject subject() {
            return Subject.schema(name);
        }
    }

    /** Creates a table with everything on it. */
    record CreateTable(Table table) implements Creation {
        @Override
        public Operation reverse() {
            return new DropTable(table.name(), table);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(table.name());
        }
    }

    /** Drops a table with everything on it; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropTable(QualifiedName name, @Nullable Table was) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateTable(IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(name);
        }
    }

    /** Gives a table another name in the same schema. */
    record RenameTable(QualifiedName from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameTable(from.sibling(to), from.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(from);
        }
    }

    record SetTableComment(
            QualifiedName table,
            @Nullable String from,
            @Nullable String to) implements Alteration {
        @Override
        public Operation reverse() {
            return new SetTableComment(table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTableComment(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(table);
        }
    }

    record AddColumn(QualifiedName table, Column column) implements Creation {
        @Override
        public Operation reverse() {
            return new DropColumn(table, column.name(), column);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, column.name());
        }
    }

    /** Drops a column that no constraint or index uses; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropColumn(
            QualifiedName table, String name, @Nullable Column was) implements Removal {
        @Override
        public Operation reverse() {
            return new AddColumn(table, IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, name);
        }
    }

    record RenameColumn(QualifiedName table, String from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameColumn(table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameColumn(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, from);
        }
    }

    /**
     * Changes everything about a column but its name.
     *
     * @param from the column as it is
     * @param to the column as it shall be, of the same name
     * @param using how old values become new ones, as SQL, where the type changes and the database has no cast for it
     */
    record AlterColumn(
            QualifiedName table,
            Column from,
            Column to,
            @Nullable String using) implements Alteration {
        public AlterColumn {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("altering column " + from.name() + " of " + table
                        + " cannot rename it to " + to.name() + "; that is a rename of its own");
            }
        }

        @Override
        public Operation reverse() {
            return new AlterColumn(table, to, from, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumn(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, from.name());
        }
    }

    record AddConstraint(QualifiedName table, Constraint constraint) implements Creation {
        @Override
        public Operation reverse() {
            return new DropConstraint(table, IrreversibleException.known(constraint.name(), this), constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraint(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, constraint.name());
        }
    }

    /** Drops a constraint; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropConstraint(
            QualifiedName table, String name, @Nullable Constraint was) implements Removal {
        @Override
        public Operation reverse() {
            return new AddConstraint(table, IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, name);
        }
    }

    record RenameConstraint(QualifiedName table, String from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameConstraint(table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, from);
        }
    }

    /** Creates an index; {@code concurrently} is outside a transaction and without stopping writes. */
    record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Creation {
        @Override
        public Operation reverse() {
            return new DropIndex(table, IrreversibleException.known(index.name(), this), index, concurrently);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, index.name());
        }
    }

    /** Drops an index; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropIndex(
            QualifiedName table, String name, @Nullable Index was, boolean concurrently) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateIndex(table, IrreversibleException.known(was, this), concurrently);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, name);
        }
    }

    record RenameIndex(QualifiedName table, String from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameIndex(table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameIndex(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, from);
        }
    }

    record CreateSequence(Sequence sequence) implements Creation {
        @Override
        public Operation reverse() {
            return new DropSequence(sequence.name(), sequence);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(sequence.name());
        }
    }

    /** Drops a sequence; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropSequence(QualifiedName name, @Nullable Sequence was) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateSequence(IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(name);
        }
    }

    /** Changes everything about a sequence but its name and its current value. */
    record AlterSequence(Sequence from, Sequence to) implements Alteration {
        public AlterSequence {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("altering sequence " + from.name() + " cannot rename it to "
                        + to.name() + "; that is a rename of its own");
            }
        }

        @Override
        public Operation reverse() {
            return new AlterSequence(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(from.name());
        }
    }

    /** Gives a sequence another name in the same schema. */
    record RenameSequence(QualifiedName from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameSequence(from.sibling(to), from.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameSequence(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(from);
        }
    }

    record CreateEnum(EnumType enumType) implements Creation {
        @Override
        public Operation reverse() {
            return new DropEnum(enumType.name(), enumType);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createEnum(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(enumType.name());
        }
    }

    /** Drops an enum type that no column uses; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropEnum(QualifiedName name, @Nullable EnumType was) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateEnum(IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropEnum(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(name);
        }
    }

    /**
     * Changes the values of an enum type.
     *
     * @param from the type as it is
     * @param to the type as it shall be, of the same name
     * @param forceRebuild whether the type is made anew even though adding values would do: PostgreSQL does not let a
     *     transaction use a value that it added (manual, ALTER TYPE)
     */
    record AlterEnum(EnumType from, EnumType to, boolean forceRebuild) implements Alteration {
        public AlterEnum {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("altering enum type " + from.name() + " cannot rename it to "
                        + to.name() + "; that is a rename of its own");
            }
        }

        /**
         * Whether the type is made anew and every column that uses it is converted: forced, or because values go or
         * change places. Otherwise values are only added.
         */
        public boolean rebuild() {
            return forceRebuild || !onlyAdds(from.values(), to.values());
        }

        /** Whether the one list can become the other by adding values only. */
        public static boolean onlyAdds(List<String> from, List<String> to) {
            return to.stream().filter(from::contains).toList().equals(from);
        }

        @Override
        public Operation reverse() {
            return new AlterEnum(to, from, forceRebuild);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterEnum(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(from.name());
        }
    }

    /** Gives an enum type another name in the same schema. */
    record RenameEnum(QualifiedName from, String to) implements Rename {
        @Override
        public Operation reverse() {
            return new RenameEnum(from.sibling(to), from.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnum(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(from);
        }
    }

    record CreateComposite(CompositeType type) implements Creation {
        @Override
        public Operation reverse() {
            return new DropComposite(type.name(), type);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createComposite(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(type.name());
        }
    }

    /** Drops a composite type that nothing uses; {@code was} is {@code null} until {@link #completedFrom}. */
    record DropComposite(QualifiedName name, @Nullable CompositeType was) implements Removal {
        @Override
        public Operation reverse() {
            return new CreateComposite(IrreversibleException.known(was, this));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropComposite(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(name);
        }
    }

    /**
     * Changes the attributes of a composite type.
     *
     * @param from the type as it is
     * @param to the type as it shall be, of the same name
     */
    record AlterComposite(CompositeType from, CompositeType to) implements Alteration {
        public AlterComposite {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("altering composite type " + from.name() + " cannot rename it to "
                        + to.name() + "; create the new type, change the columns and drop the old one");
            }
        }

        /**
         * Whether the type is made anew and every column that uses it is converted: an attribute that stays has another
         * place, type or collation. Otherwise attributes are only dropped, and added at the end.
         */
        public boolean rebuild() {
            List<Column> staying = from.attributes().stream()
                    .filter(attribute -> to.attribute(attribute.name()).isPresent())
                    .map(attribute -> attribute.comment(null))
                    .toList();
            return to.attributes().size() < staying.size()
                    || !to.attributes().subList(0, staying.size()).stream()
                            .map(attribute -> attribute.comment(null))
                            .toList()
                            .equals(staying);
        }

        /** The attributes that only the one or only the other has. */
        public static List<Column> only(CompositeType one, CompositeType other) {
            return one.attributes().stream()
                    .filter(attribute -> other.attribute(attribute.name()).isEmpty())
                    .toList();
        }

        @Override
        public Operation reverse() {
            return new AlterComposite(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterComposite(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(from.name());
        }
    }

    /**
     * Gives the rows that are there a value in a column in which they have none, so that it can become NOT NULL.
     *
     * @param column of the table
     * @param value what they get, as a SQL expression; {@code null} while nobody has said it: then the revision stops
     *     if a row needs one
     * @param batches how many rows at a time, each time in a transaction of its own; {@code null} for all at once
     * @param where a SQL condition: which of the rows get it; {@code null} for all
     */
    record Backfill(
            QualifiedName table,
            String column,
            @Nullable String value,
            @Nullable Batches batches,
            @Nullable String where)
            implements RowChange {
        public Backfill {
            if (value == null && batches != null) {
                throw new IllegalArgumentException(
                        "batches of " + table + " are filled with nothing: say the value of " + column);
            }
        }

        /** All rows at once. */
        public Backfill(QualifiedName table, String column, @Nullable String value) {
            this(table, column, value, null, null);
        }

        /** All rows that have no value. */
        public Backfill(QualifiedName table, String column, @Nullable String value, @Nullable Batches batches) {
            this(table, column, value, batches, null);
        }

        /** The same rows with another value. */
        public Backfill value(@Nullable String changed) {
            return new Backfill(table, column, changed, batches, where);
        }

        /** The same: once the column is NOT NULL there is nothing to fill, and what was filled need not be emptied. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backfill(this);
        }

        @Override
        public Subject subject() {
            return Subject.part(table, column);
        }
    }

    /**
     * Gives existing rows values in several columns in which they have none, in one pass over the table. Each value is
     * computed from the row before the pass, so no value may read another of the columns.
     *
     * @param fills at least two, of different columns
     */
    record BackfillColumns(QualifiedName table, List<Fill> fills) implements RowChange {
        public BackfillColumns {
            fills = List.copyOf(fills);
            List<String> columns = fills.stream().map(Fill::column).distinct().toList();
            if (columns.size() < 2 || columns.size() < fills.size()) {
                throw new IllegalArgumentException("a fill of several columns of " + table
                        + " names two or more columns, each once, not " + columns + "; use op.backfill for each");
            }
        }

        /** Returns the fills one by one. */
        public List<Backfill> each() {
            return fills.stream()
                    .map(fill -> new Backfill(table, fill.column(), fill.value(), null, fill.where()))
                    .toList();
        }

        /** The same, for the same reason as that of {@link Backfill}. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backfillColumns(this);
        }

        @Override
        public Subject subject() {
            return Subject.alone(table);
        }
    }

    /**
     * Puts rows into a table.
     *
     * @param columns that the values of each row are for; the other ones get their default
     * @param rows at least one
     */
    record BulkInsert(QualifiedName table, List<String> columns, List<Row> rows) implements RowChange {
        public BulkInsert {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.isEmpty() || rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "an insert into " + table + " needs a column and a row at least; leave it out");
            }
            for (int i = 0; i < rows.size(); i++) {
                int values = rows.get(i).values().size();
                if (values != columns.size()) {
                    throw new IllegalArgumentException("row " + (i + 1) + " for " + table + " has " + values
                            + (values == 1 ? " value" : " values") + ", but the columns are " + columns);
                }
            }
        }

        /** Throws: which rows are these later, only the project knows. */
        @Override
        public Operation reverse() {
            throw new IrreversibleException("which rows of " + table
                    + " are the inserted ones is not known later; say it in down(), as in op.sql(\"DELETE FROM " + table
                    + " WHERE ...\")");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bulkInsert(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(table);
        }
    }

    /**
     * Moves the position of a sequence or identity column behind all that others have given, and never back.
     *
     * @param numbers what is moved
     * @param behind sequences by their position; columns by their values and, where one is an identity, by its position
     */
    record AdvanceNumbers(Numbers numbers, List<Numbers> behind) implements RowChange {
        public AdvanceNumbers {
            if (behind.isEmpty()) {
                throw new IllegalArgumentException(
                        numbers.describe() + " cannot be advanced behind nothing: name a sequence or a column");
            }
            behind = List.copyOf(behind);
        }

        /** The same: a position never goes back. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.advanceNumbers(this);
        }

        @Override
        public Subject subject() {
            return numbers.column() == null
                    ? Subject.alone(numbers.name())
                    : Subject.part(numbers.name(), numbers.column());
        }
    }

    /**
     * Stops the revision if rows break what they are about to be asked to satisfy. Changes nothing.
     *
     * @param constraint what all rows must satisfy, though no such constraint need ever exist; its name means nothing
     */
    record Expect(QualifiedName table, Constraint constraint) implements Expectation {
        public Expect {
            if (constraint instanceof Constraint.Exclusion) {
                throw new IllegalArgumentException("rows cannot be expected to satisfy " + constraint.describe()
                        + " before the database does: which of them break it cannot be told from its text");
            }
        }

        /** The same: what was expected on the way there is still true on the way back. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expect(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(table);
        }
    }

    /**
     * Stops the revision if rows break a unique index that they are about to be asked to satisfy. Changes nothing.
     *
     * @param index unique, over columns and expressions, perhaps of some rows only; its name means nothing
     */
    record ExpectUnique(QualifiedName table, Index index) implements Expectation {
        public ExpectUnique {
            if (!index.unique()) {
                throw new IllegalArgumentException(
                        "nothing can be expected of rows for " + index.describe() + ", which is not unique");
            }
        }

        /** The same: what was expected on the way there is still true on the way back. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expectUnique(this);
        }

        @Override
        public Subject subject() {
            return Subject.table(table);
        }
    }

    /**
     * Says that whoever wrote the migration knows what is lost. Changes nothing.
     *
     * @param what exactly the words by which a plan names the loss: {@code column customer.email}
     */
    record AllowDataLoss(String what) implements Operation {
        /** The same. */
        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allowDataLoss(this);
        }

        @Override
        public Subject subject() {
            return Subject.NONE;
        }
    }

    /**
     * SQL that a user wrote.
     *
     * @param undo what takes it back, or {@code null} if nothing does
     * @param effect what it does to the schema, or {@code null} if nobody said so
     */
    record RunSql(
            String sql, @Nullable String undo, @Nullable Effect effect) implements Code {

        /** SQL of which nobody said what it does to the schema. */
        public RunSql(String sql, @Nullable String undo) {
            this(sql, undo, null);
        }

        /**
         * What SQL does to the schema, for those who only read the migrations.
         *
         * @param operations would do the same; they are not run
         */
        public record Effect(List<Operation> operations) {
            public Effect {
                operations = List.copyOf(operations);
            }
        }

        @Override
        public Operation reverse() {
            String back = IrreversibleException.known(undo, this);
            if (effect == null) {
                return new RunSql(back, sql);
            }
            List<Operation> reversed = new ArrayList<>();
            effect.operations().forEach(operation -> reversed.add(0, operation.reverse()));
            return new RunSql(back, sql, new Effect(reversed));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.runSql(this);
        }

        @Override
        public Subject subject() {
            return Subject.NONE;
        }
    }

    /**
     * A step that needs the database, in the transaction of its revision.
     *
     * @param description what it does, for people who read a plan or a script
     * @param step is called with the rows of the database
     */
    record RunStep(String description, Step step) implements Code {

        /** What a {@link RunStep} does. */
        @FunctionalInterface
        public interface Step {
            /**
             * Does it.
             *
             * @throws SQLException as the database reports it; the revision is then rolled back
             */
            void run(Data data) throws SQLException;
        }

        @Override
        public Operation reverse() {
            throw new IrreversibleException("the step \"" + description + "\" cannot be taken back");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.runStep(this);
        }

        @Override
        public Subject subject() {
            return Subject.NONE;
        }
    }

    /** A change that the project knows and Albedo does not. */
    record Custom(CustomOperation operation) implements Code {
        @Override
        public Operation reverse() {
            return said(operation.reverse(), "reverse()");
        }

        /**
         * An answer of the project's code, which may be compiled without a check for null.
         *
         * @param method that gave it
         * @throws IllegalStateException if it is null
         */
        public <T> T said(@Nullable T answer, String method) {
            if (answer == null) {
                throw new IllegalStateException(
                        method + " of " + operation.getClass().getName() + " gives null");
            }
            return answer;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.custom(this);
        }

        @Override
        public Subject subject() {
            return Subject.NONE;
        }
    }
}
