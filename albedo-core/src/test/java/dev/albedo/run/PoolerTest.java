package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.run.TestPooler.Habit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pooler that gives each transaction another session of the server, and of which the driver does not know. */
class PoolerTest extends RunFixture {

    private static final String REFUSAL =
            "the statements of this run reach different sessions of the server, so it cannot"
                    + " keep other runs out: a pooler in transaction mode is before the database; connect to the database directly,"
                    + " or let the pooler pool sessions, and run it again. ";

    private static Migrator migrator(ConnectionSource connections) {
        return FaultCase.UP.migrator(connections);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereverItChangesSessions(Habit habit) throws SQLException {
        List<Integer> refused = new ArrayList<>();
        boolean changed = true;
        // The first transaction only asks what the server is: a pooler that stays with the other session after it is
        // none.
        for (int first = habit == Habit.ALTERNATES ? 2 : 3; changed; first += habit.stride) {
            FaultFixture.prepare(database, FaultCase.UP);
            try (TestPooler pooler = new TestPooler(database, habit, first)) {
                try {
                    migrator(pooler).migrate("head");
                    // Once everything is done and recorded, only the lock is left to be let go.
                    assertThat(pooler.transactions() - first)
                            .as("from transaction " + first + " on")
                            .isLessThan(2);
                    changed = pooler.hasChangedSessions();
                    assertThat(query("pid", "pg_locks where locktype = 'advisory'"))
                            .isEmpty();
                } catch (RunException e) {
                    assertThat(pooler.hasChangedSessions()).isTrue();
                    assertThat(e.getMessage())
                            .as("from transaction " + first + " on")
                            .contains("pooler in transaction mode");
                    expectLetGo(habit, pooler, e);
                    refused.add(first);
                }
            }
            FaultFixture.goOn(database, FaultCase.UP);
            FaultFixture.expectUndisturbed(database, FaultCase.UP, "from transaction " + first + " on");
        }
        assertThat(refused).hasSizeGreaterThan(20 / habit.stride);
        System.out.println("a pooler that " + habit + ": noticed in each of " + refused.size() + " transactions");
    }

    /** If the session never answers again, the message says how to end it; one that is locked first is told at once. */
    private void expectLetGo(Habit habit, TestPooler pooler, RunException refusal) throws SQLException {
        List<String> left = query("pid", "pg_locks where locktype = 'advisory'");
        if (habit == Habit.ALTERNATES) {
            assertThat(left).as("no lock is left").isEmpty();
        } else if (!left.isEmpty()) {
            assertThat(left).containsExactly(String.valueOf(pooler.firstProcess()));
            assertThat(refusal.getMessage()).contains("pg_terminate_backend(" + left.get(0) + ")");
        }
    }

    @Test
    void isRefusedBeforeAnythingIsChangedIfItChangesAtOnce() throws SQLException {
        for (int first = 1; first <= 3; first++) {
            try (TestPooler pooler = new TestPooler(database, Habit.ALTERNATES, first)) {
                assertThatThrownBy(() -> migrator(pooler).migrate("head"))
                        .isInstanceOf(RunException.class)
                        .hasMessage(REFUSAL + "Nothing was changed");
            }
            assertThat(query("relname", "pg_class where relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
    }

    @Test
    void oneThatKeepsItsSessionIsNone() throws SQLException {
        FaultFixture.prepare(database, FaultCase.UP);
        try (TestPooler pooler = new TestPooler(database, Habit.ALTERNATES, Integer.MAX_VALUE)) {
            assertThat(migrator(pooler).migrate("head")).hasSizeGreaterThan(3);
        }
        try (TestPooler pooler = new TestPooler(database, Habit.ALTERNATES, 1)) {
            assertThat(migrator(pooler).migrate("head"))
                    .as("nothing to do needs no lock")
                    .isEmpty();
        }
    }
}
