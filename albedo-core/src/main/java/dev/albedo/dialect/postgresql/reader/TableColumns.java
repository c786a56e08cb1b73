package dev.albedo.dialect.postgresql.reader;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A table's columns by their number, which is how the catalogs name them.
 *
 * @param columns by number
 */
record TableColumns(SortedMap<Integer, CatalogRows.Column> columns) {

    void add(CatalogRows.Column column) {
        columns.put(column.number(), column);
    }

    /** All, in the order of the table. */
    Collection<CatalogRows.Column> all() {
        return columns.values();
    }

    CatalogRows.Column get(int number) {
        CatalogRows.Column column = columns.get(number);
        if (column == null) {
            throw new IllegalStateException("a table lost its column number " + number
                    + " while the database was read; nobody may change the database meanwhile, read it again");
        }
        return column;
    }

    String name(int number) {
        return get(number).name();
    }

    List<String> names(List<Integer> numbers) {
        return numbers.stream().map(this::name).toList();
    }
}
