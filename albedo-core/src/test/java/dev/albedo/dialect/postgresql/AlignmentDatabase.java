package dev.albedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with enums, sequences and functions in two schemas, and the steps of a test of texts. */
abstract class AlignmentDatabase {

    static final PostgresDialect DIALECT = new PostgresDialect(18);

    TestDatabase database;
    Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "CREATE SCHEMA other",
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "CREATE TYPE other.mood AS ENUM ('new', 'sad', 'ok')",
                "CREATE SEQUENCE seq",
                "CREATE SEQUENCE other.seq",
                "CREATE FUNCTION other.answer() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 42'",
                "CREATE FUNCTION other.question() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 41'",
                "CREATE FUNCTION other.valid(v integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT v > 0'",
                "CREATE FUNCTION other.twice(v text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT v || v'");
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    final void execute(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    final Schema read(String... tables) throws SQLException {
        List<Table> read = new ArrayList<>();
        for (String name : tables) {
            read.add(CatalogTexts.read(connection, QualifiedName.parse(name)));
        }
        return DIALECT.normalize(Schema.of(read.toArray(Table[]::new)));
    }

    /** Aligns, and leaves nothing behind. */
    final Schema align(Schema found, Schema model) throws SQLException {
        String before = CatalogDump.everything().of(connection);
        Schema aligned = DIALECT.alignTexts(connection, found, DIALECT.normalize(model));
        assertThat(CatalogDump.everything().of(connection)).isEqualTo(before);
        return aligned;
    }

    static List<String> checkTexts(Table table) {
        return table.constraints(Constraint.Check.class).stream()
                .map(Constraint.Check::expression)
                .sorted()
                .toList();
    }
}
