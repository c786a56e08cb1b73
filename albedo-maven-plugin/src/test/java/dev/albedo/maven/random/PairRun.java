package dev.albedo.maven.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.oracle.HibernateRelease;
import dev.albedo.maven.oracle.Model;
import dev.albedo.maven.oracle.Planning;
import dev.albedo.maven.oracle.Shape;
import dev.albedo.operation.Operation;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of pairs on two databases, one after the other.
 *
 * @param actual what Albedo changes
 * @param expected what Hibernate makes
 */
record PairRun(TestDatabase actual, TestDatabase expected, Tally tally) {

    /** Why a pair fails; empty if it does not. */
    Optional<String> failure(RandomPair pair, HibernateRelease release) {
        try {
            run(pair, release);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                    .map(cause -> cause instanceof AssertionError || cause.getMessage() == null
                            ? String.valueOf(cause.getMessage())
                            : cause.getMessage() + " in "
                                    + Stream.of(cause.getStackTrace())
                                            .filter(frame ->
                                                    frame.getClassName().startsWith("dev.albedo"))
                                            .findFirst()
                                            .map(String::valueOf)
                                            .orElse("?"))
                    .distinct()
                    .collect(Collectors.joining("\n")));
        }
    }

    private void run(RandomPair pair, HibernateRelease release) throws Exception {
        ModelBinding.Answer first = release.read(pair.before());
        ModelBinding.Answer second = release.read(pair.after());
        Planning before = planning(first);
        Planning after = planning(second);

        empty(actual);
        before.run(before.of(actual), actual);
        String start = dump(actual, pair.before());
        assertThat(start).as("the first model").isEqualTo(byHibernate(release, pair.before()));
        assertNothingLeft("a second plan for the first model", before.of(actual));

        tally.add(Tally.Event.PAIR);
        try (Connection connection = actual.connect()) {
            new RowsBothWays(connection, before.dialect(), tally, pair.seed(), new HashSet<>(ModelGenerator.SCHEMAS))
                    .run(
                            first,
                            second,
                            pair.said(),
                            steps -> {
                                assertThat(dump(actual, pair.after()))
                                        .as("the second model after " + steps)
                                        .isEqualTo(byHibernate(release, pair.after()));
                                assertNothingLeft("a second plan for the second model", after.of(actual));
                            },
                            steps -> {
                                assertThat(dump(actual, pair.before()))
                                        .as("after the way back by " + steps)
                                        .isEqualTo(start);
                                assertNothingLeft("a plan after the way back", before.of(actual));
                            });
        }
    }

    private static Planning planning(ModelBinding.Answer model) {
        assertThat(model.problems()).isEmpty();
        return Planning.of(model.schema()).withSchemas(Set.copyOf(ModelGenerator.SCHEMAS));
    }

    private String byHibernate(HibernateRelease release, Model model) throws Exception {
        empty(expected);
        release.export(model, expected);
        return dump(expected, model);
    }

    /** Cheaper than a new database. */
    private static void empty(TestDatabase database) throws SQLException {
        String others = ModelGenerator.SCHEMAS.stream().collect(Collectors.joining("\", \"", "\"", "\""));
        database.execute("drop schema if exists public, " + others + " cascade", "create schema public");
    }

    /** With the names that the model chose; another name may stay on what the model does not name any more. */
    private static String dump(TestDatabase database, Model model) throws SQLException {
        return Shape.of(database, name -> model.source().contains("\"" + name + "\""));
    }

    private static void assertNothingLeft(String what, SchemaDiff plan) {
        assertThat(plan.operations().stream().map(Operation::describe).toList())
                .as(what)
                .isEmpty();
    }
}
