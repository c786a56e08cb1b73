package dev.albedo.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in the database where texts are tried out: temporary tables that nobody else sees, in a transaction or behind
 * a savepoint that {@link #close} rolls back. Needs no right but TEMPORARY on the database.
 *
 * <p>All questions of a round are one call, so that distance costs nothing. At the server they share as few tables as
 * the types of their columns allow and are put in by one ALTER TABLE. Only if that fails, each is tried in a table of its
 * own, under the name of the real one, to learn which of them it is.
 */
final class Scratch implements AutoCloseable {

    /** Far from the 1,600 columns that PostgreSQL allows in a table. */
    private static final int MAX_COLUMNS = 400;

    private static final int MAX_QUESTIONS = 250;

    private static final String PREFIX = "albedo_q";

    private static final String FUNCTIONS = """
            CREATE FUNCTION pg_temp.albedo_printed(place regclass)
            RETURNS TABLE (question integer, printed text, state text, message text)
            LANGUAGE sql AS $albedo$
                SELECT substr(k.conname, 9)::integer, CASE k.contype
                    WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) ELSE pg_get_constraintdef(k.oid) END, NULL, NULL
                FROM pg_constraint k WHERE k.conrelid = $1 AND starts_with(k.conname::text, 'albedo_q')
                UNION ALL
                SELECT substr(a.attname, 9)::integer, pg_get_expr(d.adbin, d.adrelid), NULL, NULL
                FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                WHERE d.adrelid = $1
            $albedo$;
            CREATE FUNCTION pg_temp.albedo_same_value(one text, other text) RETURNS boolean
            LANGUAGE plpgsql AS $albedo$
            DECLARE
                same boolean;
            BEGIN
                EXECUTE format('SELECT (%s)::text = (%s)::text', one, other) INTO same;
                RETURN same;
            EXCEPTION WHEN OTHERS THEN
                RETURN false;
            END
            $albedo$;
            CREATE FUNCTION pg_temp.albedo_understand(
                shared text[], sharing integer[], names text[], columns text[], actions text[])
            RETURNS TABLE (question integer, printed text, state text, message text)
            LANGUAGE plpgsql AS $albedo$
            BEGIN
                FOR s IN 1 .. cardinality(shared) LOOP
                    BEGIN
                        EXECUTE format('CREATE TEMP TABLE albedo_scratch (%s)', shared[s]);
                        EXECUTE 'ALTER TABLE pg_temp.albedo_scratch ' || (SELECT string_agg(actions[q], ', ')
                            FROM generate_subscripts(sharing, 1) q WHERE sharing[q] = s);
                        RETURN QUERY SELECT * FROM pg_temp.albedo_printed('pg_temp.albedo_scratch');
                        DROP TABLE pg_temp.albedo_scratch;
                    EXCEPTION WHEN OTHERS THEN
                        FOR q IN 1 .. cardinality(sharing) LOOP
                            CONTINUE WHEN sharing[q] <> s;
                            BEGIN
                                EXECUTE format('CREATE TEMP TABLE %I (%s)', names[q], columns[q]);
                                EXECUTE format('ALTER TABLE pg_temp.%I %s', names[q], actions[q]);
                                RETURN QUERY SELECT * FROM pg_temp.albedo_printed(
                                    format('pg_temp.%I', names[q])::regclass);
                                EXECUTE format('DROP TABLE pg_temp.%I', names[q]);
                            EXCEPTION WHEN OTHERS THEN
                                question := q;
                                printed := NULL;
                                state := SQLSTATE;
                                message := SQLERRM;
                                RETURN NEXT;
                            END;
                        END LOOP;
                    END;
                END LOOP;
            END
            $albedo$""";

    private final Connection connection;
    private final @Nullable Savepoint savepoint;

    private Scratch(Connection connection, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.savepoint = savepoint;
    }

    /**
     * What the server makes of a text.
     *
     * @param text the text as the server prints it; {@code null} if it refused it or if it comes to nothing
     * @param state the SQLSTATE of the refusal
     * @param message the server's words for it
     */
    record Answer(
            @Nullable String text,
            @Nullable String state,
            @Nullable String message) {}

    static Scratch open(Connection connection) throws SQLException {
        boolean inTransaction = !connection.getAutoCommit();
        Savepoint savepoint = inTransaction ? connection.setSavepoint() : null;
        if (!inTransaction) {
            connection.setAutoCommit(false);
        }
        Scratch scratch = new Scratch(connection, savepoint);
        try (Statement statement = connection.createStatement()) {
            // What a literal such as a default means depends on them.
            statement.execute("SELECT " + SessionSettings.set(true) + ";\n" + FUNCTIONS);
            return scratch;
        } catch (SQLException e) {
            try (scratch) {
                throw "42501".equals(e.getSQLState())
                        ? new SQLException(
                                "the database user cannot make temporary tables, in which Albedo compares SQL texts: "
                                        + e.getMessage() + "; GRANT it TEMPORARY on the database",
                                e.getSQLState(),
                                e)
                        : e;
            }
        }
    }

    /** An answer to each question, in any order; a default that comes to NULL has none. */
    Map<Question, Answer> ask(Collection<Question> asked) throws SQLException {
        List<Question> questions = asked.stream().distinct().toList();
        List<SharedTable> tables = new ArrayList<>();
        List<Integer> sharing = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        for (Question question : questions) {
            sharing.add(share(tables, question) + 1);
            actions.add(question.action(PREFIX + (actions.size() + 1)));
        }
        Map<Question, Answer> answers = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM pg_temp.albedo_understand(?, ?, ?, ?, ?)")) {
            texts(statement, 1, tables.stream().map(table -> sql(table.columns)).toList());
            statement.setArray(2, connection.createArrayOf("integer", sharing.toArray()));
            texts(statement, 3, questions.stream().map(Question::table).toList());
            texts(
                    statement,
                    4,
                    questions.stream().map(question -> sql(question.columns())).toList());
            texts(statement, 5, actions);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Question question = questions.get(row.getInt(1) - 1);
                    String printed = row.getString(2);
                    answers.put(
                            question,
                            new Answer(
                                    printed == null ? null : question.answer(printed),
                                    row.getString(3),
                                    row.getString(4)));
                }
            }
        }
        return answers;
    }

    /**
     * Whether the texts at the same places of two lists have the same value, for texts that are {@link Question#value}.
     */
    List<Boolean> haveSameValues(List<String> some, List<String> others) throws SQLException {
        List<Boolean> same = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT coalesce(pg_temp.albedo_same_value(v.one, v.other), false)
                FROM unnest(?, ?) WITH ORDINALITY AS v (one, other, place) ORDER BY v.place""")) {
            texts(statement, 1, some);
            texts(statement, 2, others);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    same.add(row.getBoolean(1));
                }
            }
        }
        return same;
    }

    private void texts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        statement.setArray(index, connection.createArrayOf("text", texts.toArray()));
    }

    private static int share(List<SharedTable> tables, Question question) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).takes(question)) {
                return i;
            }
        }
        tables.add(new SharedTable());
        tables.get(tables.size() - 1).takes(question);
        return tables.size() - 1;
    }

    private static String sql(SortedMap<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> Names.identifier(column.getKey()) + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A table for questions that agree on the types of their columns. */
    private static final class SharedTable {
        final SortedMap<String, String> columns = new TreeMap<>();
        private int questions;

        boolean takes(Question question) {
            boolean agrees = question.columns().entrySet().stream()
                    .allMatch(column -> columns.getOrDefault(column.getKey(), column.getValue())
                            .equals(column.getValue()));
            boolean takes = questions == 0 || (agrees && questions < MAX_QUESTIONS && columns.size() < MAX_COLUMNS);
            if (takes) {
                columns.putAll(question.columns());
                questions++;
            }
            return takes;
        }
    }

    @Override
    public void close() throws SQLException {
        if (savepoint == null) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        }
    }
}
