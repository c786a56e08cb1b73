package dev.albedo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a table or column of the model was called before, so that {@code albedo:create} renames it and keeps its rows,
 * where it would otherwise have to ask. Once a migration has renamed it, the annotation says nothing more, and
 * {@code albedo:create} and {@code albedo:check} say that it can go.
 * That two things exchange their names cannot be said so, as nobody could tell whether they have done it yet.
 *
 * <p>On an entity: the old name of its table. On an attribute, field or getter, of an entity, a mapped superclass or an
 * embeddable: the old name of its column; of a collection with a table of its own, the old name of that table.
 * The tables in which Envers keeps the past of these, and their columns, follow.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /** The old name, as the database has it, without its schema or table. */
    String value();
}
