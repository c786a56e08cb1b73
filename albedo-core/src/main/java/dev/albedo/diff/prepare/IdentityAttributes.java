package dev.albedo.diff.prepare;

import dev.albedo.schema.Column;
import dev.albedo.schema.Identity;
import dev.albedo.schema.SchemaDsl;
import java.util.List;
import java.util.Optional;

/**
 * What an identity column has that nobody states; see {@link UnmanagedAttributes}. JPA cannot say how an identity counts, nor
 * who may give values.
 *
 * @param name of the column, with its table
 * @param found takes what was found
 */
record IdentityAttributes(String name, List<String> found) {

    Column managed(Column column, Column wanted, Optional<Column> stated) {
        Identity identity = column.identity();
        Optional<Identity> said = stated.map(Column::identity);
        if (identity == null) {
            return column;
        }
        if (wanted.identity() == null) {
            // GENERATED ALWAYS refuses the values that the application gives, so it cannot stay.
            boolean isHarmless = identity.kind() == Identity.Kind.BY_DEFAULT
                    && wanted.defaultSql() == null
                    && wanted.generated() == null;
            return isHarmless && said.isEmpty()
                    ? UnmanagedAttributes.changed(column, each -> each.identity(null), "identity of " + name, found)
                    : column;
        }
        boolean unstated = wanted.identity().equals(SchemaDsl.byDefault())
                && said.filter(each -> !each.equals(wanted.identity())).isEmpty();
        return unstated
                ? UnmanagedAttributes.changed(
                        column, each -> each.identity(wanted.identity()), "identity options of " + name, found)
                : column;
    }
}
