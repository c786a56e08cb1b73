package dev.albedo.safety;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.List;

/** The move of columns from one table to another. */
interface RowMove {

    /** Returns a schema with the new table or columns, which accept NULL until they have values. */
    Schema beside(Schema schema);

    /** Returns what is expected of the old values before anything is done. */
    List<Operation> expectations();

    /** Returns the statements that move the values, and what is expected of the rows afterwards. */
    List<Operation> operations();

    /** Returns the columns that get their values so, and need no others. */
    List<Place> places();
}
