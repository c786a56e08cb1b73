package dev.albedo.maven.graph;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.albedo.maven.goal.SaidMigrations;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.run.AppliedRevision;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.run.Status;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the goals say that show the graph, with a database that has a part of it and without one. */
class GraphGoalsTest {

    private static final SaidMigrations MIGRATIONS = new SaidMigrations(
                    "aaa1 bbb2<aaa1#shop ccc3<bbb2 ddd4<aaa1 eee5<ddd4~shop fff6<ccc3,eee5")
            .both("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"));

    private static final RevisionGraph GRAPH = MIGRATIONS.graph();

    private final Said said = new Said();

    private static Status status(String target) throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            Migrator migrator = new Migrator(database::connect, MIGRATIONS, RunSettings.DEFAULT, RunListener.NONE);
            migrator.migrate(target);
            return migrator.status();
        }
    }

    private static GraphView without() {
        return new GraphView(GRAPH, Optional.empty());
    }

    @Test
    void historyDrawsTheGraph() {
        new HistoryListing(without(), false, said).print(GRAPH.ordered());
        assertThat(said.lines())
                .containsExactly(
                        "* fff6  Mfff6  (head)",
                        "|\\",
                        "| * eee5  Meee5  depends on bbb2",
                        "| * ddd4  Mddd4",
                        "* | ccc3  Mccc3",
                        "* | bbb2  Mbbb2  shop",
                        "|/",
                        "* aaa1  Maaa1  (base)");
    }

    @Test
    void historyKnowsWhereTheDatabaseIs() throws Exception {
        new HistoryListing(new GraphView(GRAPH, Optional.of(status("ccc3"))), false, said).print(GRAPH.ordered());
        assertThat(said.lines())
                .containsExactly(
                        "* fff6  Mfff6  (head, pending)",
                        "|\\",
                        "| * eee5  Meee5  depends on bbb2  (pending)",
                        "| * ddd4  Mddd4  (pending)",
                        "* | ccc3  Mccc3  (current)",
                        "* | bbb2  Mbbb2  shop",
                        "|/",
                        "* aaa1  Maaa1  (base)");
        assertThat(said.warnings()).isEmpty();
    }

    @Test
    void historySaysAllOfARange() {
        new HistoryListing(without(), true, said).print(new Identifiers(GRAPH, Set.of()).range("bbb2:ccc3"));
        assertThat(said.lines())
                .containsExactly(
                        "* ccc3  Mccc3",
                        "|     class       p.Mccc3",
                        "|     follows     bbb2 (Mbbb2)",
                        "|     followed by fff6 (Mfff6)",
                        "|     on branch   shop",
                        "|",
                        "* bbb2  Mbbb2",
                        "      class       p.Mbbb2",
                        "      follows     aaa1 (Maaa1)",
                        "      followed by ccc3 (Mccc3)",
                        "      labels      shop",
                        "");
    }

    @Test
    void historySaysWhatItDoesNotShow() {
        new HistoryListing(without(), false, said).print(new Identifiers(GRAPH, Set.of()).range("bbb2:ccc3"));
        new HistoryListing(without(), false, said).print(List.of());
        new HistoryListing(new GraphView(new SaidMigrations("").graph(), Optional.empty()), false, said)
                .print(List.of());
        assertThat(said.lines())
                .containsExactly(
                        "* ccc3  Mccc3",
                        "* bbb2  Mbbb2  after aaa1  shop",
                        "There is no revision in this range",
                        "There are no migrations yet; mvn albedo:create -Dname=... writes the first");
    }

    @Test
    void branchesAndHeads() {
        RevisionList list = new RevisionList(without(), said);
        list.heads();
        list.branches();
        new RevisionList(new GraphView(new SaidMigrations("a b<a").graph(), Optional.empty()), said).branches();
        assertThat(said.lines())
                .containsExactly(
                        "fff6  Mfff6  (head)",
                        "aaa1  Maaa1  (base)",
                        "  -> bbb2  Mbbb2  shop",
                        "  -> ddd4  Mddd4",
                        "There is no branch point: no revision has several children");
    }

    @Test
    void currentFailsOnlyIfItShallAndIsNotAtHead() throws Exception {
        Status behind = status("ddd4");
        RevisionList list = new RevisionList(new GraphView(GRAPH, Optional.of(behind)), said);
        list.current(behind, false);
        assertThat(said.lines()).containsExactly("ddd4  Mddd4  (current)");
        assertThatThrownBy(() -> list.current(behind, true))
                .isInstanceOf(GoalException.class)
                .hasMessage("The database is not at head: 4 revisions are pending, the first bbb2 (Mbbb2); run mvn"
                        + " albedo:migrate");
        Status atHead = status("head");
        assertThatCode(() -> new RevisionList(new GraphView(GRAPH, Optional.of(atHead)), said).current(atHead, true))
                .doesNotThrowAnyException();
    }

    @Test
    void currentOfAnEmptyDatabase() {
        Status empty = new Status(
                List.of(), List.of(), GRAPH.heads(), GRAPH.ordered(), List.of(), List.of(), Optional.empty());
        new RevisionList(new GraphView(GRAPH, Optional.of(empty)), said).current(empty, false);
        assertThat(said.lines()).containsExactly("Nothing is applied");
    }

    @Test
    void showSaysWhatARevisionDoes() {
        Show.of(GRAPH.revision("aaa1"), MIGRATIONS, Optional.of(Path.of("M.java")))
                .print(without(), said);
        assertThat(said.lines())
                .containsExactly(
                        "aaa1  Maaa1  (base)",
                        "  class       p.Maaa1",
                        "  followed by bbb2 (Mbbb2), ddd4 (Mddd4)",
                        "  file        M.java",
                        "  up",
                        "    create table customer",
                        "  down",
                        "    drop table customer");
    }

    @Test
    void showHidesPasswords() {
        SaidMigrations roles = new SaidMigrations("a").up("a", op -> op.sql("create role app login password 's3cret'"));
        Show.of(roles.graph().revision("a"), roles, Optional.empty())
                .print(new GraphView(roles.graph(), Optional.empty()), said);
        assertThat(said.lines()).contains("    run SQL: create role app login password '***'");
    }

    @Test
    void showSaysWhatCannotBeTakenBack() {
        SaidMigrations oneWay = new SaidMigrations("a").up("a", op -> op.sql("select 1"));
        Show.of(oneWay.graph().revision("a"), oneWay, Optional.empty())
                .print(new GraphView(oneWay.graph(), Optional.empty()), said);
        assertThat(said.lines()).endsWith("  down  cannot be rolled back: nobody said how");
        SaidMigrations broken = new SaidMigrations("a").up("a", op -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> Show.of(broken.graph().revision("a"), broken, Optional.empty()))
                .isInstanceOf(GoalException.class)
                .hasMessage("up() of revision a (Ma) fails: java.lang.IllegalStateException: no");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws Exception {
        String schemaText;
        try (var in = RevisionsJson.class.getClassLoader().getResourceAsStream(RevisionsJson.SCHEMA)) {
            schemaText = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText, InputFormat.JSON);
        GraphView known = new GraphView(GRAPH, Optional.of(status("ccc3")));
        List<Show> shown = GRAPH.ordered().stream()
                .map(node -> Show.of(node, MIGRATIONS, Optional.of(Path.of("M.java"))))
                .toList();
        RevisionsJson json = new RevisionsJson(known, Optional.of("jdbc:postgresql://host/db"));
        for (String text : List.of(
                new RevisionsJson(without(), Optional.empty()).of(GRAPH.ordered()),
                json.of(GRAPH.ordered()),
                json.of(List.of()),
                json.shown(shown))) {
            assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
        }
        assertThat(schema.validate(json.of(GRAPH.heads()).replace("\"pending\"", "\"gone\""), InputFormat.JSON))
                .as("the schema refuses what it does not name")
                .isNotEmpty();
        assertThat(json.of(GRAPH.heads())).isEqualTo("""
            {
              "format": 1,
              "database": "jdbc:postgresql://host/db",
              "revisions": [
                {
                  "id": "fff6",
                  "name": "Mfff6",
                  "class": "p.Mfff6",
                  "parents": [
                    "ccc3",
                    "eee5"
                  ],
                  "children": [],
                  "dependsOn": [],
                  "labels": [],
                  "branches": [
                    "shop"
                  ],
                  "created": null,
                  "head": true,
                  "state": "pending",
                  "current": false
                }
              ]
            }\
            """);
    }

    @Test
    void warnsOfRevisionsThatTheProjectDoesNotHave() throws Exception {
        Status status = status("aaa1");
        List<AppliedRevision> rows = new ArrayList<>(status.history());
        Status ahead = new Status(
                rows,
                List.of(),
                GRAPH.heads(),
                List.of(),
                List.of(),
                Collections.unmodifiableList(rows),
                Optional.empty());
        new HistoryListing(new GraphView(GRAPH, Optional.of(ahead)), false, said).print(GRAPH.ordered());
        assertThat(said.warnings())
                .containsExactly("The database has revision aaa1 (Maaa1), which this project does not have");
    }
}
