package dev.albedo.benchmark;

import dev.albedo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.Driver;

/** The floor: the same tables by JDBC alone, with a row that records each in its transaction, and no tool at all. */
record PlainJdbc(int count) implements Contestant {

    @Override
    public String name() {
        return "plain JDBC, which checks and logs nothing";
    }

    @Override
    public boolean can(Work work) {
        return work == Work.APPLY || work == Work.NOTHING;
    }

    @Override
    public List<String> command(Work work, TestDatabase database) {
        return Contestant.java(
                List.of(),
                Contestant.placesOf(PlainJdbc.class, Driver.class),
                PlainJdbc.class.getName(),
                work.name(),
                database.url(),
                String.valueOf(count));
    }

    /** Arguments: the work, the URL, and how many tables. */
    public static void main(String[] args) throws SQLException {
        int count = Integer.parseInt(args[2]);
        try (Connection connection = DriverManager.getConnection(args[1]);
                Statement statement = connection.createStatement()) {
            if (args[0].equals("APPLY")) {
                apply(connection, statement, count);
                return;
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from applied")) {
                rows.next();
                if (rows.getInt(1) != count) {
                    throw new IllegalStateException(rows.getInt(1) + " tables, not " + count);
                }
            }
        }
    }

    private static void apply(Connection connection, Statement statement, int count) throws SQLException {
        statement.execute("create table applied (name text primary key, at timestamptz not null default now())");
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("insert into applied (name) values (?)")) {
            for (int i = 0; i < count; i++) {
                statement.execute(Contestant.sql(i));
                row.setString(1, "t" + i);
                row.executeUpdate();
                connection.commit();
            }
        }
    }
}
