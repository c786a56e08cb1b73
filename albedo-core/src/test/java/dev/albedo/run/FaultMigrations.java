package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.batches;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.row;
import static dev.albedo.schema.Types.integer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Migrations with everything in them that a run which is broken off may leave halfway, and the same for the way back.
 *
 * <p>A revision that is added here is a part of the whole campaign, as long as its {@code down} takes back what its
 * {@code up} did: the tests count the places between its statements by themselves.
 */
final class FaultMigrations {

    /**
     * What the migrations need, and no migration takes away: a procedure that cannot be called in a transaction, and counts,
     * so that somebody can look whether it was called, and see if it was called twice.
     */
    static final String[] SURROUNDINGS = {
        "drop schema if exists outside cascade",
        "create schema outside",
        "create table outside.counter (n int)",
        "insert into outside.counter values (0)",
        "create procedure outside.count_by(i int) language plpgsql as"
                + " $$ begin update outside.counter set n = n + i; commit; end $$"
    };

    private FaultMigrations() {}

    /** Revisions of every kind. */
    static TestMigrations create() {
        return begin().add(
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
                .add("six6", "insert into b values (99)", "delete from b where id = 99")
                .add(
                        "data6",
                        op -> {
                            op.sql(
                                    "create table c (id int primary key, t text, u int, changed int default 0, k text not null default 'k')");
                            op.sql("create function count_c() returns trigger language plpgsql as $$ begin"
                                    + " new.changed := old.changed + 1; return new; end $$");
                            op.sql("create trigger count_c before update on c for each row execute function count_c()");
                            op.bulkInsert("c", List.of("id"), row(1), row(2), row(3), row(4), row(5));
                            op.bulkInsert(
                                    "c",
                                    List.of("id", "t"),
                                    IntStream.range(100, 350)
                                            .mapToObj(i -> row(i, "it's\t" + i))
                                            .toList());
                            op.data("rows by COPY and in a batch", data -> {
                                data.insert("c", List.of("id", "t"), Stream.of(row(6, "six"), row(7, null)));
                                data.batch("update c set u = ? where id = ?", Stream.of(row(1, 100), row(2, 101)));
                            });
                        },
                        op -> {
                            op.sql("drop table c");
                            op.sql("drop function count_c");
                        })
                .add(
                        "batched6",
                        op -> {
                            op.backfill("c", "t", "'filled ' || id", batches(2).by("id"));
                            op.sql("create index ix_c on c (t)");
                            op.backfill("c", "u", "id", batches(100).by("k", "id"));
                        },
                        op -> {
                            op.sql("drop index ix_c");
                            op.sql("update c set u = null where id < 6");
                            op.backfill("c", "u", "0", batches(3).by("id"));
                            op.sql("update c set t = null where t like 'filled%'");
                            op.sql("update c set u = case id when 100 then 1 when 101 then 2 end");
                        })
                .add(
                        "seven7",
                        op -> op.alterEnum(enumType("mood", "sad"), enumType("mood", "sad", "happy")),
                        op -> op.rebuildEnum(enumType("mood", "sad", "happy"), enumType("mood", "sad")))
                .add("eight8", "alter table b add m mood default 'happy'", "alter table b drop m")
                .addDivided(
                        "nine9",
                        op -> {
                            op.data("more in b", data -> data.update("insert into b values (100)"));
                            op.addColumn("b", column("k", integer()).nullable());
                            op.sql("call outside.count_by(1)");
                            op.createIndexConcurrently("b", index("ix_k", "k"));
                        },
                        op -> {
                            op.dropIndexConcurrently("b", "ix_k");
                            op.sql("call outside.count_by(-1)");
                            op.dropColumn("b", "k");
                            op.data("less in b", data -> data.update("delete from b where id = 100"));
                        });
    }

    /** Revisions that can all be in one transaction. */
    static TestMigrations single() {
        return begin().add("five5", op -> {}, op -> {})
                .add("six6", "insert into b values (99)", "delete from b where id = 99")
                .add(
                        "seven7",
                        op -> op.alterEnum(enumType("mood", "sad"), enumType("mood", "sad", "happy")),
                        op -> op.rebuildEnum(enumType("mood", "sad", "happy"), enumType("mood", "sad")));
    }

    private static TestMigrations begin() {
        return new TestMigrations()
                .add(
                        "one1",
                        op -> {
                            op.sql("create table a (id int primary key, n int)");
                            op.sql("create table b (id int)");
                            op.createEnum(enumType("mood", "sad"));
                        },
                        op -> {
                            op.sql("drop table a, b");
                            op.dropEnum("mood");
                        })
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
                        });
    }
}
