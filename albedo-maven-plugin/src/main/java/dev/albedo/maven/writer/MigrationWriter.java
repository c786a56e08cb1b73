package dev.albedo.maven.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.safety.loss.LargeObjects;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.safety.loss.ValueChanges;
import dev.albedo.safety.rows.FilledColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes a migration class. The same migration gives the same text, on any machine. */
public final class MigrationWriter {

    /**
     * How many words a method may spell, well below what fits into the 64 kB of code of a Java method (JVM
     * specification 4.7.3).
     */
    private static final int WORDS_PER_METHOD = 600;

    /** The mark of an expression that converts values: only a person knows what the values mean. */
    public static final String PROPOSED = "REVIEW: proposed conversion of existing values";

    private MigrationWriter() {}

    /**
     * A migration to be written.
     *
     * @param packageName of the class
     * @param className of the class
     * @param id the revision
     * @param parents the revisions before it
     * @param dependsOn ids or labels of what must have been applied before it
     * @param labels names for the branch that starts with it
     * @param created when, ISO-8601 in UTC
     * @param up what it does; empty for a skeleton
     * @param down what takes it back; empty for a skeleton
     * @param name what the user calls it
     * @param baseline whether it describes tables that are there already
     * @param notes what is to be said about operations, a line each
     */
    public record Draft(
            String packageName,
            String className,
            String id,
            List<String> parents,
            List<String> dependsOn,
            List<String> labels,
            String created,
            List<Operation> up,
            List<Operation> down,
            String name,
            boolean baseline,
            Map<Operation, List<String>> notes) {

        /** The same as a description of what is there already. */
        public Draft asBaseline() {
            return new Draft(
                    packageName, className, id, parents, dependsOn, labels, created, up, down, name, true, notes);
        }

        /** The same with what is to be said about its operations, a line each. */
        public Draft with(Map<Operation, List<String>> said) {
            return new Draft(
                    packageName, className, id, parents, dependsOn, labels, created, up, down, name, baseline, said);
        }

        /** A migration that is called as its class is. */
        public Draft(
                String packageName,
                String className,
                String id,
                List<String> parents,
                List<String> dependsOn,
                List<String> labels,
                String created,
                List<Operation> up,
                List<Operation> down) {
            this(packageName, className, id, parents, dependsOn, labels, created, up, down, className, false, Map.of());
        }
    }

    /** The source of the class within a project's own frame, not laid out yet. */
    public static String source(Draft draft, Template template) {
        return template.around(source(draft), draft);
    }

