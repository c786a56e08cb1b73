package dev.albedo.run;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.SQLException;
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
        return database.query("select concat_ws(' ', " + columns + ") from " + from);
    }
}
