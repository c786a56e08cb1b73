package dev.albedo.run;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of the words of a schema. What has its default value is left out, so that a word can get another
 * attribute without another text where that attribute is not used; no name of a Java class or component is in it.
 */
final class SchemaText {

    static final String COLUMN = "column";
    static final String TYPE = "type";
    static final String ARRAY = "array";
    static final String NULLABLE = "nullable";

    private final List<TextNode> nodes = new ArrayList<>();

    private SchemaText() {}

    static List<TextNode> table(Table table) {
        SchemaText text = new SchemaText();
        table.columns().forEach(column -> text.nodes.add(column(column)));
        table.constraints().stream()
                .map(SchemaText::constraint)
                .sorted(Comparator.comparing(TextNode::toString))
                .forEach(text.nodes::add);
        table.indexes().stream()
                .map(SchemaText::index)
                .sorted(Comparator.comparing(TextNode::toString))
                .forEach(text.nodes::add);
        text.value("comment", table.comment());
        text.value("partitioned by", table.partitionBy());
        table.inherits().forEach(parent -> text.value("inherits", parent));
        return text.nodes;
    }

    static TextNode column(Column column) {
        return new TextNode(COLUMN, column.name(), columnParts(column));
    }

    /** All of a column but its name. */
    static List<TextNode> columnParts(Column column) {
        SchemaText text = new SchemaText();
        text.nodes.add(type(column.type()));
        text.flag(NULLABLE, !column.notNull());
        text.value("default", column.defaultSql());
        @Nullable Identity identity = column.identity();
        if (identity != null) {
            text.nodes.add(new TextNode(
                    "identity",
                    switch (identity.kind()) {
                        case ALWAYS -> "always";
                        case BY_DEFAULT -> "by default";
                    },
                    options(identity.options())));
        }
        @Nullable Generated generated = column.generated();
        if (generated != null) {
            text.nodes.add(
                    generated.stored()
                            ? TextNode.of("generated", generated.expression())
                            : TextNode.of("generated", generated.expression(), TextNode.of("virtual", null)));
        }
        text.value("collation", column.collation());
        text.value("comment", column.comment());
        return text.nodes;
    }

    static TextNode type(SqlType type) {
        SchemaText text = new SchemaText();
        SqlType element = type;
        if (type instanceof SqlType.Array array) {
            element = array.element();
            text.flag(ARRAY, true);
        }
        if (element instanceof SqlType.Simple simple) {
            String arguments = simple.arguments().isEmpty() ? "" : "(" + String.join(", ", simple.arguments()) + ")";
            return new TextNode(TYPE, simple.name() + arguments, text.nodes);
        }
        text.flag("named", true);
        return new TextNode(TYPE, ((SqlType.Named) element).name().toString(), text.nodes);
    }

    private static List<TextNode> options(SequenceOptions options) {
        SchemaText text = new SchemaText();
        text.number("start", options.start(), SequenceOptions.DEFAULT.start());
        text.number("increment", options.increment(), SequenceOptions.DEFAULT.increment());
        text.value("minimum", options.min());
        text.value("maximum", options.max());
        text.number("cache", options.cache(), SequenceOptions.DEFAULT.cache());
        text.flag("cycle", options.cycle());
        return text.nodes;
    }

    static TextNode constraint(Constraint constraint) {
        return constraint.accept(ConstraintText.INSTANCE);
    }

    static TextNode index(Index index) {
        return new TextNode("index", index.name(), indexParts(index));
    }

    /** All of an index but its name. */
    static List<TextNode> indexParts(Index index) {
        SchemaText text = new SchemaText();
        for (Index.Part part : index.parts()) {
            SchemaText of = new SchemaText();
            of.flag("descending", part.descending());
            switch (part.nulls()) {
                case DEFAULT -> {}
                case FIRST -> of.value("nulls", "first");
                case LAST -> of.value("nulls", "last");
            }
            of.value("operator class", part.operatorClass());
            of.value("collation", part.collation());
            text.nodes.add(new TextNode(part.isExpression() ? "expression" : COLUMN, part.text(), of.nodes));
        }
        text.flag("unique", index.unique());
        text.value("method", index.method().equals(Index.BTREE) ? null : index.method());
        index.include().forEach(column -> text.value("include", column));
        text.value("where", index.where());
        text.flag("nulls not distinct", index.nullsNotDistinct());
        return text.nodes;
    }

