package dev.albedo.lint;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.List;

/** The move of columns from one table to another. */
interface RowMove {

    /** Returns a schema with the new table or columns, which accept NULL until they have values. */
    Schema beside(Schema schema);

    /** Returns the statements that move the values, and what is expected of them. */
    List<Operation> operations();

    /** Returns the columns that get their values so, and need no others. */
    List<Place> places();
}
