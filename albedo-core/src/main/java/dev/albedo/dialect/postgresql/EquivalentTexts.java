package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ModelSqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which texts mean the same, by what the server prints of them.
 *
 * <p>What it prints of what it printed may be different again: {@code IN ('a', 'b')} of a varchar becomes an array that
 * is cast as a whole, and that, after a dump or an ALTER COLUMN TYPE, an array of casts. So a text has several forms, and
 * two texts that share one mean the same. The first round is nearly always enough: there the model's text becomes what
 * the database has. The third finds nothing new.
 */
final class EquivalentTexts {

    private static final int ROUNDS = 3;

    /**
     * States with which the server says that something is not there; the migration that is about to be written may make
     * it: undefined_table, undefined_object, invalid_schema_name, and a value that an enum type does not have yet. Then
     * the texts differ, and that is all.
     */
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "42704", "3F000", "22P02");

    /** Classes of states that speak of the text: data exception, syntax error or access rule violation, not supported. */
    private static final Set<String> ABOUT_THE_TEXT = Set.of("22", "42", "0A", "21", "2F", "38", "P0");

    /**
     * A text of the model and one of the database at the same place.
     *
     * @param place what people call the place: {@code the check ck of table t}
     * @param certain whether a text that the server refuses here is wrong in any case
     */
    record Pair(Question model, Question database, String place, boolean certain) {}

    private final Map<Question, Forms> known = new LinkedHashMap<>();
    private final List<Pair> pairs;

    private EquivalentTexts(List<Pair> pairs) {
        this.pairs = pairs;
    }

    /**
     * Those pairs that mean the same.
     *
     * @throws ModelSqlException if a text of the model is no SQL that the server understands
     */
    static Set<Pair> equalOf(Connection connection, List<Pair> pairs) throws SQLException {
        try (Scratch scratch = Scratch.open(connection)) {
            return new EquivalentTexts(pairs).equal(scratch);
        }
    }

    private Set<Pair> equal(Scratch scratch) throws SQLException {
        List<Pair> open = pairs;
        learn(scratch, open.stream().map(Pair::model).toList());
        refuseWrongTexts();
        for (int round = 2; round <= ROUNDS; round++) {
            open = open.stream().filter(pair -> !isEqual(pair)).toList();
            learn(
                    scratch,
                    open.stream()
                            .flatMap(pair -> Stream.of(pair.model(), pair.database()))
                            .toList());
        }
        Set<Pair> equal = new HashSet<>(pairs);
        equal.removeIf(pair -> !isEqual(pair));
        equal.addAll(ofEqualValue(
                scratch,
                open.stream()
                        .filter(pair -> !isEqual(pair) && isAccepted(pair.model()) && isAccepted(pair.database()))
                        .toList()));
        return equal;
    }

    /** The server prints {@code 0} and {@code '0'::bigint} as they are, but as a default they are the same. */
    private static List<Pair> ofEqualValue(Scratch scratch, List<Pair> pairs) throws SQLException {
        List<Pair> constants = pairs.stream()
                .filter(pair -> pair.model().value().isPresent()
                        && pair.database().value().isPresent())
                .toList();
        if (constants.isEmpty()) {
            return List.of();
        }
        List<Boolean> same = scratch.haveSameValues(
                constants.stream()
                        .map(pair -> pair.model().value().orElseThrow())
                        .toList(),
                constants.stream()
                        .map(pair -> pair.database().value().orElseThrow())
                        .toList());
        return IntStream.range(0, constants.size())
                .filter(same::get)
                .mapToObj(constants::get)
                .toList();
    }

    private void learn(Scratch scratch, Collection<Question> questions) throws SQLException {
        Map<Forms, Question> asked = new LinkedHashMap<>();
        for (Question question : questions) {
            Forms forms = forms(question);
            if (forms.isOpen) {
                asked.put(forms, forms.latest);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        Map<Question, Scratch.Answer> answers = scratch.ask(asked.values());
        for (Map.Entry<Forms, Question> each : asked.entrySet()) {
            each.getKey().add(answers.getOrDefault(each.getValue(), new Scratch.Answer(null, null, null)));
        }
    }

    private Forms forms(Question question) {
        return known.computeIfAbsent(question, Forms::new);
    }

    private boolean isEqual(Pair pair) {
        return forms(pair.model()).all.stream().anyMatch(forms(pair.database()).all::contains);
    }

    /** A cast takes {@code 0} for a boolean, a default does not. */
    private boolean isAccepted(Question question) {
        return forms(question).firstAnswer.state() == null;
    }

    private void refuseWrongTexts() throws SQLException {
        Set<String> problems = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            Scratch.Answer answer = forms(pair.model()).firstAnswer;
            String state = answer.state();
            if (state == null || NOT_THERE_YET.contains(state)) {
                continue;
            }
            if (!ABOUT_THE_TEXT.contains(state.substring(0, 2))) {
                throw new SQLException("PostgreSQL could not try out " + pair.place() + ": " + answer.message(), state);
            }
            if (pair.certain()) {
                problems.add(pair.place() + " is \"" + pair.model().text()
                        + "\", which PostgreSQL does not understand: " + answer.message()
                        + "; correct it in the model");
            }
        }
        if (!problems.isEmpty()) {
            throw new ModelSqlException(new ArrayList<>(problems));
        }
    }

    /** What is known of one text. */
    private static final class Forms {
        final Set<String> all = new HashSet<>();
        Question latest;
        boolean isOpen = true;
        Scratch.Answer firstAnswer = new Scratch.Answer(null, null, null);

        Forms(Question question) {
            latest = question;
            all.add(question.text());
        }

        void add(Scratch.Answer answer) {
            if (all.size() == 1) {
                firstAnswer = answer;
            }
            isOpen = answer.text() != null && all.add(answer.text());
            if (answer.text() != null) {
                latest = latest.text(answer.text());
            }
        }
    }
}