    /** All of a sequence but its name. */
    static List<TextNode> sequence(Sequence sequence) {
        SchemaText text = new SchemaText();
        if (!sequence.type().equals(Types.bigint())) {
            text.nodes.add(type(sequence.type()));
        }
        text.nodes.addAll(options(sequence.options()));
        Sequence.@Nullable Owner owner = sequence.ownedBy();
        if (owner != null) {
            text.nodes.add(TextNode.of(
                    "owned by",
                    null,
                    TextNode.of("table", owner.table().toString()),
                    TextNode.of(COLUMN, owner.column())));
        }
        text.value("comment", sequence.comment());
        return text.nodes;
    }

    /** All of an enum type but its name. */
    static List<TextNode> enumType(EnumType type) {
        SchemaText text = new SchemaText();
        type.values().forEach(value -> text.value("value", value));
        text.value("comment", type.comment());
        return text.nodes;
    }

    /** All of a composite type but its name. Each attribute accepts NULL, so that is not said. */
    static List<TextNode> composite(CompositeType type) {
        SchemaText text = new SchemaText();
        for (Column attribute : type.attributes()) {
            text.nodes.add(new TextNode("attribute", attribute.name(), columnParts(attribute)).without(NULLABLE));
        }
        text.value("comment", type.comment());
        return text.nodes;
    }

    static TextNode numbers(Numbers numbers) {
        return numbers.column() == null
                ? TextNode.of("sequence", numbers.name().toString())
                : TextNode.of(
                        COLUMN,
                        numbers.column(),
                        TextNode.of("table", numbers.name().toString()));
    }

    private void value(String label, @Nullable Object value) {
        if (value != null) {
            nodes.add(TextNode.of(label, value.toString()));
        }
    }

    private void number(String label, long value, long usual) {
        if (value != usual) {
            nodes.add(TextNode.of(label, Long.toString(value)));
        }
    }

    private void flag(String label, boolean set) {
        if (set) {
            nodes.add(TextNode.of(label, null));
        }
    }

    private enum ConstraintText implements Constraint.Visitor<TextNode> {
        INSTANCE;

        @Override
        public TextNode primaryKey(Constraint.PrimaryKey key) {
            SchemaText text = columns(key);
            text.deferrability(key.deferrability());
            return new TextNode("primary key", key.name(), text.nodes);
        }

        @Override
        public TextNode unique(Constraint.Unique unique) {
            SchemaText text = columns(unique);
            text.flag("nulls not distinct", unique.nullsNotDistinct());
            text.deferrability(unique.deferrability());
            return new TextNode("unique", unique.name(), text.nodes);
        }

        @Override
        public TextNode foreignKey(Constraint.ForeignKey key) {
            SchemaText text = columns(key);
            QualifiedName target = key.target();
            text.nodes.add(new TextNode(
                    "references",
                    target.toString(),
                    key.targetColumns().stream()
                            .map(column -> TextNode.of(COLUMN, column))
                            .toList()));
            text.value("on delete", action(key.onDelete()));
            text.value("on update", action(key.onUpdate()));
            text.flag("match full", key.matchFull());
            text.deferrability(key.deferrability());
            return new TextNode("foreign key", key.name(), text.nodes);
        }

        @Override
        public TextNode check(Constraint.Check check) {
            return TextNode.of("check", check.name(), TextNode.of("condition", check.expression()));
        }

        @Override
        public TextNode exclusion(Constraint.Exclusion exclusion) {
            return TextNode.of("exclusion", exclusion.name(), TextNode.of("definition", exclusion.definition()));
        }

        private static SchemaText columns(Constraint constraint) {
            SchemaText text = new SchemaText();
            constraint.columns().forEach(column -> text.value(COLUMN, column));
            return text;
        }

        private static @Nullable String action(ReferentialAction action) {
            return switch (action) {
                case NO_ACTION -> null;
                case RESTRICT -> "restrict";
                case CASCADE -> "cascade";
                case SET_NULL -> "set null";
                case SET_DEFAULT -> "set default";
            };
        }
    }

    private void deferrability(Deferrability deferrability) {
        switch (deferrability) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> value("deferrable", "initially immediate");
            case INITIALLY_DEFERRED -> value("deferrable", "initially deferred");
        }
    }
}
