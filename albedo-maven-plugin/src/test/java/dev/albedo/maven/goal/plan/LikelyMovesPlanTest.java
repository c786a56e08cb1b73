package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.diff.rename.Renames;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Attributes that seem to have gone to another class: their values are moved if none is lost, or the plan says so. */
class LikelyMovesPlanTest extends DataSkeletonFixture {

    private static final String AUTHOR = "create table author (id bigint constraint pk_author primary key, name"
            + " varchar(20), bio varchar(50), web varchar(50), publisher_id bigint constraint fk_publisher"
            + " references publisher)";

    private void authors() throws SQLException {
        database.execute(
                "create table publisher (id bigint constraint pk_publisher primary key)",
                AUTHOR,
                "insert into publisher values (1)",
                "insert into author values (1, 'Ada', 'Poet', 'ada.org', 1), (2, 'Bob', null, 'bob.org', 1),"
                        + " (3, 'Eve', 'Spy', null, null)");
        before = Origins.parse(List.of(
                "author = shop.Author",
                "author.bio = shop.Author#bio",
                "author.id = shop.Author#id",
                "author.name = shop.Author#name",
                "author.publisher_id = shop.Author#publisher",
                "author.web = shop.Author#web",
                "publisher = shop.Publisher",
                "publisher.id = shop.Publisher#id"));
        now = Origins.parse(List.of(
                "author = shop.Author",
                "author.id = shop.Author#id",
                "author.name = shop.Author#name",
                "author.publisher_id = shop.Author#publisher",
                "profile = shop.Profile",
                "profile.author_id = shop.Profile#author",
                "profile.bio = shop.Profile#bio",
                "profile.stars = shop.Profile#stars",
                "publisher = shop.Publisher",
                "publisher.id = shop.Publisher#id",
                "publisher.web = shop.Publisher#web"));
    }

    private static Schema authorsWithProfiles(boolean isWebMoved) {
        dev.albedo.schema.Table author = table(
                "author",
                column("id", bigint()),
                column("name", varchar(20)).nullable(),
                column("publisher_id", bigint()).nullable(),
                primaryKey("pk_author", "id"),
                foreignKey("fk_publisher", "publisher_id").references("publisher", "id"));
        dev.albedo.schema.Table publisher =
                table("publisher", column("id", bigint()), primaryKey("pk_publisher", "id"));
        return Schema.of(
                isWebMoved ? author : author.with(column("web", varchar(50)).nullable()),
                isWebMoved ? publisher.with(column("web", varchar(50)).nullable()) : publisher,
                table(
                        "profile",
                        column("author_id", bigint()),
                        column("bio", varchar(50)),
                        column("stars", integer()),
                        primaryKey("pk_profile", "author_id"),
                        foreignKey("fk_author", "author_id").references("author", "id")));
    }

    private static final String AUTHORS = "select id, name, bio, web, publisher_id from author order by id";

    @Test
    void anAttributeMovesToANewClassThatSharesTheKey() throws Exception {
        authors();

        bothWays(
                authorsWithProfiles(false),
                Map.of("profile.stars", "5"),
                Map.of(),
                () -> assertThat(rows("select author_id, bio, stars from profile order by author_id"))
                        .containsExactly("1|Poet|5", "3|Spy|5"));

        assertThat(rows(AUTHORS))
                .containsExactly("1|Ada|Poet|ada.org|1", "2|Bob|null|bob.org|1", "3|Eve|Spy|null|null");
    }

    @Test
    void aMoveThatWouldLoseValuesIsSaidAndNotProposed() throws Exception {
        authors();
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, authorsWithProfiles(true), before).orElseThrow();

