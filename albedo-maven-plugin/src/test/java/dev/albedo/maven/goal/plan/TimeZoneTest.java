package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.maven.goal.Check;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that gets a time zone, or loses it, is converted in the zone that the migration names, whoever runs it. */
class TimeZoneTest extends HookFixture {

    private static Table event(SqlType at, SqlType day, SqlType until, SqlType opens) {
        return table(
                "event",
                column("id", integer()),
                column("at", at),
                column("day", day),
                column("until", until),
                column("opens", opens),
                primaryKey("pk_event", "id"));
    }

    private static final Table BEFORE =
            event(type("timestamp", 6), type("date"), type("timestamptz", 6), type("time", 6));

    private static final Schema AFTER =
            Schema.of(event(type("timestamptz", 6), type("timestamptz", 6), type("timestamp", 6), type("timetz", 6)));

    @Revision(id = "aaa0")
    static final class Events implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable(BEFORE);
        }

        @Override
        public void down(Operations op) {
            op.dropTable("event");
        }
    }

    @Revision(id = "aaa1", parent = "aaa0")
    static final class WithoutZone implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("event", column("at", type("timestamp", 6)), column("at", type("timestamptz", 6)));
        }
    }

    @BeforeEach
    void events() throws Exception {
        migrations.add(new Events());
        migrator("UTC").migrate("head");
        database.execute(
                "insert into event values (1, '2020-07-01 12:30', '2020-07-01', '2020-07-01 12:30+00', '09:00')");
    }

    private Migrator migrator(String timeZone) {
        ConnectionSource connections = () -> {
            Connection connection = database.connect();
            connection.createStatement().execute("set timezone = '" + timeZone + "'");
            return connection;
        };
        return new Migrator(
                connections,
                MigrationSource.of(migrations),
                RunSettings.DEFAULT.allowDestructive(true),
                RunListener.NONE);
    }

    private static Snapshot model(Map<String, String> madeBy) {
        return new Snapshot(
                AFTER, Origins.NONE, new TreeMap<>(), InitialValues.NONE, List.of(), new TreeMap<>(madeBy), "");
    }

    private String rows() throws Exception {
        return database.query("select concat_ws(' ', at, day, until, opens) from"
                        + " (select set_config('timezone', 'UTC', false)) s, event")
                .get(0);
    }

    private String walked(Snapshot model, Fills fills) throws Exception {
        Path file = create(model, fills, false).orElseThrow();
        migrations.add(compiled(file));
        String before = rows();
        List<String> after = new ArrayList<>();
        for (List<String> zones :
                List.of(List.of("Asia/Tokyo", "America/New_York"), List.of("America/New_York", "Asia/Tokyo"))) {
            migrator(zones.get(0)).migrate("head");
            after.add(rows());
            assertThat(create(model, fills, false)).isEmpty();
            migrator(zones.get(1)).rollback(1);
            assertThat(rows()).isEqualTo(before);
        }
        assertThat(after.get(1)).isEqualTo(after.get(0));
        return Files.readString(file) + after.get(0);
    }

    @Test
    void theModelsIsProposed() throws Exception {
        String source = walked(model(Map.of(Snapshot.TIME_ZONE, "Europe/Berlin")), Fills.parse(""));

        assertThat(source.split("public void down"))
                .allSatisfy(way -> assertThat(way)
                        .contains("// REVIEW: proposed conversion", "\"at AT TIME ZONE 'Europe/Berlin'\"")
                        .doesNotContain("FILL IN"));
        assertThat(source)
                .contains(
                        "\"day::timestamp AT TIME ZONE 'Europe/Berlin'\"",
                        "\"(day AT TIME ZONE 'Europe/Berlin')::date\"")
                .contains("// DELETES DATA: times that a change of the clock skips or repeats in column event.at")
                .endsWith("2020-07-01 10:30:00+00 2020-06-30 22:00:00+00 2020-07-01 14:30:00 09:00:00+00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTC        | 'UTC'              | 2020-07-01 12:30:00+00 2020-07-01 00:00:00+00 2020-07-01 12:30:00 09:00:00+00
            GMT+2      | INTERVAL '+02:00'  | 2020-07-01 10:30:00+00 2020-06-30 22:00:00+00 2020-07-01 14:30:00 09:00:00+00
            -03:30     | INTERVAL '-03:30'  | 2020-07-01 16:00:00+00 2020-07-01 03:30:00+00 2020-07-01 09:00:00 09:00:00+00
            Asia/Tokyo | 'Asia/Tokyo'       | 2020-07-01 03:30:00+00 2020-06-30 15:00:00+00 2020-07-01 21:30:00 09:00:00+00
            """)
    void anOptionNamesAnother(String zone, String sql, String rows) throws Exception {
        String spelled = sql.startsWith("INTERVAL") ? sql : "'" + sql.replace("'", "") + "'";
        String source = walked(
                model(Map.of(Snapshot.TIME_ZONE, "Europe/Berlin")),
                Fills.parse("").timeZone(zone));

        assertThat(source)
                .contains("\"at AT TIME ZONE " + spelled + "\"")
                .doesNotContain("Berlin", "change of the clock")
                .endsWith(rows);
    }

    @Test
    void withoutOneTheMigrationIsNotApplied() throws Exception {
        Path file = create(model(Map.of()), Fills.NONE, false).orElseThrow();

        String source = Files.readString(file);
        assertThat(source.split("public void down"))
                .allSatisfy(way -> assertThat(way)
                        .contains(
                                "// FILL IN: replace 'FILL IN' with the zone of existing values, or create with -Dalbedo.timeZone=UTC",
                                "\"at AT TIME ZONE 'FILL IN'\""));
        assertThat(said.lines())
                .contains("The plan lacks values for existing rows, so it is tested on a scratch database");
        assertThat(said.warnings())
                .contains(
                        "  alter column event.at: type timestamp(6) -> timestamptz(6), using at AT TIME ZONE 'FILL IN'"
                                + "  REVIEW: proposed conversion of existing values  FILL IN: time zone of event.at",
                        "FILL IN: up() and down() need the time zone of existing values of event.at, event.day,"
                                + " event.until. Replace 'FILL IN' there, or run mvn albedo:discard and then"
                                + " mvn albedo:create -Dalbedo.timeZone=UTC (with your zone); until then mvn"
                                + " albedo:migrate"
                                + " refuses the migration");
        migrations.add(compiled(file));
        assertRefused(
                "event.at from timestamp(6) to timestamptz(6)", "event.until from timestamptz(6) to timestamp(6)");
    }

    @Test
    void aPersonIsAsked() throws Exception {
        Person person = new Person();
        person.answers.addAll(List.of("Bielefeld", "Asia/Tokyo"));
        Plan plan;
        try (Connection connection = database.connect()) {
            plan = FromDatabase.plan(
                            connection,
                            LiveSchema.read(connection, LiveSchema.FILTER),
                            comparison(),
                            DropScope.byAnyone(said),
                            new Model(model(Map.of()), KeptOrigins.NONE, Fills.parse(""), person),
                            shown -> {})
                    .orElseThrow();
        }

        String question = "Time zone of the existing values of event.at, event.day, event.until (such as UTC or"
                + " Europe/Berlin; empty to decide later):";
        assertThat(person.lines).containsExactly(question, "Unknown time zone Bielefeld", question);
        assertThat(Stream.concat(plan.up().stream(), plan.down().stream()).map(Operation::describe))
                .filteredOn(each -> each.contains("AT TIME ZONE"))
                .hasSize(6)
                .filteredOn(each -> each.contains("FILL IN"))
                .isEmpty();
    }

    @Test
    void aMigrationByHandNamesOneToo() throws Exception {
        migrations.add(new WithoutZone());
        assertRefused("event.at from timestamp(6) to timestamptz(6)");
    }

    private void assertRefused(String... columns) throws Exception {
        String before = rows();
        List<String> wrong = new Check(comparison(), true, ignored -> place(), said)
                .find(
                        () -> MigrationSource.of(migrations),
                        Optional.empty(),
                        new ModuleParts(false, true),
                        source -> List.of())
                .wrong();
        for (String column : columns) {
            assertThatThrownBy(() -> migrator("UTC").migrate("head"))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("does not say in which time zone it converts column " + column
                            + ": name it in the SQL of op.alterColumn(...), as in \"");
            assertThat(wrong).anyMatch(each -> each.contains("converts column " + column));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aWordThatIsNoTimeZoneIsRefused() {
        assertThatThrownBy(() -> Fills.NONE.timeZone("Bielefeld"))
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        "albedo.timeZone is Bielefeld: use the name of a time zone, such as UTC or Europe/Berlin, or an"
                                + " offset such as +02:00");
    }
}
