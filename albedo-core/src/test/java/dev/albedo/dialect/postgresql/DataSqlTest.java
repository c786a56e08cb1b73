package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DataSqlTest {

    private static final PostgresDialect DIALECT = new PostgresDialect(18);
    private static final QualifiedName ITEM = QualifiedName.parse("shop.\"it'em\"");
    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabases.create();
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TABLE parent (x integer, y integer, PRIMARY KEY (x, y));
                INSERT INTO parent VALUES (1, 1), (2, 2);
                CREATE TABLE shop."it'em" (id integer, a integer, b integer, name text);
                INSERT INTO shop."it'em" VALUES
                    (1, 1, 1, 'x'), (2, 1, 1, 'x'), (3, 2, NULL, '5%'), (4, 2, NULL, NULL), (5, 9, 9, 'long'), (NULL, NULL, NULL, 'x')""");
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        check(null, "char_length(name) < 2"),
                        "2 rows for which this is false: char_length(name) < 2",
                        2),
                Arguments.of(check(null, "name <> '5%'"), "1 row for which this is false: name <> '5%'", 1),
                Arguments.of(unique(null, "name"), "3 rows whose name occurs more than once", 1),
                Arguments.of(unique(null, "a", "b"), "2 rows whose (a, b) occurs more than once", 1),
                Arguments.of(
                        unique(null, "a", "b").nullsNotDistinct(true), "4 rows whose (a, b) occurs more than once", 2),
                Arguments.of(primaryKey(null, "id"), "1 row whose id is NULL or occurs more than once", 1),
                Arguments.of(primaryKey(null, "a", "b"), "5 rows whose (a, b) is NULL or occurs more than once", 5),
                Arguments.of(
                        foreignKey(null, "a", "b").references("parent", "x", "y"),
                        "1 row whose (a, b) is not among the (x, y) of parent",
                        1),
                Arguments.of(
                        foreignKey(null, "a", "b")
                                .references("parent", "x", "y")
                                .matchFull(true),
                        "3 rows whose (a, b) is not among the (x, y) of parent",
                        3));
    }

    /** The query in the hint finds them, and the server refuses the constraint for the same reason. */
    @ParameterizedTest
    @MethodSource("broken")
    void saysWhichRowsBreakIt(Constraint constraint, String what, int found) throws SQLException {
        saysWhichRows(new Expect(ITEM, constraint), what, found);
        assertThat(error(new Operation.AddConstraint(ITEM, constraint.named("new")))
                        .getSQLState())
                .startsWith("23");
    }

    static Stream<Arguments> brokenIndexes() {
        return Stream.of(
                Arguments.of(
                        index("u", expression("lower(name)")), "3 rows whose lower(name) occurs more than once", 1),
                Arguments.of(
                        index("u", "a").where("name = 'x'"),
                        "2 rows where name = 'x' and whose a occurs more than once",
                        1),
                Arguments.of(
                        index("u", "b").where("id > 2").nullsNotDistinct(true),
                        "2 rows where id > 2 and whose b occurs more than once",
                        1),
                Arguments.of(
                        index("u", "a", "b").where("a < 9 OR a = 9"),
                        "2 rows where a < 9 OR a = 9 and whose (a, b) occurs more than once",
                        1));
    }

    @ParameterizedTest
    @MethodSource("brokenIndexes")
    void saysWhichRowsBreakAUniqueIndex(Index index, String what, int found) throws SQLException {
        saysWhichRows(new Operation.ExpectUnique(ITEM, index.unique(true)), what, found);
        assertThat(error(new Operation.CreateIndex(ITEM, index.unique(true), false))
                        .getSQLState())
                .startsWith("23");
    }

    @Test
    void saysNothingOfRowsThatSatisfyAUniqueIndex() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (Index index : List.of(
                    index("u", expression("lower(name)")).where("a > 1"),
                    index("v", "b").where("id > 2"),
                    index("w", expression("name || id")))) {
                run(connection, new Operation.ExpectUnique(ITEM, index.unique(true)));
                run(connection, new Operation.CreateIndex(ITEM, index.unique(true), false));
            }
            connection.rollback();
        }
    }

    private static void saysWhichRows(Operation expectation, String what, int found) throws SQLException {
        ServerErrorMessage error = error(expectation);

        assertThat(error.getMessage()).isEqualTo("shop.it'em has " + what);
        String query = error.getHint().replaceFirst("^See them with ", "");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(found);
        }
    }

    static List<Constraint> satisfied() {
        return List.of(
                check(null, "a IS NULL OR a > 0"),
                unique(null, "id"),
                primaryKey(null, "name", "id"),
                foreignKey(null, "b", "b").references("parent", "x", "y"));
    }

    @ParameterizedTest
    @MethodSource("satisfied")
    void saysNothingOfRowsThatSatisfyIt(Constraint constraint) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("DELETE FROM shop.\"it'em\" WHERE id IS NULL OR name IS NULL OR a = 9");
            run(connection, new Expect(ITEM, constraint));
            run(connection, new Operation.AddConstraint(ITEM, constraint.named("new")));
            connection.rollback();
        }
    }

    @Test
    void fillsWhatIsNullAndNothingElse() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            run(connection, new Backfill(ITEM, "b", "a + 10"));
            run(connection, new Backfill(ITEM, "b", "0"));
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery("SELECT string_agg(b::text, ' ' ORDER BY id) FROM shop.\"it'em\"")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("1 1 12 12 9 0");
            }
            run(connection, new Backfill(ITEM, "b", null));
            connection.rollback();
        }
    }

    @Test
    void fillsOnlyTheRowsOfACondition() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            run(connection, new Backfill(ITEM, "b", "7", null, "a = 2 OR false -- only these"));
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery("SELECT string_agg(coalesce(b::text, '-'), ' ' ORDER BY id) FROM shop.\"it'em\"")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("1 1 7 7 9 -");
            }
            connection.rollback();
        }
        assertThat(error(new Backfill(ITEM, "b", null, null, "a = 2")).getHint())
                .endsWith("WHERE b IS NULL AND (a = 2)");
    }

    @Test
    void stopsWhereAValueIsMissing() throws SQLException {
        assertThat(error(new Backfill(ITEM, "b", null)).getMessage())
                .isEqualTo(
                        "shop.it'em has 3 rows without a value for b, and the migration does not say which they get");
    }

    private static void run(Connection connection, Operation operation) throws SQLException {
        OperationSqlTest.run(connection, DIALECT, operation);
    }

    private static ServerErrorMessage error(Operation operation) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            run(connection, operation);
            throw new AssertionError("nothing was wrong");
        } catch (SQLException e) {
            return ((PSQLException) e.getCause()).getServerErrorMessage();
        }
    }
}
