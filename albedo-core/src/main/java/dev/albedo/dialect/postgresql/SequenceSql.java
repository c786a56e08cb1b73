package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sequences, also those behind identity columns (PostgreSQL manual, CREATE SEQUENCE, ALTER SEQUENCE). */
final class SequenceSql {

    /** Goes on from the start; the one option that ALTER COLUMN takes without SET. */
    static final String RESTART = "RESTART";

    private SequenceSql() {}

    static List<Statement> create(Sequence sequence) {
        StringBuilder sql = new StringBuilder("CREATE SEQUENCE ").append(Names.name(sequence.name()));
        if (!sequence.type().equals(Types.bigint())) {
            sql.append(" AS ").append(Names.type(sequence.type()));
        }
        options(sequence.options()).forEach(option -> sql.append(" ").append(option));
        if (sequence.ownedBy() != null) {
            sql.append(" OWNED BY ").append(owner(sequence.ownedBy()));
        }
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(sql.toString())));
        if (sequence.comment() != null) {
            statements.add(comment(sequence.name(), sequence.comment()));
        }
        return statements;
    }

    /** What must be said of a new sequence. */
    static List<String> options(SequenceOptions options) {
        SequenceOptions unsaid = new SequenceOptions(
                Sequences.defaultStart(options.increment(), options.min(), options.max()), 1, null, null, 1, false);
        return changes(unsaid, options, false);
    }

    static List<Statement> alter(Sequence from, Sequence to) {
        List<String> changes = new ArrayList<>();
        if (!from.type().equals(to.type())) {
            changes.add("AS " + Names.type(to.type()));
        }
        changes.addAll(changes(from.options(), to.options()));
        if (!Objects.equals(from.ownedBy(), to.ownedBy())) {
            changes.add("OWNED BY " + (to.ownedBy() == null ? "NONE" : owner(to.ownedBy())));
        }
        List<Statement> statements = new ArrayList<>();
        if (!changes.isEmpty()) {
            statements.add(Statement.of("ALTER SEQUENCE " + Names.name(to.name()) + " " + String.join(" ", changes)));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(comment(to.name(), to.comment()));
        }
        return statements;
    }

    /**
     * The options that change, each as CREATE and ALTER SEQUENCE take it, and behind SET as ALTER COLUMN takes it, except
     * for {@link #RESTART}. A change of direction moves the default bounds, which the server only does when told, and then
     * the current value is on the wrong side of one.
     */
    static List<String> changes(SequenceOptions from, SequenceOptions to) {
        return changes(from, to, Long.signum(from.increment()) != Long.signum(to.increment()));
    }

    private static List<String> changes(SequenceOptions from, SequenceOptions to, boolean turns) {
        List<String> changes = new ArrayList<>();
        if (from.increment() != to.increment()) {
            changes.add("INCREMENT BY " + to.increment());
        }
        bound(changes, "MINVALUE", from.min(), to.min(), turns);
        bound(changes, "MAXVALUE", from.max(), to.max(), turns);
        if (from.start() != to.start()) {
            changes.add("START WITH " + to.start());
        }
        if (from.cache() != to.cache()) {
            changes.add("CACHE " + to.cache());
        }
        if (from.cycle() != to.cycle()) {
            changes.add(to.cycle() ? "CYCLE" : "NO CYCLE");
        }
        if (turns && (to.increment() > 0 ? to.min() : to.max()) == null) {
            changes.add(RESTART);
        }
        return changes;
    }

    private static void bound(
            List<String> changes, String word, @Nullable Long from, @Nullable Long to, boolean turns) {
        if (to == null ? from != null || turns : !to.equals(from)) {
            changes.add(to == null ? "NO " + word : word + " " + to);
        }
    }

    private static String owner(Sequence.Owner owner) {
        return Names.name(owner.table()) + "." + Names.identifier(owner.column());
    }

    private static Statement comment(QualifiedName name, @Nullable String comment) {
        return Statement.of("COMMENT ON SEQUENCE " + Names.name(name) + " IS " + Comments.literal(comment));
    }
}
