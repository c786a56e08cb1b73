package dev.albedo.operation;

import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A change that Albedo does not know, such as the creation of a view: a project says what it does, and has it in its
 * migrations with {@code op.apply(new CreateView("big_orders", "select ..."))}.
 *
 * <p>Best a public record of texts, numbers, booleans, enum constants, lists and such records: then {@code create} can write
 * it into a migration when a hook adds it, and its parts count in the checksum of the migration. Of any other class {@link
 * #describe} is what counts, and {@link #java} has to say how it is written. It must not change once a migration that uses it
 * is applied.
 */
public interface CustomOperation {

    /** What happens, in words, as in a plan: {@code create view big_orders}. */
    String describe();

    /**
     * The statements that do it, in order, each without a semicolon at its end.
     *
     * @param database the database's product name as JDBC says it, such as {@code PostgreSQL}
     * @throws IllegalArgumentException if it cannot be done in that database
     */
    List<String> sql(String database);

    /**
     * Whether the statements may run inside a transaction. Those that may not run one by one, and again if a run was
     * killed, so doing them twice must do no harm.
     */
    default boolean transactional() {
        return true;
    }

    /**
     * What takes it back, from {@link #asOperation} or another one that Albedo knows.
     *
     * @throws IrreversibleException if nothing does
     */
    default Operation reverse() {
        throw new IrreversibleException("cannot undo \"" + describe() + "\": it does not say how");
    }

    /**
     * What it does to tables, sequences and enum types, so that the schema is known from the migrations alone.
     *
     * @throws IllegalStateException if the schema lacks what it changes, or has what it creates
     */
    default Schema applyTo(Schema schema) {
        return schema;
    }

    /** The thing whose data is gone afterwards, in words: {@code column customer.email}. */
    default Optional<String> losesData() {
        return Optional.empty();
    }

    /**
     * A Java expression, with class names in full, that makes it again: {@code new shop.CreateView("big_orders", "select
     * ...")}. Empty for a record, which is written as the call of its constructor.
     */
    default Optional<String> java() {
        return Optional.empty();
    }

    /** This as one of the operations. */
    default Operation asOperation() {
        return new Operation.Custom(this);
    }
}
