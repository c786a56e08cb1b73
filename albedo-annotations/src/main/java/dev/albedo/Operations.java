package dev.albedo;

import dev.albedo.data.Batches;
import dev.albedo.data.Row;
import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RunStep;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Fill;
import dev.albedo.schema.Index;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a migration says. Everything is a default method over {@link #apply}, so {@code migration.up(list::add)} records a
 * migration without a database.
 *
 * <p>A table, sequence or type may be named {@code schema.name}, see {@link QualifiedName#parse}.
 */
@FunctionalInterface
public interface Operations {

    /** Takes one operation. */
    void apply(Operation operation);

    /** Takes one operation of a kind that the project made. */
    default void apply(CustomOperation operation) {
        apply(operation.asOperation());
    }

    default void createSchema(String name) {
        apply(new Operation.CreateSchema(name));
    }

    default void dropSchema(String name) {
        apply(new Operation.DropSchema(name));
    }

    default void createTable(String name, TableElement... elements) {
        createTable(Table.of(QualifiedName.parse(name), elements));
    }

    default void createTable(Table table) {
        apply(new Operation.CreateTable(table));
    }

    default void dropTable(String name) {
        apply(new Operation.DropTable(QualifiedName.parse(name), null));
    }

    /** Renames a table within its schema. */
    default void renameTable(String from, String to) {
        apply(new Operation.RenameTable(QualifiedName.parse(from), to));
    }

    /** Renames tables, each within its schema, in order: {@code "CUSTOMER -> customer, ORDERS -> orders"}. */
    default void renameTables(String renames) {
        RenameList.each(renames, this::renameTable);
    }

    /**
     * Renames tables, and what is on them, by one rule. Each text is a table with the names of its columns, constraints and
     * indexes: {@code "CUSTOMER: ID, NAME; constraints CUSTOMER_PK; indexes CUSTOMER_IX"}; sequences are a text of their own:
     * {@code "sequences CUSTOMER_SEQ, ORDERS_SEQ"}. A table whose name follows the rule already keeps it.
     */
    default void rename(NameStyle style, String... names) {
        StyledNames.renames(style, names).forEach(this::apply);
    }

    /** Takes back {@link #rename(NameStyle, String...)} with the same texts. */
    default void renameBack(NameStyle style, String... names) {
        List<Operation> renames = StyledNames.renames(style, names);
        for (int i = renames.size() - 1; i >= 0; i--) {
            apply(renames.get(i).reverse());
        }
    }

    /** Changes what {@code COMMENT ON TABLE} says; {@code null} is no comment. */
    default void setTableComment(String table, @Nullable String from, @Nullable String to) {
        apply(new Operation.SetTableComment(QualifiedName.parse(table), from, to));
    }

    default void addColumn(String table, Column column) {
        apply(new Operation.AddColumn(QualifiedName.parse(table), column));
    }

    /**
     * Adds a column in which existing rows get a constant. The constant is the column's default while it is added, so no row
     * is written.
     *
     * @param value a SQL constant, such as {@code "0"} or {@code "'unknown'"}
     */
    default void addFilledColumn(String table, Column column, String value) {
        Column filled = column.defaultTo(value);
        addColumn(table, filled);
        alterColumn(table, filled, column);
    }

    default void dropColumn(String table, String column) {
        apply(new Operation.DropColumn(QualifiedName.parse(table), column, null));
    }

    default void renameColumn(String table, String from, String to) {
        apply(new Operation.RenameColumn(QualifiedName.parse(table), from, to));
    }

    /** Renames columns of a table, in order: {@code "ID -> id, FIRST_NAME -> first_name"}. */
    default void renameColumns(String table, String renames) {
        RenameList.each(renames, (from, to) -> renameColumn(table, from, to));
    }

    /** Changes a column from what it is to what it shall be; both have the same name. */
    default void alterColumn(String table, Column from, Column to) {
        apply(new Operation.AlterColumn(QualifiedName.parse(table), from, to, null));
    }

    /** Like {@link #alterColumn(String, Column, Column)}, with the SQL that makes new values from old ones. */
    default void alterColumn(String table, Column from, Column to, String using) {
        apply(new Operation.AlterColumn(QualifiedName.parse(table), from, to, using));
    }

    default void addConstraint(String table, Constraint constraint) {
        apply(new Operation.AddConstraint(QualifiedName.parse(table), constraint));
    }

    default void dropConstraint(String table, String name) {
        apply(new Operation.DropConstraint(QualifiedName.parse(table), name, null));
    }

    default void renameConstraint(String table, String from, String to) {
        apply(new Operation.RenameConstraint(QualifiedName.parse(table), from, to));
    }

    /** Renames constraints of a table, in order: {@code "UQ_NAME -> uq_name, CK_NAME -> ck_name"}. */
    default void renameConstraints(String table, String renames) {
        RenameList.each(renames, (from, to) -> renameConstraint(table, from, to));
    }

    default void createIndex(String table, Index index) {
        apply(new Operation.CreateIndex(QualifiedName.parse(table), index, false));
    }

    /** Creates an index without stopping writes, outside a transaction. */
    default void createIndexConcurrently(String table, Index index) {
        apply(new Operation.CreateIndex(QualifiedName.parse(table), index, true));
    }

    default void dropIndex(String table, String name) {
        apply(new Operation.DropIndex(QualifiedName.parse(table), name, null, false));
    }

    /** Drops an index without stopping reads and writes, outside a transaction. */
    default void dropIndexConcurrently(String table, String name) {
        apply(new Operation.DropIndex(QualifiedName.parse(table), name, null, true));
    }

    default void renameIndex(String table, String from, String to) {
        apply(new Operation.RenameIndex(QualifiedName.parse(table), from, to));
    }

    /** Renames indexes of a table, in order: {@code "IX_NAME -> ix_name, IX_DAY -> ix_day"}. */
    default void renameIndexes(String table, String renames) {
        RenameList.each(renames, (from, to) -> renameIndex(table, from, to));
    }

    default void createSequence(Sequence sequence) {
        apply(new Operation.CreateSequence(sequence));
    }

    default void dropSequence(String name) {
        apply(new Operation.DropSequence(QualifiedName.parse(name), null));
    }

    /** Changes a sequence from what it is to what it shall be; both have the same name. */
    default void alterSequence(Sequence from, Sequence to) {
        apply(new Operation.AlterSequence(from, to));
    }

    /**
     * Moves the position of a sequence or identity column behind what others have given, and never back: {@code
     * op.advance(numbers("customer_seq"), numbers("customer", "id"))}. What others give is read when the migration runs.
     *
     * @param numbers the sequence, or the identity column
     * @param behind sequences by their position; columns by their values and, where one is an identity, by its position
     */
    default void advance(Numbers numbers, Numbers... behind) {
        apply(new Operation.AdvanceNumbers(numbers, List.of(behind)));
    }

    /** Renames a sequence within its schema. */
    default void renameSequence(String from, String to) {
        apply(new Operation.RenameSequence(QualifiedName.parse(from), to));
    }

    default void createEnum(EnumType enumType) {
        apply(new Operation.CreateEnum(enumType));
    }

    default void dropEnum(String name) {
        apply(new Operation.DropEnum(QualifiedName.parse(name), null));
    }

    /**
     * Changes the values of an enum type: adds them where that is all there is to do, else makes the type anew, which
     * fails and changes nothing if a row has a value that goes.
     */
    default void alterEnum(EnumType from, EnumType to) {
        apply(new Operation.AlterEnum(from, to, false));
    }

    default void createComposite(CompositeType type) {
        apply(new Operation.CreateComposite(type));
    }

    default void dropComposite(String name) {
        apply(new Operation.DropComposite(QualifiedName.parse(name), null));
    }

    /**
     * Changes the attributes of a composite type: drops them and adds them at the end where that is all there is to do, else
     * makes the type anew and converts every column that uses it. A new attribute is NULL in existing values.
     */
    default void alterComposite(CompositeType from, CompositeType to) {
        apply(new Operation.AlterComposite(from, to));
    }

    /** Renames an enum type within its schema. */
    default void renameEnum(String from, String to) {
        apply(new Operation.RenameEnum(QualifiedName.parse(from), to));
    }

    /** Like {@link #alterEnum}, but makes the type anew in any case, so that this revision can use the new values. */
    default void rebuildEnum(EnumType from, EnumType to) {
        apply(new Operation.AlterEnum(from, to, true));
    }

    /**
     * Gives the rows that are there a value in a column in which they have none.
     *
     * @param value a SQL expression, such as {@code "'unknown'"} or {@code "lower(name)"}
     */
    default void backfill(String table, String column, String value) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, value));
    }

    /**
     * Like {@link #backfill(String, String, String)}, but not all rows at once: {@code op.backfill("customer", "code",
     * "upper(name)", batches(10_000).by("id").pause(Duration.ofMillis(50)))}. Each batch is a transaction of its own, so nobody
     * waits for long; a run that is broken off is gone on with after its last batch.
     */
    default void backfill(String table, String column, String value, Batches batches) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, value, batches, null));
    }

    /**
     * Gives existing rows values in several columns in one pass over the table: {@code op.backfill("customer",
     * fill("nick", varchar(20), "'unknown'"), fill("points", integer(), "0"))}. Each column is filled where it is NULL, from
     * what the row has before the pass.
     */
    default void backfill(String table, Fill... fills) {
        apply(new Operation.BackfillColumns(QualifiedName.parse(table), List.of(fills)));
    }

    /**
     * Gives some of the rows a value in a column in which they have none.
     *
     * @param where a SQL condition, such as {@code "kind = 'TRUCK'"}
     * @param value a SQL expression
     */
    default void backfillWhere(String table, String column, String where, String value) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, value, null, where));
    }

    /** Like {@link #backfillWhere(String, String, String, String)}, but not all rows at once. */
    default void backfillWhere(String table, String column, String where, String value, Batches batches) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, value, batches, where));
    }

    /** Marks the missing value of some of the rows: until there is one, the migration is not applied. */
    default void backfillWhere(String table, String column, String where) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, null, null, where));
    }

    /** Says that a value is missing: until there is one, the migration is not applied. */
    default void backfill(String table, String column) {
        apply(new Operation.Backfill(QualifiedName.parse(table), column, null));
    }

    /**
     * Stops the revision, and says which rows, if some break a unique constraint, a foreign key, a primary key or a
     * check that they will have to satisfy. Put it first, so that nothing has been done then.
     */
    default void expect(String table, Constraint constraint) {
        apply(new Operation.Expect(QualifiedName.parse(table), constraint));
    }

    /**
     * Stops the revision, and says which rows, if some break a unique index that they will have to satisfy, as one of some
     * rows or over expressions.
     */
    default void expect(String table, Index unique) {
        apply(new Operation.ExpectUnique(QualifiedName.parse(table), unique));
    }

    /**
     * Stops the revision, and says which rows, if this is false for some.
     *
     * @param condition a SQL condition, such as {@code "char_length(name) <= 20"}
     */
    default void expect(String table, String condition) {
        apply(new Operation.Expect(QualifiedName.parse(table), new Constraint.Check(null, condition)));
    }

    /**
     * Says that you know what the next operations delete. Without it, or the permission of whoever runs it, a migration
     * that deletes data is not applied.
     *
     * @param what is deleted: {@code "column customer.email"}, {@code "table customer"} or {@code "the position of sequence
     *     customer_seq"}
     */
    default void allowDataLoss(String what) {
        apply(new Operation.AllowDataLoss(what));
    }

    /** Runs SQL of any kind, as it is. Nobody but the database knows what it does to the schema. */
    default void sql(String sql) {
        apply(new Operation.RunSql(sql, null));
    }

    /**
     * Runs SQL, and says what it does to the schema, so that the schema is known from the migrations alone: {@code
     * op.sql("...", effect -> effect.addColumn("customer", column("age", integer())))}, or {@code effect -> {}} for SQL
     * that only changes rows.
     *
     * @param effect emits operations that would do the same; they are not run
     */
    default void sql(String sql, Consumer<Operations> effect) {
        List<Operation> operations = new ArrayList<>();
        effect.accept(operations::add);
        apply(new Operation.RunSql(sql, null, new Operation.RunSql.Effect(operations)));
    }

    /**
     * Puts rows into a table: {@code op.bulkInsert("country", List.of("code", "name"), row("DE", "Germany"), row("FR",
     * "France"))}. For rows that are not to be in memory all at once, use {@link #data} and its {@code insert}.
     *
     * @param columns that the values of each row are for; the other ones get their default
     */
    default void bulkInsert(String table, List<String> columns, Row... rows) {
        bulkInsert(table, columns, List.of(rows));
    }

    /** Puts rows into a table, as made from a file or computed. */
    default void bulkInsert(String table, List<String> columns, List<Row> rows) {
        apply(new Operation.BulkInsert(QualifiedName.parse(table), columns, rows));
    }

    /**
     * Runs Java code on the rows, in the transaction of this revision.
     *
     * @param description what it does, for people who read a plan or a script
     */
    default void data(String description, RunStep.Step step) {
        apply(new RunStep(description, step));
    }
}
