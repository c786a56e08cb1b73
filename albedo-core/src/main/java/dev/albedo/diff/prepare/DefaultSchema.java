package dev.albedo.diff.prepare;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.TreeSet;

/** Takes the name of the default schema off what somebody wrote it before: {@code public.customer} is {@code customer}. */
public final class DefaultSchema {

    private final String name;

    private DefaultSchema(String name) {
        this.name = name;
    }

    /**
     * The same schema without a name for the default one; SQL texts stay as they are.
     *
     * @throws IllegalArgumentException if something is in it twice, with the name and without
     */
    public static Schema unnamed(Schema schema, String name) {
        DefaultSchema defaultSchema = new DefaultSchema(name);
        TreeSet<String> schemas = new TreeSet<>(schema.schemas());
        schemas.remove(name);
        return Schema.of(
                        schemas,
                        schema.tables().values().stream()
                                .map(defaultSchema::table)
                                .toList(),
                        schema.sequences().values().stream()
                                .map(defaultSchema::sequence)
                                .toList(),
                        schema.enums().values().stream()
                                .map(type ->
                                        new EnumType(defaultSchema.name(type.name()), type.values(), type.comment()))
                                .toList())
                .composites(schema.composites().values().stream()
                        .map(type -> type.named(defaultSchema.name(type.name()))
                                .attributes(type.attributes().stream()
                                        .map(defaultSchema::column)
                                        .toList()))
                        .toList());
    }

    private QualifiedName name(QualifiedName qualified) {
        return name.equals(qualified.schema()) ? QualifiedName.of(qualified.name()) : qualified;
    }

    private Table table(Table table) {
        return table.named(name(table.name()))
                .columns(table.columns().stream().map(this::column).toList())
                .constraints(table.constraints().stream().map(this::constraint).toList());
    }

    private Column column(Column column) {
        return column.type(type(column.type()));
    }

    private SqlType type(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(type(array.element()));
        }
        return type instanceof SqlType.Named named ? new SqlType.Named(name(named.name())) : type;
    }

    private Constraint constraint(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key
                ? new Constraint.ForeignKey(
                        key.name(),
                        key.columns(),
                        name(key.target()),
                        key.targetColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.matchFull(),
                        key.deferrability())
                : constraint;
    }

    private Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return sequence.named(name(sequence.name()))
                .ownedBy(owner == null ? null : new Sequence.Owner(name(owner.table()), owner.column()));
    }
}
