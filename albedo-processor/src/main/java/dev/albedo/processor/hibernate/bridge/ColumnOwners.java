package dev.albedo.processor.hibernate.bridge;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Finds the attributes that columns are made for. */
final class ColumnOwners {

    private final Metadata metadata;

    ColumnOwners(Metadata metadata) {
        this.metadata = metadata;
    }

    /**
     * An attribute.
     *
     * @param className the entity that has or inherits it, or the embeddable
     */
    record Owner(String className, String attribute) {}

    /**
     * Returns the attribute that a column is made for.
     *
     * @param table that has the column, or {@code null} for the column of a type
     */
    @SuppressWarnings("ReferenceEquality") // two columns of one name are equal whatever their table is
    Optional<Owner> of(@Nullable Table table, Column column) {
        // Those of a table for each class are copies, see UnionSubclass.
        return entities(each -> each == column, null).or(() -> entities(column::equals, table));
    }

    private Optional<Owner> entities(Predicate<Column> isMeant, @Nullable Table table) {
        return metadata.getEntityBindings().stream()
                .filter(entity -> entity.getClassName() != null)
                .filter(entity -> table == null || table.equals(entity.getTable()))
                .flatMap(entity ->
                        properties(entity).flatMap(property -> find(entity.getClassName(), property, isMeant).stream()))
                .findFirst();
    }

    private static Stream<Property> properties(PersistentClass entity) {
        Property identifier = entity.getIdentifierProperty();
        return Stream.concat(
                Stream.of(identifier == null ? entity.getIdentifier() : identifier.getValue())
                        .filter(value -> identifier == null && value instanceof Component)
                        .flatMap(value -> ((Component) value).getProperties().stream()),
                Stream.concat(Stream.ofNullable(identifier), entity.getPropertyClosure().stream()));
    }

    private static Optional<Owner> find(String className, Property property, Predicate<Column> isMeant) {
        return values(property.getValue())
                .flatMap(value -> value instanceof Component component
                        ? component.getProperties().stream()
                                .flatMap(part -> find(component.getComponentClassName(), part, isMeant).stream())
                        : value.getColumns().stream()
                                .filter(isMeant)
                                .map(found -> new Owner(className, property.getName())))
                .findFirst();
    }

    /** The value of an attribute, or the values that a collection has in its table. */
    private static Stream<Value> values(Value value) {
        if (!(value instanceof Collection collection)) {
            return Stream.of(value);
        }
        Stream<Value> index =
                collection instanceof IndexedCollection indexed ? Stream.ofNullable(indexed.getIndex()) : Stream.of();
        return Stream.concat(Stream.of(collection.getElement(), collection.getKey()), index);
    }
}