            assertThat(plan.up().stream().filter(Operation.RunSql.class::isInstance))
                    .singleElement()
                    .satisfies(sql -> assertThat(((Operation.RunSql) sql).sql())
                            .startsWith("-- REVIEW: author.bio may have moved to profile.bio; ")
                            .contains("INSERT INTO profile (author_id, bio)\nSELECT id, bio FROM author"));
            assertThat(Readiness.lost(plan.up())).containsExactly("column author.bio", "column author.web");
            String note = "author.web may have moved to publisher.web: its values are not copied. If they are needed,"
                    + " copy them with op.sql before this operation";
            assertThat(plan.planned().stream().flatMap(planned -> planned.notes().stream()))
                    .contains(note);
            assertThat(plan.comments().values().stream().flatMap(List::stream)).contains(note);
            List<String> order = plan.up().stream().map(Operation::describe).toList();
            assertThat(order.indexOf("add column publisher.web varchar(50)"))
                    .isNotNegative()
                    .isLessThan(order.indexOf("drop column author.web"));
        }
    }

    @Test
    void whatTheUserSaysIsDroppedDoesNotMoveToAnotherClass() throws Exception {
        authors();
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Comparison usual = comparison(connection);
            Comparison comparison =
                    new Comparison(dialect, usual.naming(), Renames.parse("author.bio->,author.web->"), usual.filter());
            Schema start = LiveSchema.read(connection, FILTER);
            Schema schema = authorsWithProfiles(true);
            Model model = new Model(model(schema), before, said);
            FoundDifference found = comparison.ofDatabase(connection, start, schema, Optional.empty(), model);
            Plan plan = comparison.plan(found, model);

            assertThat(Readiness.lost(plan.up())).containsExactly("column author.bio", "column author.web");
            assertThat(plan.up()).noneMatch(Operation.RunSql.class::isInstance);
            assertThat(plan.planned().stream().flatMap(planned -> planned.notes().stream()))
                    .noneMatch(note -> note.contains("may have moved"));
        }
    }

    private void details(String constraint) throws SQLException {
        database.execute(
                "create table detail (id bigint constraint pk_detail primary key)",
                "create table author (id bigint constraint pk_author primary key, bio varchar(50), detail_id bigint"
                        + " constraint fk_detail references detail" + constraint + ")",
                "insert into detail values (7), (8), (9)",
                "insert into author values (1, 'Poet', 9), (2, null, 8), (3, null, null)");
        before = Origins.parse(List.of("author.bio = shop.Author#bio", "detail.id = shop.Detail#id"));
        now = Origins.parse(List.of("detail.bio = shop.Detail#bio", "detail.id = shop.Detail#id"));
    }

    private static Schema detailsWithBio(Constraint.Unique... more) {
        dev.albedo.schema.Table author = table(
                "author",
                column("id", bigint()),
                column("detail_id", bigint()).nullable(),
                primaryKey("pk_author", "id"),
                foreignKey("fk_detail", "detail_id").references("detail", "id"));
        return Schema.of(
                table(
                        "detail",
                        column("id", bigint()),
                        column("bio", varchar(50)).nullable(),
                        primaryKey("pk_detail", "id")),
                more.length == 0 ? author : author.with(more[0]));
    }

    @Test
    void anAttributeMovesToAnotherClassAlongAUniqueForeignKey() throws Exception {
        details(", constraint uq_detail unique (detail_id)");

        bothWays(
                detailsWithBio(unique("uq_detail", "detail_id")),
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select id, bio from detail order by id"))
                        .containsExactly("7|null", "8|null", "9|Poet"));

        assertThat(rows("select id, bio, detail_id from author order by id"))
                .containsExactly("1|Poet|9", "2|null|8", "3|null|null");
    }

    @Test
    void aValueWithoutARowOfTheOtherClassStopsTheMove() throws Exception {
        details(", constraint uq_detail unique (detail_id)");
        database.execute("update author set bio = 'Spy' where id = 3");

        assertThatThrownBy(
                        () -> bothWays(detailsWithBio(unique("uq_detail", "detail_id")), Map.of(), Map.of(), () -> {}))
                .hasMessageContaining("author has 1 row for which this is false");
        assertThat(rows("select bio from author where id = 3")).containsExactly("Spy");
    }

    @Test
    void severalRowsMayReferToOneSoThatNothingIsCopied() throws Exception {
        details("");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, detailsWithBio(), before).orElseThrow();

            assertThat(plan.up()).noneMatch(Operation.RunSql.class::isInstance);
            assertThat(plan.planned().stream().flatMap(planned -> planned.notes().stream()))
                    .anyMatch(note -> note.startsWith("author.bio may have moved to detail.bio: "));
        }
    }

    private static Schema bios(dev.albedo.schema.Table author, dev.albedo.schema.Table detail) {
        return Schema.of(author, detail).with(sequence("detail_seq").incrementBy(50));
    }

    @Test
    void requiredAttributesMoveToANewClassWithAKeyOfItsOwn() throws Exception {
        database.execute(
                "create table author (kind varchar(9) not null, id bigint constraint pk_author primary key, bio"
                        + " varchar(50) not null, born integer)",
                "insert into author values ('A', 1, 'Poet', 1815), ('B', 2, 'Spy', null)");
        before = Origins.parse(List.of(
                "author.bio = shop.Author#bio", "author.born = shop.Author#born", "author.kind = shop.Author#kind"));
        now = Origins.parse(List.of("detail.text = shop.Detail#bio", "detail.born = shop.Detail#born"));

        bothWays(
                bios(
                        table("author", column("id", bigint()), primaryKey("pk_author", "id")),
                        table(
                                "detail",
                                column("id", bigint()),
                                column("author_id", bigint()),
                                column("text", varchar(50)),
                                column("born", integer()).nullable(),
                                primaryKey("pk_detail", "id"),
                                unique("uq_detail", "author_id"),
                                foreignKey("fk_detail", "author_id").references("author", "id"))),
                Map.of(),
                Map.of("author.kind", "CASE id WHEN 1 THEN 'A' ELSE 'B' END"),
                () -> assertThat(rows("select author_id, text, born from detail order by author_id"))
                        .containsExactly("1|Poet|1815", "2|Spy|null"));

        assertThat(rows("select id, bio, born, kind from author order by id"))
                .containsExactly("1|Poet|1815|A", "2|Spy|null|B");
    }

    @Test
    void attributesMoveToANewClassThatTheOldOneRefersTo() throws Exception {
        database.execute(
                "create table author (id bigint constraint pk_author primary key, bio varchar(50))",
                "insert into author values (1, 'Poet'), (2, null)");
        before = Origins.parse(List.of("author.bio = shop.Author#bio"));
        now = Origins.parse(List.of("detail.bio = shop.Detail#bio"));

        bothWays(
                bios(
                        table(
                                "author",
                                column("id", bigint()),
                                column("detail_id", bigint()).nullable(),
                                primaryKey("pk_author", "id"),
                                unique("uq_detail", "detail_id"),
                                foreignKey("fk_detail", "detail_id").references("detail", "id")),
                        table(
                                "detail",
                                column("id", bigint()),
                                column("bio", varchar(50)).nullable(),
                                primaryKey("pk_detail", "id"))),
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select a.id, d.bio from author a left join detail d on d.id = a.detail_id"
                                + " order by a.id"))
                        .containsExactly("1|Poet", "2|null"));

        assertThat(rows("select id, bio from author order by id")).containsExactly("1|Poet", "2|null");
    }

    @Test
    void attributesMoveToANewClassThatEachRowRefersTo() throws Exception {
        database.execute(
                "create table author (id bigint constraint pk_author primary key, bio varchar(50))",
                "insert into author values (1, 'Poet'), (2, null)");
        before = Origins.parse(List.of("author.bio = shop.Author#bio"));
        now = Origins.parse(List.of("detail.bio = shop.Detail#bio"));

        bothWays(
                bios(
                        table(
                                "author",
                                column("id", bigint()),
                                column("detail_id", bigint()),
                                primaryKey("pk_author", "id"),
                                unique("uq_detail", "detail_id"),
                                foreignKey("fk_detail", "detail_id").references("detail", "id")),
                        table(
                                "detail",
                                column("id", bigint()),
                                column("bio", varchar(50)).nullable(),
                                primaryKey("pk_detail", "id"))),
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select a.id, d.bio from author a join detail d on d.id = a.detail_id"
                                + " order by a.id"))
                        .containsExactly("1|Poet", "2|null"));

        assertThat(rows("select id, bio from author order by id")).containsExactly("1|Poet", "2|null");
    }
}