    /** The source of the class, imports sorted, not laid out yet: see {@link Layout}. */
    public static String source(Draft draft) {
        WordCode words = new WordCode();
        OperationCode operations = new OperationCode(words);
        TypeSpec.Builder type = TypeSpec.classBuilder(draft.className())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class)
                .addAnnotation(revision(draft));
        addMethods(type, "up", draft.up(), operations, notes(draft.up(), draft));
        addMethods(type, "down", draft.down(), operations, notes(draft.down(), draft));
        JavaFile.Builder file =
                JavaFile.builder(draft.packageName(), type.build()).indent("    ");
        words.imports()
                .values()
                .forEach(imports -> imports.methods().forEach(method -> file.addStaticImport(imports.owner(), method)));
        return file.build().toString();
    }

    private static Map<Operation, List<String>> notes(List<Operation> list, Draft draft) {
        return ValueChanges.and(ValueChanges.of(list), draft.notes());
    }

    private static AnnotationSpec revision(Draft draft) {
        AnnotationSpec.Builder revision = AnnotationSpec.builder(Revision.class).addMember("id", "$S", draft.id());
        draft.parents().forEach(parent -> revision.addMember("parent", "$S", parent));
        draft.dependsOn().forEach(name -> revision.addMember("dependsOn", "$S", name));
        draft.labels().forEach(label -> revision.addMember("labels", "$S", label));
        if (draft.baseline()) {
            revision.addMember("baseline", "true");
        }
        return revision.addMember("created", "$S", draft.created()).build();
    }

    private static void addMethods(
            TypeSpec.Builder type,
            String name,
            List<Operation> list,
            OperationCode code,
            Map<Operation, List<String>> notes) {
        List<List<Operation>> parts = parts(list);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ClassName.get(Operations.class), "op");
        if (parts.size() <= 1) {
            type.addMethod(method.addCode(body(list, code, notes)).build());
            return;
        }
        for (int i = 1; i <= parts.size(); i++) {
            method.addStatement("$L$L(op)", name, i);
        }
        type.addMethod(method.build());
        for (int i = 1; i <= parts.size(); i++) {
            type.addMethod(MethodSpec.methodBuilder(name + i)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(ClassName.get(Operations.class), "op")
                    .addCode(body(parts.get(i - 1), code, notes))
                    .build());
        }
    }

    private static CodeBlock body(List<Operation> list, OperationCode code, Map<Operation, List<String>> notes) {
        CodeBlock.Builder body = CodeBlock.builder();
        List<String> lost = Readiness.lost(list);
        boolean isApart = false;
        boolean isFirst = true;
        for (List<Operation> passage : Passages.of(list, notes::containsKey)) {
            boolean wasApart = isApart;
            isApart = Passages.isApart(passage);
            body.add(!isFirst && (wasApart || isApart) ? "\n" : "");
            isFirst = false;
            Optional<StyledRun> styled = Passages.styled(passage);
            if (styled.isPresent()) {
                body.add(styled.get().code()).add("\n");
                continue;
            }
            if (RenameRuns.isRun(passage)) {
                body.add(RenameRuns.code(passage)).add("\n");
                continue;
            }
            Optional<CodeBlock> filled = FilledColumn.startOf(passage).map(code::filledColumn);
            if (filled.isPresent()) {
                passage.forEach(operation -> addComments(body, operation, code, notes));
                body.add(filled.get()).add("\n");
                continue;
            }
            for (Operation operation : passage) {
                addComments(body, operation, code, notes);
                addStatement(
                        body,
                        operation.accept(code),
                        DataLoss.of(operation).filter(lost::contains).map(what -> DataLoss.mark(operation, what)));
            }
        }
        return body.build();
    }

    private static void addComments(
            CodeBlock.Builder body, Operation operation, OperationCode code, Map<Operation, List<String>> notes) {
        comments(operation, code, notes).forEach(text -> body.add("$L", Comments.above(text)));
    }

    private static void addStatement(CodeBlock.Builder body, CodeBlock statement, Optional<String> mark) {
        boolean isBeside =
                mark.filter(text -> Comments.fitsBeside(statement, text)).isPresent();
        mark.filter(text -> !isBeside).ifPresent(text -> body.add("$L", Comments.above(text)));
        body.add(statement);
        mark.filter(text -> isBeside).ifPresent(text -> body.add(" // $L", Comments.safe(text)));
        body.add("\n");
    }

    /** Returns the comments above an operation. */
    private static List<String> comments(Operation operation, OperationCode code, Map<Operation, List<String>> notes) {
        List<String> comments = new ArrayList<>();
        if (operation instanceof Operation.Backfill backfill && backfill.value() == null) {
            comments.add("FILL IN the value for existing rows, as SQL: "
                    + backfill.value("...").accept(code).toString().replaceFirst(";$", ""));
        }
        if (operation instanceof Operation.AlterColumn alter && alter.using() != null) {
            comments.add(
                    TimeZones.isMissing(alter)
                            ? "FILL IN: replace " + Dialect.UNKNOWN_ZONE
                                    + " with the zone of existing values, or create with -Dalbedo.timeZone=UTC"
                            : PROPOSED);
        }
        if (DataSkeleton.isUnfinished(operation)) {
            comments.add("FILL IN: replace each /* FILL IN */ NULL with the condition that matches the rows");
        }
        comments.addAll(notes.getOrDefault(operation, List.of()));
        comments.addAll(LargeObjects.leftBehindBy(operation));
        return comments;
    }

    private static int words(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return create.table().elements().length;
        }
        return operation instanceof Operation.BulkInsert insert
                ? insert.rows().size() * (insert.columns().size() + 1)
                : 1;
    }

    private static List<List<Operation>> parts(List<Operation> list) {
        List<List<Operation>> parts = new ArrayList<>();
        int words = WORDS_PER_METHOD;
        for (Operation operation : list) {
            int more = words(operation);
            if (words + more > WORDS_PER_METHOD) {
                parts.add(new ArrayList<>());
                words = 0;
            }
            parts.get(parts.size() - 1).add(operation);
            words += more;
        }
        return parts;
    }
}
