package dev.albedo.maven.writer;

import static dev.albedo.maven.writer.Code.text;
import static dev.albedo.maven.writer.Code.texts;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.data.Batches;
import dev.albedo.data.Row;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Fill;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.schema.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words of a schema as Java expressions that make them again. */
final class WordCode {

    private final Code words = new Code(SchemaDsl.class);
    private final TypeCode types = new TypeCode();

    /** The methods to import statically, by class. */
    SortedMap<String, Imports> imports() {
        SortedMap<String, Imports> all = new TreeMap<>();
        all.put("Types", new Imports(Types.class, types.used()));
        all.put("SchemaDsl", new Imports(SchemaDsl.class, words.used()));
        return all;
    }

    /** Methods of a class that are imported statically. */
    record Imports(Class<?> owner, SortedSet<String> methods) {}

    CodeBlock table(Table table) {
        CodeBlock code = words.call("table", elements(table));
        if (table.comment() != null) {
            code = CodeBlock.of("$L.comment($S)", code, table.comment());
        }
        if (!table.inherits().isEmpty()) {
            CodeBlock parents = table.inherits().stream()
                    .map(parent -> text(parent.toString()))
                    .collect(CodeBlock.joining(", "));
            code = CodeBlock.of("$L.inherits($L)", code, parents);
        }
        return table.partitionBy() == null ? code : CodeBlock.of("$L.partitionBy($S)", code, table.partitionBy());
    }

