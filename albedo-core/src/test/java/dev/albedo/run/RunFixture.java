package dev.albedo.run;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database for each test, and runs on it. */
abstract class RunFixture {

    TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    Migrator migrator(MigrationSource migrations) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, RunListener.NONE);
    }

    /** The columns of each row, with spaces between them; nothing for what is null. */
    List<String> query(String columns, String from) throws SQLException {
        return rows(database, "select concat_ws(' ', " + columns + ") from " + from);
    }

    static List<String> rows(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
