package dev.albedo.run;

import dev.albedo.dialect.RunLock;
import dev.albedo.dialect.Sessions;
import dev.albedo.run.AppliedRevision.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction of a run proves that no other run is at work, before it does anything and without a round trip of its
 * own. Usually the session has the lock of the run, and the transaction proves that it is in that session. Behind a pooler the
 * transaction takes the lock itself, and proves that the history still is as this run has read or left it: another run may
 * have had its turn in between.
 */
final class Proof {

    private final Sessions sessions;
    private final int processId;
    private @Nullable RunLock lock;
    private String table = "";

    /** The rows of the history by revision, each as one text; null if they were not read yet. */
    private @Nullable Map<String, String> rows;

    /** A proof of the session with the lock. */
    Proof(Sessions sessions, int processId) {
        this.sessions = sessions;
        this.processId = processId;
    }

    /**
     * From now on each transaction takes the lock.
     *
     * @param history the history table
     */
    void ofTransactions(RunLock taken, HistoryTable history) {
        lock = taken;
        table = history.name();
    }

    /** From now on the session has the lock. */
    void ofSession() {
        lock = null;
    }

    boolean isOfTransactions() {
        return lock != null;
    }

    /** What a transaction begins with. */
    List<String> opening() {
        if (lock == null) {
            return List.of(sessions.begin(processId));
        }
        List<String> statements = new ArrayList<>(sessions.begin());
        statements.add(lock.requireForTransaction());
        if (rows != null) {
            statements.add(
                    sessions.requireUnchanged(List.of("revision", "state", "steps", "checksum"), table, digest(rows)));
        }
        return statements;
    }

    /** What a statement that needs no lock, such as one that adds to the log, is sent with. */
    List<String> beforeNote() {
        return lock == null ? List.of(sessions.require(processId)) : List.of();
    }

    /** The history was read. */
    void read(List<AppliedRevision> history) {
        rows = new TreeMap<>();
        history.forEach(row -> put(row.id(), row.state(), row.stepsDone(), row.checksum()));
    }

    /** A revision was applied, or taken back, and that is committed. */
    void recorded(Work work) {
        if (rows == null) {
            return;
        }
        if (work.direction() == Direction.UP) {
            put(work.revision().id(), State.APPLIED, work.steps().size(), work.checksum());
        } else {
            rows.remove(work.revision().id());
        }
    }

    private void put(String id, State state, int steps, String checksum) {
        if (rows != null) {
            rows.put(id, id + " " + state.name().toLowerCase(Locale.ROOT) + " " + steps + " " + checksum);
        }
    }

    private static String digest(Map<String, String> rows) {
        // Ids are ASCII, so that the order of Java's strings is that of their bytes.
        String all = rows.values().stream().sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