    /** The name, then all parts. */
    List<CodeBlock> elements(Table table) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(text(table.name().toString()));
        for (TableElement element : table.elements()) {
            if (element instanceof Column column) {
                arguments.add(column(column));
            } else if (element instanceof Constraint constraint) {
                arguments.add(constraint(constraint));
            } else {
                arguments.add(index((Index) element));
            }
        }
        return arguments;
    }

    CodeBlock batches(Batches batches) {
        CodeBlock by = CodeBlock.of(
                "$L.by($L)",
                words.call("batches", CodeBlock.of("$L", batches.size())),
                batches.key().stream().map(Code::text).collect(CodeBlock.joining(", ")));
        return batches.pause().isZero()
                ? by
                : CodeBlock.of(
                        "$L.pause($T.parse($S))",
                        by,
                        Duration.class,
                        batches.pause().toString());
    }

    CodeBlock row(Row row) {
        return words.call("row", row.values().stream().map(ValueCode::of).toList());
    }

    CodeBlock numbers(Numbers numbers) {
        String column = numbers.column();
        CodeBlock name = text(numbers.name().toString());
        return column == null ? words.call("numbers", name) : words.call("numbers", name, text(column));
    }

    CodeBlock fill(Fill fill) {
        CodeBlock code = words.call("fill", text(fill.column()), types.type(fill.type()), text(fill.value()));
        return fill.where() == null ? code : CodeBlock.of("$L.where($L)", code, text(fill.where()));
    }

    CodeBlock column(Column column) {
        CodeBlock.Builder code = words.call("column", text(column.name()), types.type(column.type())).toBuilder();
        if (!column.notNull()) {
            code.add(".nullable()");
        }
        if (column.defaultSql() != null) {
            code.add(".defaultTo($S)", column.defaultSql());
        }
        if (column.identity() != null) {
            code.add(".identity($L)", identity(column.identity()));
        }
        Generated generated = column.generated();
        if (generated != null) {
            code.add(generated.stored() ? ".generatedAs($S)" : ".virtuallyGeneratedAs($S)", generated.expression());
        }
        if (column.collation() != null) {
            code.add(".collate($S)", column.collation().toString());
        }
        if (column.comment() != null) {
            code.add(".comment($S)", column.comment());
        }
        return code.build();
    }

    private CodeBlock identity(Identity identity) {
        CodeBlock kind = words.call(identity.kind() == Identity.Kind.ALWAYS ? "always" : "byDefault");
        return identity.options().equals(SequenceOptions.DEFAULT)
                ? kind
                : CodeBlock.of("$L.options($L)", kind, options(identity.options()));
    }

    private CodeBlock options(SequenceOptions options) {
        CodeBlock.Builder code = words.call("counting").toBuilder();
        if (options.start() != 1) {
            code.add(".startWith($L)", number(options.start()));
        }
        if (options.increment() != 1) {
            code.add(".incrementBy($L)", number(options.increment()));
        }
        if (options.min() != null || options.max() != null) {
            code.add(".between($L, $L)", longOrNull(options.min()), longOrNull(options.max()));
        }
        if (options.cache() != 1) {
            code.add(".cache($L)", number(options.cache()));
        }
        if (options.cycle()) {
            code.add(".cycle(true)");
        }
        return code.build();
    }

    private static String longOrNull(@Nullable Long value) {
        return value == null ? "null" : value + "L";
    }

    private static String number(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    CodeBlock sequence(Sequence sequence) {
        CodeBlock.Builder code = words.call("sequence", text(sequence.name().toString())).toBuilder();
        if (!sequence.type().equals(Types.bigint())) {
            code.add(".type($L)", types.type(sequence.type()));
        }
        SequenceOptions options = sequence.options();
        SequenceOptions plain =
                SequenceOptions.DEFAULT.startWith(options.start()).incrementBy(options.increment());
        if (!options.equals(plain)) {
            code.add(".options($L)", options(options));
        } else {
            if (options.start() != 1) {
                code.add(".startWith($L)", number(options.start()));
            }
            if (options.increment() != 1) {
                code.add(".incrementBy($L)", number(options.increment()));
            }
        }
        Sequence.Owner owner = sequence.ownedBy();
        if (owner != null) {
            code.add(".ownedBy($S, $S)", owner.table().toString(), owner.column());
        }
        if (sequence.comment() != null) {
            code.add(".comment($S)", sequence.comment());
        }
        return code.build();
    }

    CodeBlock enumType(EnumType type) {
        CodeBlock code = words.call("enumType", texts(type.name().toString(), type.values()));
        return type.comment() == null ? code : CodeBlock.of("$L.comment($S)", code, type.comment());
    }

    /** An attribute may be NULL without saying so. */
    CodeBlock composite(CompositeType type) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(text(type.name().toString()));
        type.attributes().forEach(attribute -> arguments.add(column(attribute.notNull(true))));
        CodeBlock code = words.call("compositeType", arguments);
        return type.comment() == null ? code : CodeBlock.of("$L.comment($S)", code, type.comment());
    }

    CodeBlock index(Index index) {
        boolean plain = index.parts().stream().allMatch(part -> part.equals(SchemaDsl.asc(part.text())));
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(text(named(index.name(), index.describe())));
        index.parts().forEach(part -> arguments.add(plain ? text(part.text()) : part(part)));
        CodeBlock.Builder code = words.call("index", arguments).toBuilder();
        if (index.unique()) {
            code.add(".unique(true)");
        }
        if (!index.method().equals(Index.BTREE)) {
            code.add(".using($S)", index.method());
        }
        if (!index.include().isEmpty()) {
            code.add(
                    ".including($L)",
                    CodeBlock.join(index.include().stream().map(Code::text).toList(), ", "));
        }
        if (index.where() != null) {
            code.add(".where($S)", index.where());
        }
        if (index.nullsNotDistinct()) {
            code.add(".nullsNotDistinct(true)");
        }
        return code.build();
    }

    private CodeBlock part(Index.Part part) {
        String method = part.isExpression() ? "expression" : part.descending() ? "desc" : "asc";
        CodeBlock.Builder code = words.call(method, text(part.text())).toBuilder();
        if (part.isExpression() && part.descending()) {
            code.add(".desc()");
        }
        if (part.nulls() != Index.Nulls.DEFAULT) {
            code.add(".nulls($T.$L)", Index.Nulls.class, part.nulls().name());
        }
        if (part.operatorClass() != null) {
            code.add(".operatorClass($S)", part.operatorClass());
        }
        if (part.collation() != null) {
            code.add(".collate($S)", part.collation().toString());
        }
        return code.build();
    }

    CodeBlock constraint(Constraint constraint) {
        return constraint.accept(new ConstraintCode());
    }

    /** A condition as its text, anything else as the word for it. */
    CodeBlock expected(Constraint constraint) {
        return constraint instanceof Constraint.Check check && check.name() == null
                ? text(check.expression())
                : constraint(constraint);
    }

    private static String named(@Nullable String name, String what) {
        if (name == null) {
            throw new IllegalArgumentException("cannot write " + what + ": it has no name yet");
        }
        return name;
    }

    private final class ConstraintCode implements Constraint.Visitor<CodeBlock> {

        @Override
        public CodeBlock primaryKey(Constraint.PrimaryKey key) {
            return deferred(words.call("primaryKey", names(key, key.columns())), key.deferrability());
        }

        @Override
        public CodeBlock unique(Constraint.Unique unique) {
            CodeBlock code = words.call("unique", names(unique, unique.columns()));
            return deferred(
                    unique.nullsNotDistinct() ? CodeBlock.of("$L.nullsNotDistinct(true)", code) : code,
                    unique.deferrability());
        }

        @Override
        public CodeBlock foreignKey(Constraint.ForeignKey key) {
            CodeBlock.Builder code = words.call("foreignKey", names(key, key.columns())).toBuilder();
            QualifiedName target = key.target();
            code.add(".references($L)", CodeBlock.join(texts(target.toString(), key.targetColumns()), ", "));
            if (key.onDelete() != ReferentialAction.NO_ACTION) {
                code.add(
                        ".onDelete($T.$L)",
                        ReferentialAction.class,
                        key.onDelete().name());
            }
            if (key.onUpdate() != ReferentialAction.NO_ACTION) {
                code.add(
                        ".onUpdate($T.$L)",
                        ReferentialAction.class,
                        key.onUpdate().name());
            }
            if (key.matchFull()) {
                code.add(".matchFull(true)");
            }
            return deferred(code.build(), key.deferrability());
        }

        @Override
        public CodeBlock check(Constraint.Check check) {
            return words.call("check", text(named(check.name(), check.describe())), Code.list(check.expression()));
        }

        @Override
        public CodeBlock exclusion(Constraint.Exclusion exclusion) {
            return words.call("exclusion", names(exclusion, List.of(exclusion.definition())));
        }

        private List<CodeBlock> names(Constraint constraint, List<String> rest) {
            return texts(named(constraint.name(), constraint.describe()), rest);
        }

        private CodeBlock deferred(CodeBlock code, Deferrability deferrability) {
            return deferrability == Deferrability.NOT_DEFERRABLE
                    ? code
                    : CodeBlock.of("$L.deferrability($T.$L)", code, Deferrability.class, deferrability.name());
        }
    }
}
