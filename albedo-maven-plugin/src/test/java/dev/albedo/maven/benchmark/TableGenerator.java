package dev.albedo.maven.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes tables of 10 columns, 1 foreign key and 2 indexes each; every table references the one before it. */
final class TableGenerator {

    private static final int PER_TRANSACTION = 200;

    private TableGenerator() {}

    static void generate(Connection connection, int tables) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute("""
                        create table customer_%1$d (
                            id bigint constraint pk_customer_%1$d primary key,
                            email varchar(255) not null,
                            visits integer default 0,
                            balance numeric(10, 2),
                            created timestamp(6),
                            active boolean not null,
                            notes text,
                            token uuid,
                            born date,
                            parent_id bigint constraint fk_customer_%1$d references customer_%2$d)
                        """.formatted(i, Math.max(0, i - 1)));
                statement.execute("create index ix_customer_email_%1$d on customer_%1$d (email)".formatted(i));
                statement.execute(
                        "create index ix_customer_parent_%1$d on customer_%1$d (parent_id, visits desc)".formatted(i));
                if (i % PER_TRANSACTION == PER_TRANSACTION - 1) {
                    connection.commit();
                }
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }
}
