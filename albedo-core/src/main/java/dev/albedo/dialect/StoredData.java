package dev.albedo.dialect;

/**
 * The data that a table, a column or a sequence holds.
 *
 * @param none whether it certainly holds nothing
 * @param mayGrow whether data can come; not to a computed column, nor to what is not there
 * @param words how much it is: {@code 1,234 rows}
 */
public record StoredData(boolean none, boolean mayGrow, String words) {}
