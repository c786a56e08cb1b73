package dev.albedo.run;

import static dev.albedo.schema.Words.index;

/** Migrations with everything in them that a killed run may leave halfway, and the same for the way back. */
final class FaultMigrations {

    private FaultMigrations() {}

    static TestMigrations create() {
        return new TestMigrations()
                .add(
                        "one1",
                        op -> {
                            op.sql("create table a (id int primary key, n int)");
                            op.sql("create table b (id int)");
                        },
                        op -> op.sql("drop table a, b"))
                .add(
                        "two2",
                        op -> {
                            op.sql("insert into a select i, i from generate_series(1, 10) i");
                            op.data("copy a to b", data -> data.update("insert into b select id from a"));
                            op.sql("update a set n = n + 1");
                        },
                        op -> {
                            op.data("empty b", data -> data.update("delete from b"));
                            op.sql("delete from a");
                        })
                .add(
                        "three3",
                        op -> {
                            op.sql("alter table a add x int default 7");
                            op.createIndexConcurrently("a", index("ix_x", "x"));
                            op.sql("update a set n = n * 2");
                            op.createIndexConcurrently("a", index("ix_n", "n").unique(true));
                        },
                        op -> {
                            op.dropIndexConcurrently("a", "ix_n");
                            op.sql("update a set n = n / 2");
                            op.dropIndexConcurrently("a", "ix_x");
                            op.sql("alter table a drop x");
                        })
                .add(
                        "four4",
                        op -> op.createIndexConcurrently("b", index("ix_b", "id")),
                        op -> op.dropIndexConcurrently("b", "ix_b"))
                .add("five5", op -> {}, op -> {})
                .add("six6", "insert into b values (99)", "delete from b where id = 99");
    }
}
